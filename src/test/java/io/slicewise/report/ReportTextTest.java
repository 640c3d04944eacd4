package io.slicewise.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.report.text.MarkdownWriter;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The words of the reports, held against the files beside this class's resources. What is said now is left in
 * {@code target/reports}, to be looked at and to become the new golden file where a change is meant.
 */
class ReportTextTest {
    private static final Path SAID = Path.of("target", "reports");

    private static Options options(Language language, Audience audience) {
        return Options.of(language, audience).withByline("Dana Kim", "2026-11-22");
    }

    @TestFactory
    Stream<DynamicTest> theWordsOfTheReportsAreTheGoldenOnes() {
        return Language.all().stream()
                .flatMap(language -> Stream.of(
                        golden(
                                "main-executive",
                                Template.EXECUTIVE,
                                Subjects.MAIN,
                                options(language, Audience.MANAGER)),
                        golden("main-full", Template.FULL, Subjects.MAIN, options(language, Audience.ENGINEER)),
                        golden(
                                "main-technical",
                                Template.TECHNICAL,
                                Subjects.MAIN,
                                options(language, Audience.ENGINEER)),
                        golden(
                                "range-comparison",
                                Template.COMPARISON,
                                "snapshot-range.json",
                                options(language, Audience.MANAGER)),
                        golden("host-fleet", Template.FLEET, Subjects.HOST, options(language, Audience.OPERATOR))));
    }

    /** Rows that a table leaves out of a large fleet are said, never just missing. */
    @Test
    void whatATableLeavesOutIsSaid() {
        String said = MarkdownWriter.write(
                Report.of(Template.FULL, List.of(Subjects.large()), options(Language.ENGLISH, Audience.MANAGER)));
        assertTrue(said.contains("of 300 GPUs with the lowest whole-GPU utilization"), said);
        assertTrue(said.contains("that move the gap most; a table of the figures"), said);
    }

    private static DynamicTest golden(String name, Template template, String sample, Options options) {
        String file = name + "-" + options.language().code() + ".md";
        return DynamicTest.dynamicTest(file, () -> {
            String said = MarkdownWriter.write(Subjects.report(template, sample, options));
            Files.createDirectories(SAID);
            Files.writeString(SAID.resolve(file), said);
            assertEquals(golden(file), said);
        });
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = ReportTextTest.class.getResourceAsStream(file)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyTemplateSaysEverySampleInBothLanguages() {
        return Stream.of(Template.values())
                .flatMap(template -> Subjects.all().stream()
                        .map(sample -> DynamicTest.dynamicTest(template.id() + " " + sample, () -> {
                            for (Language language : Language.all()) {
                                String said = MarkdownWriter.write(
                                        Subjects.report(template, sample, options(language, Audience.MANAGER)));
                                assertTrue(said.length() > 500, said);
                                for (String key : List.of("report.", "advice.", "story.", "exhibit.", "{0", "NaN")) {
                                    assertTrue(!said.contains(key), () -> key + " in " + said);
                                }
                            }
                        })));
    }

    @Test
    void aTemplateTakesAsManyDocumentsAsItNeeds() {
        Subject main = Subjects.of(Subjects.MAIN, Language.ENGLISH);
        Options options = options(Language.ENGLISH, Audience.MANAGER);
        assertThrows(IllegalArgumentException.class, () -> Report.of(Template.COMPARISON, List.of(main), options));
        assertThrows(IllegalArgumentException.class, () -> Report.of(Template.FULL, List.of(main, main), options));
        for (Template template : Template.values()) {
            assertEquals(template, Template.of(template.id()).orElseThrow());
        }
        assertTrue(Template.of("poem").isEmpty());
    }
}
