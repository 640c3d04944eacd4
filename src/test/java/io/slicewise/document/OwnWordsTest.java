package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.fleet.Fleets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of broken files is in the product's own words, in every language. */
class OwnWordsTest {
    private static final Opener OPENER = new Opener(Fleets.CATALOGUE);

    @Test
    void ofEveryBrokenFile() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(OpenerTest.BAD)) {
            for (Path file : files.toList()) {
                OwnWords.faults(OPENER.open(file).problems()).forEach(fault -> faults.add(file + ": " + fault));
            }
        }
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"formatVersion\":1,}",
                "{\"formatVersion\":tru}",
                "{\"formatVersion\":01}",
                "{\"formatVersion\":1e}",
                "{'formatVersion':1}",
                "{\"a\n\":1}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\ud8",
                "{\"a\":1} {",
                "{\"a\":1,\"a\":2}",
                "[{]",
                "{\"a\" 1}",
                "{\"a\":NaN}",
                "{/* */}",
                "{\"a\":1e9999999999}"
            })
    void ofBrokenJson(String json) {
        assertEquals(
                List.of(),
                OwnWords.faults(
                        OPENER.open("x", json.getBytes(StandardCharsets.UTF_8)).problems()));
        String answer = "{\"status\":\"success\",\"data\":{\"result\":[" + json;
        assertEquals(
                List.of(),
                OwnWords.faults(OPENER.open("x", answer.getBytes(StandardCharsets.UTF_8))
                        .problems()));
    }

    @Test
    void ofJsonThatIsTooDeepOrTooLong() {
        for (String json : List.of(
                "{\"formatVersion\":" + "[".repeat(5000),
                "{\"formatVersion\":" + "9".repeat(5000) + "}",
                "version: v1\nmig-configs:\n  a: " + "[".repeat(500))) {
            assertEquals(
                    List.of(),
                    OwnWords.faults(OPENER.open("x", json.getBytes(StandardCharsets.UTF_8))
                            .problems()));
        }
    }
}
