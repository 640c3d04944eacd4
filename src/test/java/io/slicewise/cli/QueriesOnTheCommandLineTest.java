package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.json.JsonDocument;
import io.slicewise.promql.output.Bundle;
import io.slicewise.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code queries} and {@code check}. */
class QueriesOnTheCommandLineTest {
    private static final String MAIN = "samples/main-example.slicewise.json";

    @TempDir
    private Path folder;

    private CliRun run(String input, String... args) {
        return CliRun.in(folder, Language.ENGLISH, input, args);
    }

    @Test
    void allFilesOfADocumentAreWritten() throws IOException {
        Path out = folder.resolve("monitoring");
        CliRun ran = run("", "queries", MAIN, "--out", out.toString(), "--by", "namespace");
        assertEquals(0, ran.code(), ran.err());
        List<String> names = List.of(
                Bundle.QUERIES,
                Bundle.RULES,
                Bundle.TESTS,
                Bundle.DASHBOARD,
                Bundle.KUBERNETES,
                Bundle.VICTORIA,
                Bundle.SIDECAR,
                Bundle.GRAFANA,
                Bundle.RESOURCE,
                Bundle.PERSES,
                Bundle.NAMES,
                Bundle.METRICS);
        assertEquals(
                names.stream().map(name -> out.resolve(name).toString()).toList(),
                ran.out().lines().toList());
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(names.size(), files.count());
        }
        assertTrue(Files.readString(out.resolve(Bundle.RULES)).contains("namespace:mig_utilization:weighted_avg"));
        JsonNode dashboard = JsonDocument.mapper().readTree(Files.readString(out.resolve(Bundle.DASHBOARD)));
        assertEquals(
                "MIG utilization: main-example.slicewise.json",
                dashboard.get("title").stringValue());
    }

    @Test
    void alertsFireWhenSomebodyWantsThemTo() throws IOException {
        Path out = folder.resolve("monitoring");
        CliRun ran = run(
                "",
                "queries",
                MAIN,
                "--out",
                out.toString(),
                "--weighted-high",
                "85.5%",
                "--high-for",
                "2h",
                "--whole-low",
                "30",
                "--low-for",
                "5d",
                "--coverage",
                "50",
                "--coverage-for",
                "20m",
                "--silent-for",
                "25m");
        assertEquals(0, ran.code(), ran.err());
        String rules = Files.readString(out.resolve(Bundle.RULES));
        assertTrue(rules.contains(">= 0.855\"\n        for: \"2h\"\n"), rules);
        assertTrue(rules.contains("[5d]) < 0.3") && rules.contains(":ratio offset 5d"), rules);
        assertTrue(rules.contains("/ host:mig_instances:count < 0.5"), rules);
        assertTrue(rules.contains("for: \"20m\"") && rules.contains("for: \"25m\""), rules);
        assertTrue(rules.contains("or above for 120 minutes"), rules);
    }

    @Test
    void exportsThatBelongTogetherAreOne() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("samples", "snapshot-a100-mig.prom"));
        Path first = Files.write(folder.resolve("first.prom"), lines.subList(0, lines.size() / 2));
        Path second = Files.write(folder.resolve("second.prom"), lines.subList(lines.size() / 2, lines.size()));
        Path out = folder.resolve("joined");
        CliRun joined = run("", "queries", first.toString(), second.toString(), "--out", out.toString());
        assertEquals(0, joined.code(), joined.err());
        assertFalse(joined.err().contains("twice"), joined.err());
        Path whole = folder.resolve("whole");
        run("", "queries", "samples/snapshot-a100-mig.prom", "--out", whole.toString());
        assertEquals(Files.readString(whole.resolve(Bundle.METRICS)), Files.readString(out.resolve(Bundle.METRICS)));
    }

    @Test
    void documentsOfDifferentWeightsAreTakenBySlicesAndThatIsSaid() throws IOException {
        String sms = Files.readString(Path.of(MAIN)).replace("\"slices\"", "\"sms\"");
        Path other = Files.writeString(folder.resolve("other.json"), sms);
        CliRun ran = run("", "check", "--for", MAIN, "--for", other.toString(), "-");
        assertEquals(1, ran.code(), "an empty text is nothing to check");
        CliRun queries = run("", "queries", MAIN, other.toString());
        assertTrue(queries.err().contains("--basis chooses another basis"), queries.err());
        assertFalse(run("", "queries", MAIN, other.toString(), "--basis", "slices")
                .err()
                .contains("--basis chooses"));
    }

    @Test
    void queriesArePrintedWithWhatTheirPartsAreForInEitherLanguage() {
        CliRun english = run("", "queries", MAIN);
        assertTrue(english.out().contains("# How busy is the allocated part?"), english.out());
        assertTrue(english.out().contains("* 0.143"), "the source document's query stands beside");
        CliRun korean = run("", "queries", "--lang", "ko");
        assertEquals(0, korean.code());
        assertTrue(korean.out().startsWith("# 모든 MIG 하드웨어 쿼리"), korean.out());
        assertTrue(korean.out().contains("NVIDIA )?(A30"), "any hardware");
    }

    @Test
    void whatTheServerCallsThingsIsAskedFor() {
        String out = run(
                        "",
                        "queries",
                        MAIN,
                        "--metric",
                        "both",
                        "--lower-case",
                        "--percent",
                        "--label",
                        "namespace=exported_namespace",
                        "--match",
                        "namespace=team \"a\"",
                        "--match",
                        "hostname!~gpu-[0-9]",
                        "--basis",
                        "sms")
                .out();
        assertTrue(out.contains("dcgm_fi_prof_gr_engine_util_ratio{gpu_i_id!=\"\""), out);
        assertTrue(out.contains("exported_namespace=\"team \\\"a\\\"\""), out);
        assertTrue(out.contains("hostname!~\"gpu-[0-9]\""), out);
        assertTrue(out.contains("<= 110"), out);
        assertTrue(out.contains("vector(14)"), "14 SMs weigh 14: " + out);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--match|x|Invalid value “x” for --match. Write a label, one of =, !=, =~ and !~, and a value, for"
                        + " example namespace=team-a.",
                "--label|x=|Invalid value “x=” for --label. Write DCGM=THERE, for example"
                        + " namespace=exported_namespace.",
                "--metric|x|Invalid value “x” for --metric. Use one of: old, new, both, engine, sm, tensor, bandwidth.",
                "--weighted-high|120|Invalid value “120” for --weighted-high. It is a percentage from 0.1 to 100.",
                "--whole-low|x|Invalid value “x” for --whole-low. It is a percentage from 0.1 to 100.",
                "--high-for|10d|Invalid value “10d” for --high-for. It is a whole number of minutes, at most a"
                        + " week: 10m, 2h.",
                "--high-for|90s|Invalid value “90s” for --high-for. It is a whole number of minutes, at most a"
                        + " week: 10m, 2h.",
                "--low-for|12h|Invalid value “12h” for --low-for. It is a whole number of days, at most 90: 3d.",
                "--silent-for|x|Invalid value “x” for --silent-for. Use one of: 15s, 5m, 24h, 30d.",
                "--coverage|0|Invalid value “0” for --coverage. It is a percentage from 0.1 to 100."
            })
    void whatIsNotUnderstoodIsSaid(String option, String value, String message) {
        CliRun ran = run("", "queries", MAIN, option, value);
        assertEquals(2, ran.code());
        assertEquals(message, ran.err().lines().findFirst().orElse(""));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        CliRun ran = run("", "queries", MAIN, "--out", file.toString());
        assertEquals(1, ran.code());
        assertTrue(ran.err().startsWith("The files could not be written to "), ran.err());
        assertEquals(1, run("", "queries", "nowhere.json").code());
    }

    @Test
    void mistakesAreShownInATableWithTheRepairedQuery() {
        CliRun ran = run("sum(DCGM_FI_DEV_POWER_USAGE{GPU_I_ID!=''})", "check", "-");
        assertEquals(0, ran.code());
        assertEquals("""
            Severity  Kind                     Panel or rule  Where
            error     gpu-values-per-instance                 stdin

            stdin
            The exporter repeats the GPU's value for each of its instances: a GPU with seven instances counts seven times in this sum.
              sum(DCGM_FI_DEV_POWER_USAGE{GPU_I_ID!=""})
            Repaired:
              sum(max by (UUID) (DCGM_FI_DEV_POWER_USAGE{GPU_I_ID!=""}))

            1 query checked, 1 finding.
            """, ran.out().replace("\r\n", "\n"));
        assertEquals(
                1,
                run("sum(DCGM_FI_DEV_POWER_USAGE{GPU_I_ID!=''})", "check", "-", "--fail")
                        .code());
        assertEquals(
                "1 query checked, nothing found.\n",
                run("up", "check", "-", "--fail").out());
    }

    @Test
    void mistakesAreThereAsJsonToo() {
        CliRun ran = run("avg(DCGM_FI_PROF_GR_ENGINE_ACTIVE) > 90\n\nsum(", "check", "--json", "--for", MAIN, "-");
        assertEquals(1, ran.code());
        JsonNode root = JsonDocument.mapper().readTree(ran.out());
        assertEquals(1, root.get("queries").intValue());
        assertEquals("percent-on-ratio", root.get("findings").get(0).get("id").stringValue());
        assertEquals("stdin:1", root.get("findings").get(0).get("where").stringValue());
        assertFalse(root.get("findings").get(1).get("repaired").stringValue().contains("A30"));
        assertEquals("stdin:3", root.get("problems").get(0).get("where").stringValue());
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        CliRun ran = run("", "check", folder.resolve("nowhere.yaml").toString());
        assertEquals(1, ran.code());
        assertTrue(ran.err().contains("nowhere.yaml"), ran.err());
    }
}
