package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Broken exports in the folders below {@code bad}: each has one defect, which is named with its place, and loses
 * nothing that is good.
 */
class BadAnswersTest {
    private static final Opener OPENER = new Opener(Fleets.CATALOGUE);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** The instances with a reading, out of four unless said otherwise; a dash where the file is refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        aggregated.json             | - | error = The only series has no label that tells GPU and instance: an aggregation dropped them. Query DCGM_FI_PROF_GR_ENGINE_ACTIVE as it is, or keep the labels: max by (
        aggregated-by-profile.json  | - | error = The 2 series have no label that tells GPU and instance
        cut-off-at-once.json        | - | error = This is not valid JSON, from line 1, column 35 on: it ends in the middle
        cut-off.json                | 2 | warning:1 = From column 1,065 on the file is not JSON (it ends in the middle)
        deep.json                   | - | error = This is not valid JSON: something in it is deeper or longer than in any export
        empty-result.json           | - | error = The answer is empty: at that time the query found no series.
        entry-text.json             | 3 | warning: data.result[2] = 1 entry of the result is no series
        export-broken-line.jsonl    | 3 | warning:3 = 1 line is no JSON object of one series and was left out or read up to the fault: line 3.
        export-lengths.jsonl        | 3 | warning:3 = 1 series has not as many timestamps as values
        export-two-in-a-line.jsonl  | 4 | warning:3 = 1 line is no JSON object of one series
        garbage-behind.json         | 4 | warning:2 = From column 1 on the file is not JSON (
        histogram.json              | 4 | warning: data.result[4] = 1 series is a native histogram
        label-names.json            | - | error = The answer holds no series with labels and values.
        label-object.json           | 4 | warning: data.result[2] = 1 label has a list or an object as value
        latin1.json                 | 1 | warning:1 = From column 715 on the file is not JSON (a byte belongs to no character)
        metric-text.json            | 3 | warning: data.result[2] = 1 entry of the result is no series
        no-gpu.json                 | - | error = The only sample of a DCGM metric names no GPU
        no-metric.json              | 3 | warning: data.result[2] = 1 entry of the result is no series
        no-value.json               | 3 | warning: data.result[2] = 1 series has neither “value” nor “values”
        other-metrics.json          | - | error = There is no metric of DCGM, but 2 others: up, node_load1.
        range-broken-sample.json    | 4 | warning: data.result[0] = 4 samples are no pair of a time and a number and were left out: data.result[0], data.result[1], data.result[2], ….
        scalar.json                 | - | error = The answer is one number (0.75) without labels
        series-list.json            | - | error = The answer holds no series with labels and values.
        server-error.json           | - | error = The server answered with an error instead of data (bad_data): invalid parameter "query": 1:5: parse error: unexpected identifier "by"
        status-only.json            | - | error = The answer is empty
        string.json                 | - | error = The answer is one text (hello) without labels
        time-huge.json              | 3 | warning: data.result[2] = 1 sample is no pair of a time and a number
        time-text.json              | 3 | warning: data.result[2] = 1 sample is no pair of a time and a number
        timeout.json                | - | error = The server answered with an error instead of data (timeout): query timed out in expression evaluation
        value-bare.json             | 3 | warning: data.result[2] = 1 sample is no pair of a time and a number
        value-short.json            | 3 | warning: data.result[2] = 1 sample is no pair of a time and a number
        value-text.json             | 3 | warning: data.result[2] = 1 sample is no pair of a time and a number
        """)
    void answersOfPrometheus(String file, String readings, String expected) {
        check("prometheus", file, readings, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        cut-off.json       | 2 | warning:1 = From column 1,208 on the file is not JSON
        empty-metrics.json | - | error = There is no list of values under “metrics”.
        entry-text.json    | 3 | warning: metrics.DCGM_FI_PROF_GR_ENGINE_ACTIVE[2] = 1 entry is no object of one metric
        no-gpu.json        | - | error = The 4 samples of DCGM metrics name no GPU
        no-instance.json   | 3 | warning: metrics.DCGM_FI_PROF_GR_ENGINE_ACTIVE[2] = 1 row with GPU_I_PROFILE but without GPU_I_ID
        not-a-list.json    | - | error = There is no list of values under “metrics”.
        other-metrics.json | - | error = There is no metric of DCGM, but another one: up.
        value-missing.json | 3 | warning: metrics.DCGM_FI_PROF_GR_ENGINE_ACTIVE[2] = 1 entry has no number as value
        value-object.json  | 3 | warning: metrics.DCGM_FI_PROF_GR_ENGINE_ACTIVE[2] = 1 entry has no number as value
        value-text.json    | 3 | warning: metrics.DCGM_FI_PROF_GR_ENGINE_ACTIVE[2] = 1 entry has no number as value
        """)
    void metricsAsJson(String file, String readings, String expected) {
        check("dcgm-json", file, readings, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        bomb.gz                    | - | error = More than 1,000 times its size comes out of the file
        bomb.tar.gz                | - | error = More than 1,000 times its size comes out of the file
        bzip2.zip                  | - | warning!a.prom = The compressed file is damaged, or packed in a way that is not read.
        checksum.prom.gz           | 4 | warning = The compressed file is damaged, or packed in a way that is not read. What stands before was read.
        configurations.zip         | 4 | warning!config.yaml = The file has 2 configurations; say which
        csv-header.zip             | 4 | warning!x.csv:2 = The header of this table
        csv-unclosed-quote.tar.gz  | 6 | warning!panel.csv:2 = Expected a closing quote
        cut-off.prom.gz            | 8 | warning = The compressed file ends in the middle, as after a broken download. What stands before was read.
        cut-off.tar.gz             | 4 | warning!b.prom = The compressed file ends in the middle
        cut-off.zip                | 4 | warning!b.prom = The compressed file ends in the middle
        damaged.prom.gz            | - | error = The compressed file is damaged
        dmon-short-row.tar.gz      | 4 | warning!dmon.txt:4 = Expected an entity
        empty.tar.gz               | - | error = This looks like binary data
        empty.zip                  | - | error = There is no export in it.
        encrypted.zip              | - | warning = The compressed file is damaged, or packed in a way that is not read.
        header-only.gz             | - | error = The compressed file ends in the middle, as after a broken download.
        nested.gz                  | - | error = It is compressed more than 3 times over
        nothing.gz                 | - | error = The file is empty.
        office.zip                 | - | info!xl/workbook.xml = Not exported by monitoring; left out.
        pods.zip                   | 4 | warning!nodes.json = The only object is no node
        profiles.zip               | 4 | warning!lgip.txt = This lists the profiles of a GPU that the catalogue does not have
        readme-only.zip            | - | info!README.md = Not exported by monitoring; left out.
        smi-cut-off-row.zip        | 4 | warning!lgi.txt:6 = Expected a row
        too-many.tar.gz            | - | error = There are more than 10,000 files in it.
        utf-16-cut-off.prom.gz     | 2 | warning:4 =
        wrong-checksum.tar.gz      | 4 | warning = The compressed file is damaged, or packed in a way that is not read.
        xml-entities.tar.gz        | 4 | warning!q.xml:2 = This XML defines entities
        yaml-aliases.zip           | 4 | warning!config.yaml:2 = This YAML repeats parts by an alias
        zip-in-zip.zip             | - | info!inner.zip = Not exported by monitoring; left out.
        """)
    void compressedFiles(String file, String readings, String expected) {
        check("archive", file, readings, expected);
    }

    private static void check(String folder, String file, String readings, String expected) {
        Path path = OpenerTest.BAD.resolve(folder).resolve(file);
        Opened opened = Assertions.assertTimeoutPreemptively(DEADLINE, () -> OPENER.open(path));
        List<String> said =
                opened.problems().stream().map(problem -> said(path, problem)).toList();
        assertTrue(said.stream().anyMatch(one -> one.startsWith(expected)), () -> expected + "\nis not among\n" + said);
        boolean hasErrors = said.stream().anyMatch(one -> one.startsWith("error"));
        switch (opened) {
            case SnapshotOpened snapshot -> {
                assertEquals(
                        readings,
                        String.valueOf(Figures.of(snapshot.fleet(), Weights.DEFAULT)
                                .total()
                                .reported()));
                assertFalse(hasErrors, said::toString);
            }
            case NotOpened _ -> {
                assertEquals(readings, "-", said::toString);
                assertTrue(hasErrors, said::toString);
            }
            default -> Assertions.fail("a scenario");
        }
    }

    private static String said(Path path, Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT)
                + problem.where().toString().substring(path.toString().length()) + " = "
                + Messages.in(Language.ENGLISH).say(problem.message());
    }

    @Test
    void noBadFileIsForgotten() throws Exception {
        assertEquals(listed("answersOfPrometheus"), inFolder("prometheus"));
        assertEquals(listed("metricsAsJson"), inFolder("dcgm-json"));
        assertEquals(listed("compressedFiles"), inFolder("archive"));
    }

    private static Set<String> listed(String test) throws ReflectiveOperationException {
        Method method = BadAnswersTest.class.getDeclaredMethod(test, String.class, String.class, String.class);
        return method.getAnnotation(CsvSource.class)
                .textBlock()
                .lines()
                .map(line -> line.split("\\|", 2)[0].strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inFolder(String folder) throws IOException {
        try (Stream<Path> files = Files.list(OpenerTest.BAD.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
