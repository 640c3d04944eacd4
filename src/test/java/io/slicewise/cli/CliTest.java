package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.AppFolders;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class CliTest {
    private static final String MAIN = "samples/main-example.slicewise.json";
    private static final String IDLE = "samples/scenario-1-idle-3g.slicewise.json";
    private static final String BAD = "src/test/resources/io/slicewise/bad/utilization-130.slicewise.json";

    @TempDir
    private Path home;

    /** What a command left behind. */
    private CliRun run(String... args) {
        return CliRun.in(home, args);
    }

    private CliRun runWith(String input, String... args) {
        return CliRun.in(home, Language.ENGLISH, input, args);
    }

    @Test
    void theJsonOfTheMainExampleHasTheShapeAndTheExactFigures() {
        CliRun ran = run("averages", "--json", MAIN);
        assertEquals(0, ran.code());
        assertEquals("", ran.err());
        JsonNode root = ran.json();
        assertEquals(
                List.of(
                        "formatVersion",
                        "metric",
                        "basis",
                        "gpuWeight",
                        "fleet",
                        "gpus",
                        "wholeGpus",
                        "unweighed",
                        "problems"),
                names(root));
        assertEquals(1, root.get("formatVersion").intValue());
        assertEquals("slices", root.get("basis").stringValue());
        JsonNode fleet = root.get("fleet");
        assertEquals(
                List.of(
                        "gpus",
                        "instances",
                        "reported",
                        "instanceAverage",
                        "sliceWeightedAverage",
                        "wholeGpuUtilization",
                        "allocatedShare",
                        "gap",
                        "allGpus"),
                names(fleet));
        assertEquals(1, fleet.get("gpus").intValue());
        assertEquals(4, fleet.get("instances").intValue());
        assertEquals(4, fleet.get("reported").intValue());
        assertFigures(fleet, 0.75, 0.72, 3.6 / 7, 5.0 / 7);
        JsonNode gpu = root.get("gpus").get(0);
        assertEquals("gpu-0", gpu.get("id").stringValue());
        assertEquals("a100-80gb", gpu.get("model").stringValue());
        assertTrue(gpu.get("modelName").isNull());
        assertEquals(5, gpu.get("allocatedSlices").intValue());
        assertEquals(7, gpu.get("totalSlices").intValue());
        assertFigures(gpu, 0.75, 0.72, 3.6 / 7, 5.0 / 7);
        assertEquals(0, root.get("problems").size());
    }

    @Test
    void theJsonHasEveryInstanceWithWhatItAddsToTheGap() {
        JsonNode gpu = run("averages", "--json", MAIN).json().get("gpus").get(0);
        assertEquals(4, gpu.get("instances").size());
        JsonNode last = gpu.get("instances").get(3);
        assertEquals("4", last.get("id").stringValue());
        assertEquals("2g.20gb", last.get("profile").stringValue());
        assertEquals(2, last.get("slices").intValue());
        assertEquals(0.6, last.get("utilization").doubleValue());
        assertEquals(
                (2.0 / 5 - 1.0 / 4) * (0.6 - 0.75), last.get("contribution").doubleValue(), 1e-15);
        double sum = 0;
        for (JsonNode instance : gpu.get("instances")) {
            sum += instance.get("contribution").doubleValue();
        }
        assertEquals(gpu.get("gap").doubleValue(), sum, 1e-15);
    }

    private static void assertFigures(JsonNode node, double s, double w, double g, double a) {
        assertEquals(s, node.get("instanceAverage").doubleValue(), 1e-15);
        assertEquals(w, node.get("sliceWeightedAverage").doubleValue(), 1e-15);
        assertEquals(g, node.get("wholeGpuUtilization").doubleValue(), 1e-15);
        assertEquals(a, node.get("allocatedShare").doubleValue(), 1e-15);
        assertEquals(w - s, node.get("gap").doubleValue(), 1e-15);
    }

    private static List<String> names(JsonNode node) {
        return new ArrayList<>(node.propertyNames());
    }

    @Test
    void noFigureIsNull() {
        JsonNode root = run("averages", "--json", "samples/missing-reading.slicewise.json")
                .json();
        JsonNode silent = root.get("gpus").get(0).get("instances").get(3);
        assertTrue(silent.get("utilization").isNull());
        assertTrue(silent.get("contribution").isNull());
        assertEquals(3, root.get("fleet").get("reported").intValue());
        JsonNode nothing = runWith("{\"formatVersion\":1,\"gpus\":[]}", "averages", "--json", "-")
                .json();
        assertTrue(nothing.get("fleet").get("instanceAverage").isNull());
        assertTrue(nothing.get("fleet").get("gap").isNull());
    }

    @Test
    void theTableHasALineForEachGpuAndOneForAll() {
        CliRun ran = run("averages", MAIN);
        assertEquals(0, ran.code());
        List<String> lines = ran.out().lines().toList();
        assertEquals(
                "GPU    Model      Slices  Readings  Instance average  Slice-weighted average  Whole-GPU utilization"
                        + "  Allocated      Gap",
                lines.get(2));
        assertTrue(lines.get(3).startsWith("GPU 0  a100-80gb     5/7       4/4"), lines.get(3));
        assertEquals(
                List.of("75.0%", "72.0%", "51.4%", "71.4%", "−3.0\u00a0pp"),
                List.of(lines.get(4).strip().split(" {2,}")).subList(2, 7));
    }

    @Test
    void koreanIsSaidInKoreanAndAligned() {
        CliRun ran = run("averages", "--lang", "ko", IDLE);
        List<String> lines = ran.out().lines().toList();
        assertTrue(lines.getFirst().startsWith("가중 기준: 컴퓨트 슬라이스."), lines.getFirst());
        assertTrue(lines.get(2).contains("인스턴스 평균 사용률  가중 평균  GPU 하드웨어 활용률"), lines.get(2));
        assertTrue(lines.get(3).endsWith("75.0%      60.0%                51.4%   85.7%  −15.0%p"), lines.get(3));
        assertEquals(TextTable.width(lines.get(2)), TextTable.width(lines.get(3)));
        assertTrue(run("averages", "--lang=ko", BAD).err().startsWith("오류 – " + BAD));
        assertTrue(run("--lang", "ko", "averages").err().startsWith("빠진 인수가 있습니다"));
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheOthersCount() {
        CliRun ran = run("averages", BAD, "nowhere.json", MAIN);
        assertEquals(1, ran.code());
        assertTrue(ran.out().contains("51.4"));
        assertEquals(
                List.of(
                        "error – " + BAD + ": gpus[0].instances[0].utilization: Expected a number from 0 to 1,"
                                + " found 130.",
                        "error – nowhere.json: There is no such file. Check the name and the folder."),
                ran.err().lines().toList());
        JsonNode json = run("averages", "--json", BAD, MAIN).json();
        assertEquals(1, json.get("fleet").get("gpus").intValue());
        assertEquals("error", json.get("problems").get(0).get("severity").stringValue());
        assertEquals(
                BAD + ": gpus[0].instances[0].utilization",
                json.get("problems").get(0).get("where").stringValue());
    }

    @Test
    void whereNothingCouldBeReadThereIsNoTable() {
        CliRun ran = run("averages", BAD);
        assertEquals(1, ran.code());
        assertEquals("", ran.out());
    }

    @Test
    void theStandardInputIsAFileToo() throws IOException {
        CliRun ran = runWith(Files.readString(Path.of(MAIN)), "averages", "--json", "-");
        assertEquals(0, ran.code());
        assertFigures(ran.json().get("fleet"), 0.75, 0.72, 3.6 / 7, 5.0 / 7);
        assertTrue(runWith("", "averages", "-").err().contains("error – stdin: The file is empty."));
    }

    @Test
    void severalFilesAreOneFleet() {
        JsonNode json = run("averages", "--json", MAIN, IDLE).json();
        JsonNode fleet = json.get("fleet");
        assertEquals(2, fleet.get("gpus").intValue());
        // 8 instances, 11 slices of 14
        assertFigures(fleet, 0.75, 7.2 / 11, 7.2 / 14, 11.0 / 14);
        assertEquals("gpu-0", json.get("gpus").get(0).get("id").stringValue());
        assertEquals(IDLE + ":gpu-0", json.get("gpus").get(1).get("id").stringValue());
        assertEquals(
                IDLE + ":gpu-0#2",
                run("averages", "--json", MAIN, IDLE, IDLE)
                        .json()
                        .get("gpus")
                        .get(2)
                        .get("id")
                        .stringValue());
    }

    @Test
    void theSameHardwareInTwoFilesCountsOnce() throws IOException {
        String scenario = Files.readString(Path.of(MAIN)).replace("gpu-0", "GPU-51ce0000-0001-4a11-8d00-5a3717e00001");
        Path a = Files.writeString(home.resolve("a.json"), scenario);
        Path b = Files.writeString(home.resolve("b.json"), scenario.replace("0.9", "0.1"));
        CliRun ran = run("averages", a.toString(), b.toString());
        assertEquals(0, ran.code());
        assertTrue(ran.err().startsWith("warning – " + b + ": The GPU GPU-51ce0000"), ran.err());
        assertTrue(ran.out().contains("75.0"));
    }

    @ParameterizedTest
    @CsvSource({"slices, 0.5571428571428572", "sms, 0.5903225806451613", "memory-slices, 0.6", "memory-gib, 0.6"})
    void theBasisChoosesTheWeights(String basis, double weighted) {
        JsonNode json = run(
                        "averages", "--json", "--basis", basis, "samples/hardware-h100-slices-and-sms.slicewise.json")
                .json();
        assertEquals(basis, json.get("basis").stringValue());
        assertEquals(weighted, json.get("fleet").get("sliceWeightedAverage").doubleValue(), 2e-3);
    }

    @Test
    void theBasisOfTheDocumentIsTakenUnlessItIsAskedFor() throws IOException {
        String sms = Files.readString(Path.of(MAIN)).replace("\"basis\": \"slices\"", "\"basis\": \"sms\"");
        String file = Files.writeString(home.resolve("sms.json"), sms).toString();
        assertEquals("sms", run("averages", "--json", file).json().get("basis").stringValue());
        assertEquals(
                "slices",
                run("averages", "--json", "--basis", "slices", file)
                        .json()
                        .get("basis")
                        .stringValue());
        JsonNode mixed = run("averages", "--json", file, MAIN).json();
        assertEquals("slices", mixed.get("basis").stringValue());
        assertTrue(mixed.get("problems").get(0).get("message").stringValue().contains("--basis"));
    }

    @Test
    void aGpuOfAnUnknownModelIsAskedForAndCanBeNamed() {
        String unknown = """
            {"formatVersion":1,"gpus":[{"id":"g","name":"GPU 9","modelName":"NVIDIA X900","instances":[
             {"id":"1","profile":"1g.10gb","computeSlices":1,"utilization":0.5},
             {"id":"2","profile":"7g.70gb","computeSlices":7,"utilization":0.5}]}]}\
            """;
        CliRun ran = runWith(unknown, "averages", "--json", "-");
        assertEquals(0, ran.code());
        assertTrue(ran.json().get("gpus").get(0).get("model").isNull());
        assertTrue(ran.json().get("gpus").get(0).get("totalSlices").isNull());
        assertTrue(ran.json().get("fleet").get("wholeGpuUtilization").isNull());
        assertEquals(1, ran.json().get("problems").size());
        CliRun named = runWith(unknown, "averages", "--model", "NVIDIA A100-SXM4-80GB", "-");
        assertTrue(named.out().contains("a100-80gb     7/7"), named.out());
        assertTrue(named.err().contains("were left out: 1g.10gb."), named.err());
    }

    @Test
    void unverifiedHardwareIsMarkedAndUnknownHardwareHasNoFigure() {
        String h20 = "{\"formatVersion\":1,\"gpus\":[{\"id\":\"g\",\"model\":\"h20-96gb\",\"instances\":"
                + "[{\"id\":\"1\",\"profile\":\"1g.12gb\",\"utilization\":0.5}]}]}";
        assertTrue(
                runWith(h20, "averages", "--basis", "memory-slices", "-").err().contains("1g.12gb of h20-96gb"));
        CliRun sms = runWith(h20, "averages", "--basis", "sms", "-");
        assertEquals(0, sms.code());
        assertTrue(sms.err().contains("so there is no weighted figure on this basis"), sms.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "averages",
                "averages --basis cores x",
                "averages --model a100-81gb x",
                "averages --colour x",
                "layouts",
                "layouts a100-80gb a30-24gb",
                "layouts a100-80gb --all --maximal",
                "catalog nothing",
                "--lang fr catalog",
                "catalog --add src/test/resources/io/slicewise/snapshot/smi/profiles-new.txt",
                "fly",
                "--lang ko",
            })
    void whatIsNotUnderstoodIsSaidInASentence(String command) {
        CliRun ran = run(command.split(" "));
        assertEquals(2, ran.code());
        assertEquals("", ran.out());
        assertEquals(2, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().contains("--help"), ran.err());
        assertFalse(ran.err().contains("cli."), ran.err());
    }

    @Test
    void aModelThatIsNearlyRightIsSuggested() {
        assertTrue(run("layouts", "a100").err().contains("Did you mean one of a100-40gb, a100-80gb, a100-96gb-pg506?"));
    }

    @Test
    void helpAndVersionGoToTheOutput() {
        for (String command : List.of("-h", "averages --help", "layouts --help", "catalog --help --lang ko", "-V")) {
            CliRun ran = run(command.split(" "));
            assertEquals(0, ran.code());
            assertEquals("", ran.err());
            assertFalse(ran.out().contains("cli."), ran.out());
        }
        assertTrue(run("catalog", "-h", "--lang", "ko").out().startsWith("사용법:\n  slicewise catalog"));
        // the number is the module's or the jar's; classes in a folder on the class path have none
        assertTrue(run("--version").out().matches("Slicewise( \\d+\\.\\d+.*)?\\R"));
    }

    @ParameterizedTest
    @CsvSource({"60, en", "60, ko", "80, en", "80, ko", "100, en", "100, ko"})
    void helpOfEveryCommandFitsTheScreenAndKeepsItsWordsWhole(int columns, String code) {
        Messages words = Messages.in(Language.ofCode(code).orElseThrow());
        Terminal terminal = new Terminal(InputStream.nullInputStream(), System.out, System.err);
        CommandLine root = Commands.of(terminal, new AppFolders(Path.of("target", "no-settings")), words)
                .described(columns);
        Stream.concat(Stream.of(root), root.getSubcommands().values().stream()).forEach(command -> {
            String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
            help.lines().forEach(line -> assertTrue(TextTable.width(line) <= columns, line));
            String said = help.replaceAll("\\s+", " ");
            command.getCommandSpec().options().stream()
                    .map(option -> String.join("\n", option.description())
                            .replace("%n", "\n")
                            .replace("%%", "%"))
                    .flatMap(description -> Stream.of(description.split("\\s+")))
                    .forEach(word -> assertTrue(said.contains(word), () -> word + "\n" + help));
        });
    }

    /** No sentence of picocli's own, which are English. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        averages --lang ko --json=x main.json   | --json 옵션에는 값을 쓸 수 없습니다.
        averages --lang ko --all-gpus --json=x main.json | --json 옵션에는 값을 쓸 수 없습니다.
        averages --lang ko --lang ko main.json  | --lang 옵션은 한 번만 쓸 수 있습니다.
        averages --lang ko --to                 | 빠진 인수가 있습니다: TIME.
        averages --lang ko --nothing main.json  | 알 수 없는 옵션입니다: “--nothing”.
        nothing --lang ko                       | 알 수 없는 명령이거나 인수가 너무 많습니다: “nothing”.
        """)
    void whatIsNotUnderstoodIsSaidInItsLanguage(String args, String said) {
        CliRun ran = run(args.split(" "));
        assertEquals(2, ran.code(), ran.err());
        assertEquals(said, ran.err().lines().findFirst().orElse(""));
    }

    /** picocli alone breaks Korean between any two syllables. */
    @Test
    void helpBreaksAtSpacesOnly() {
        for (Language language : Language.all()) {
            String help = run("averages", "--help", "--lang", language.code()).out();
            assertTrue(help.lines().allMatch(line -> TextTable.width(line) <= 100), help);
            String said = help.replaceAll("\\s+", " ");
            for (String key :
                    List.of("files", "json", "basis", "model", "unit", "map", "from", "at", "header", "sums")) {
                String words = Messages.in(language).say("cli.help." + key);
                assertTrue(said.contains(words), () -> words + "\n" + help);
            }
            String all = run("--help", "--lang", language.code()).out().replaceAll("\\s+", " ");
            assertTrue(all.contains(Messages.in(language).say("promql.cli.help.queries")), all);
        }
    }

    /** English words of people in a sheet that was asked for in Korean are names: of documents, products and fields. */
    @Test
    void remarksOfTheCatalogueAreInTheLanguageThatWasAskedFor() {
        String english = run("catalog", "h100-80gb-sxm", "--lang", "en").out();
        assertTrue(english.contains("SMs are not proportional to slices"), english);
        String korean = run("catalog", "h100-80gb-sxm", "--lang", "ko").out();
        assertTrue(korean.contains("SM 수는 슬라이스에 비례하지 않습니다"), korean);
        assertFalse(korean.contains("proportional") || korean.contains("max instances"), korean);
        assertTrue(run("catalog", "a30-24gb").out().startsWith("A30 24GB\n"));
        assertTrue(run("catalog", "h100 sxm5 80gb").out().startsWith("H100 SXM5 80GB\n"));
    }

    @Test
    void layoutsAreCountedAndListed() {
        JsonNode json = run("layouts", "--json", "a100-80gb").json();
        assertEquals(298, json.get("reachable").intValue());
        assertEquals(19, json.get("maximal").intValue());
        assertEquals(14, json.get("distinctMaximal").intValue());
        assertEquals(19, json.get("layouts").size());
        JsonNode stranding = null;
        for (JsonNode layout : json.get("layouts")) {
            boolean two3g = layout.get("instances").size() == 2
                    && layout.get("allocatedSlices").intValue() == 6;
            stranding = two3g ? layout : stranding;
        }
        assertNotNull(stranding);
        assertEquals(1, stranding.get("strandedSlices").intValue());
        assertEquals(6.0 / 7, stranding.get("ceiling").doubleValue());
        assertEquals(4, stranding.get("instances").get(1).get("start").intValue());
        assertEquals(
                298,
                run("layouts", "--all", "--json", "NVIDIA A100-SXM4-40GB")
                        .json()
                        .get("layouts")
                        .size());
        String text = run("layouts", "a100-80gb").out();
        assertTrue(text.contains("298 reachable layouts"), text);
        assertTrue(text.contains("3g.40gb@0 3g.40gb@4"), text);
    }

    @Test
    void withoutKnownPlacementsThereAreNoLayouts() {
        JsonNode json = run("layouts", "--json", "rtx-pro-5000-48gb").json();
        assertFalse(json.get("placementsKnown").booleanValue());
        assertTrue(json.get("reachable").isNull());
        assertEquals(0, json.get("layouts").size());
        assertTrue(run("layouts", "rtx-pro-5000-48gb").out().contains("No source gives the placements"));
    }

    @Test
    void theCatalogueIsListedWithItsGapsAndDoubts() {
        CliRun list = run("catalog");
        String a800 = list.out()
                .lines()
                .filter(line -> line.startsWith("a800-80gb"))
                .findFirst()
                .orElseThrow();
        assertTrue(a800.endsWith("*") && a800.contains("–"), a800);
        assertTrue(list.out().contains(home.resolve("catalogue.json").toString()));
        assertEquals(29, run("catalog", "--json").json().get("gpus").size());
        CliRun sheet = run("catalog", "h100-94gb-nvl");
        assertTrue(sheet.out().contains("1g.11gb"), sheet.out());
        assertTrue(sheet.out().contains("{0,4}:4"), sheet.out());
        assertTrue(sheet.out().contains("https://github.com/NVIDIA/gpu-operator/pull/903"), sheet.out());
        JsonNode bare =
                run("catalog", "--json", "rtx-6000d-84gb").json().get("gpus").get(0);
        assertTrue(bare.get("memorySlices").isNull());
        assertTrue(bare.get("profiles").get(0).get("placement").isNull());
        assertTrue(bare.get("sources").size() > 0);
        CliRun korean = run("catalog", "h100-80gb-sxm", "--lang", "ko");
        assertTrue(korean.out().contains("1/7 = 0.143"), korean.out());
        assertTrue(korean.out().contains("SM 수는 슬라이스에 비례하지 않습니다"), korean.out());
    }

    @Test
    void theOwnCatalogueIsUsedAndItsMistakesAreShown() throws IOException {
        Files.writeString(home.resolve("catalogue.json"), """
            {"formatVersion": 1, "colour": 1, "gpus": [{"id": "lab-gpu", "name": "Lab GPU", "computeSlices": 2,
             "placementUnits": 2, "profiles": [{"name": "1g.8gb", "computeSlices": 1, "placement": {"size": 1, "starts": [0, 1]}}]}]}
            """);
        CliRun ran = run("layouts", "lab-gpu");
        assertEquals(0, ran.code());
        assertTrue(ran.out().contains("1g.8gb@0 1g.8gb@1"), ran.out());
        assertTrue(ran.err().startsWith("warning – " + home.resolve("catalogue.json") + ": colour: "), ran.err());
        assertTrue(run("catalog").out().contains("own*"));
    }

    @Test
    void aBrokenPipeIsQuiet() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(new ByteArrayInputStream(new byte[0]), CliRun.print(closed), CliRun.print(err));
        assertEquals(0, new Cli(terminal, new AppFolders(home), Language.ENGLISH).run("catalog"));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aGpuOfOnesOwnIsAddedOutOfWhatNvidiaSmiLists() throws IOException {
        String listing = "src/test/resources/io/slicewise/snapshot/smi/profiles-new.txt";
        CliRun ran = run("catalog", "--add", listing, "--name", "Lab GPU");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(
                ran.out().startsWith("Added Lab GPU, model lab-gpu: 4 compute slices, 4 profiles. Its placements"),
                ran.out());
        assertEquals(0, run("layouts", "lab-gpu").code());
        CliRun piped = runWith(
                Files.readString(Path.of(listing)).replace("15gb", "16gb"),
                "catalog",
                "--add",
                "-",
                "--name",
                "Other GPU");
        assertEquals(0, piped.code(), piped.err());
        // what is in the catalogue by now is recognised
        CliRun again = run("catalog", "--add", listing, "--name", "Lab GPU");
        assertEquals(1, again.code());
        assertTrue(again.err().contains("Lab GPU"), again.err());
        CliRun other = run("catalog", "--add", "samples/snapshot-a100-mig.prom", "--name", "x");
        assertEquals(1, other.code());
        assertTrue(other.err().contains("There is no list of profiles in this file."), other.err());
    }
}
