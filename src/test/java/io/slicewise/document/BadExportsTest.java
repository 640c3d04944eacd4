package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Every file in the folders below {@code bad} has one defect, and {@code expected.txt} beside them the words for it:
 * the file, whether it opens, and what is said, with the line.
 */
class BadExportsTest {
    private static final Path BAD = OpenerTest.BAD;
    private static final Path EXPECTED = BAD.resolve("expected.txt");
    private static final Duration HANGS = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvFileSource(
            files = "src/test/resources/io/slicewise/bad/expected.txt",
            delimiterString = " => ",
            quoteCharacter = '~',
            maxCharsPerColumn = 4096)
    void aDefectIsSaidAndCostsNothingElse(String file, String opens, String said) {
        Path path = BAD.resolve(file);
        Opened opened = assertTimeoutPreemptively(HANGS, () -> new Opener(Fleets.CATALOGUE).open(path));
        List<String> all =
                opened.problems().stream().map(problem -> shown(path, problem)).toList();
        assertEquals(opens, opened instanceof NotOpened ? "refused" : "opens", all.toString());
        assertTrue(all.stream().anyMatch(it -> it.startsWith(said)), all.toString());
    }

    private static String shown(Path path, Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT)
                + problem.where().toString().substring(path.toString().length())
                + " = " + Messages.in(Language.ENGLISH).say(problem.message());
    }

    @Test
    void noBadFileIsForgotten() throws IOException {
        Set<String> named = Files.readAllLines(EXPECTED).stream()
                .map(line -> line.split(" => ", 2)[0].strip())
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(BAD)) {
            Set<String> there = files.filter(file -> Files.isRegularFile(file) && !BAD.equals(file.getParent()))
                    .map(file -> BAD.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(there, named);
        }
    }
}
