package io.slicewise.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.json.ScenarioFile;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.Layout;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.Purchase;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.text.Wording;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.GpuWeight;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
    private static final SampleLibrary SAMPLES = SampleLibrary.builtIn();
    private static final Path FOLDER = Path.of("samples");

    private static List<Sample> scenarios() {
        return SAMPLES.all().stream()
                .filter(sample -> sample.file().endsWith(ScenarioFile.EXTENSION))
                .toList();
    }

    private static List<Sample> snapshots() {
        return SAMPLES.all().stream()
                .filter(sample -> sample.file().endsWith(".prom"))
                .toList();
    }

    private static List<Sample> others() {
        return SAMPLES.all().stream()
                .filter(sample ->
                        sample.file().endsWith(".csv") || sample.file().endsWith(".txt"))
                .toList();
    }

    private static List<Sample> answers() {
        return SAMPLES.all().stream()
                .filter(sample ->
                        sample.file().startsWith("snapshot-") && sample.file().endsWith(".json"))
                .toList();
    }

    private static Scenario scenario(String file) {
        ScenarioFile.Read read = ScenarioFile.read(file, SampleLibrary.bytes(SAMPLES.named(file)), Fleets.CATALOGUE);
        assertEquals(List.of(), read.problems(), file);
        return Objects.requireNonNull(read.scenario());
    }

    @Test
    void theFolderAndTheIndexHoldTheSameFiles() throws IOException {
        TreeSet<String> inFolder = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.json"))
                    .forEach(inFolder::add);
        }
        List<String> inIndex = SAMPLES.all().stream().map(Sample::file).toList();
        assertEquals(inFolder, new TreeSet<>(inIndex));
        assertEquals(inFolder.size(), inIndex.size(), "a sample is listed twice");
        assertEquals(
                inFolder.size(),
                scenarios().size() + snapshots().size() + answers().size() + others().size());
    }

    @Test
    void theProductShipsWhatTheFolderHolds() throws IOException {
        for (Sample sample : SAMPLES.all()) {
            assertArrayEquals(
                    Files.readAllBytes(FOLDER.resolve(sample.file())), SampleLibrary.bytes(sample), sample.file());
        }
    }

    @Test
    void everythingIsSaidInBothLanguages() {
        for (SampleLibrary.Group group : SAMPLES.groups()) {
            assertTranslated(group.name());
        }
        for (Sample sample : SAMPLES.all()) {
            assertTranslated(sample.title());
            assertTranslated(sample.shows());
        }
    }

    private static void assertTranslated(Wording wording) {
        assertTrue(wording.isTranslated(), wording.standard());
        assertFalse(hasHangul(wording.standard()), wording.standard());
        assertTrue(hasHangul(wording.in(Language.KOREAN)), wording.in(Language.KOREAN));
    }

    private static boolean hasHangul(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioIsCalledAndDescribedAsInTheIndex(Sample sample) {
        Scenario scenario = scenario(sample.file());
        assertEquals(sample.title(), scenario.name());
        for (Language language : Language.all()) {
            List<String> lines = scenario.notes().in(language).lines().toList();
            assertEquals(sample.shows().in(language), lines.getFirst());
            assertTrue(lines.size() > 2, "the notes say more than the line: " + sample.file());
        }
        assertTranslated(scenario.notes());
    }

    /** Fractions that were worked out by hand: S, W, G and A of the fleet on the basis that the sample is saved with. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        main-example                 |  4 |  4 | 3/4       | 18/25     | 18/35       | 5/7
        missing-reading              |  4 |  3 | 4/5       | 4/5       | 4/7         | 5/7
        scenario-1-idle-3g           |  4 |  4 | 3/4       | 3/5       | 18/35       | 6/7
        scenario-2-even-load         |  4 |  4 | 161/200   | 101/125   | 101/175     | 5/7
        case-1-development           |  7 |  7 | 2/5       | 2/5       | 2/5         | 1/1
        case-2-production            |  5 |  5 | 31/50     | 2/3       | 4/7         | 6/7
        case-3-training              |  8 |  8 | 47/160    | 23/40     | 23/40       | 1/1
        hardware-a30                 |  3 |  3 | 11/20     | 19/40     | 19/40       | 1/1
        hardware-h100-slices-and-sms |  5 |  5 | 21/50     | 39/70     | 39/70       | 1/1
        hardware-ceiling-3g-3g       |  2 |  2 | 1/1       | 1/1       | 6/7         | 6/7
        hardware-dcgm-guide          |  2 |  2 | 1971/2000 | 1971/2000 | 5913/7000   | 6/7
        hardware-mixed-models        |  9 |  9 | 43/90     | 21/40     | 1/2         | 20/21
        host-8-gpus                  | 50 | 49 | 2353/4900 | 1321/2700 | 14531/30240 | 55/56
        """)
    void theFiguresAreTheOnesThatTheNotesState(
            String name, int instances, int reported, String s, String w, String g, String a) {
        Scenario scenario = scenario(name + ScenarioFile.EXTENSION);
        Averages total = Figures.of(scenario.fleet(), scenario.weights()).total();
        assertEquals(instances, total.instances());
        assertEquals(reported, total.reported());
        assertEquals(fraction(s), total.instanceAverage(), 1e-15);
        assertEquals(fraction(w), total.weightedAverage(), 1e-15);
        assertEquals(fraction(g), total.wholeGpu(), 1e-15);
        assertEquals(fraction(a), total.allocatedShare(), 1e-15);
    }

    private static double fraction(String text) {
        String[] parts = text.split("/");
        return Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    @Test
    void theFiguresInTheTableAreOfEveryScenario() {
        assertEquals(
                13,
                scenarios().stream()
                        .filter(sample ->
                                !scenario(sample.file()).fleet().gpus().isEmpty())
                        .count());
    }

    /** Rounded up by half, 22 1g, 5 2g, 3 3g and 2 7g are 55 compute slices; the cheapest mix of four models costs 9 · 8,000 + 22 · 11,000. */
    @Test
    void thePlansOfTheLibraryHaveProvenAnswers() {
        assertEquals(8, plan("plan-cases-grown.slicewise.json").total().gpus());
        assertEquals(
                0,
                new BigDecimal("314000")
                        .compareTo(
                                plan("plan-four-models.slicewise.json").total().cost()));
    }

    private static PurchasePlan plan(String file) {
        PlanInput input = Objects.requireNonNull(scenario(file).plan());
        PurchasePlan plan =
                Purchase.plan(input.grown(), input.offers(), input.rules(), Fleets.CATALOGUE.models(), Effort.USUAL);
        assertTrue(plan.proven(), file);
        return plan;
    }

    @Test
    void theH100IsAnotherOneBySms() {
        Scenario scenario = scenario("hardware-h100-slices-and-sms.slicewise.json");
        Averages sms = Figures.of(scenario.fleet(), Weights.DEFAULT.withBasis(WeightBasis.Hardware.SMS))
                .total();
        assertEquals(7320.0 / 124 / 100, sms.weightedAverage(), 1e-15);
        assertEquals(7320.0 / 132 / 100, sms.wholeGpu(), 1e-15);
        assertEquals(124.0 / 132, sms.allocatedShare(), 1e-15);
    }

    @Test
    void theMixedFleetBySmsIsTheOneOfItsNotes() {
        Scenario scenario = scenario("hardware-mixed-models.slicewise.json");
        double whole = Figures.of(scenario.fleet(), scenario.weights().withGpus(new GpuWeight.BySms()))
                .total()
                .wholeGpu();
        assertEquals((98 * 340.0 / 700 + 56 * 0.5 + 132 * 360.0 / 700) / 286, whole, 1e-15);
    }

    @Test
    void theMissingReadingLeavesTheRangeOfItsNotes() {
        Scenario scenario = scenario("missing-reading.slicewise.json");
        Averages total = Figures.of(scenario.fleet(), scenario.weights()).total();
        assertEquals(2.4 / 7, total.wholeGpuLow(), 1e-15);
        assertEquals(4.4 / 7, total.wholeGpuHigh(), 1e-15);
    }

    @Test
    void theHostStrandsASliceOnItsLastGpuAndNowhereElse() {
        for (Gpu gpu : scenario("host-8-gpus.slicewise.json").fleet().gpus()) {
            Layout layout = gpu.layout().orElseThrow();
            assertEquals(List.of(), layout.conflicts());
            assertEquals(gpu.id().equals("gpu-7") ? 1 : 0, layout.strandedSlices(), gpu.id());
        }
    }

    /** UUIDs, hosts and values are invented; the prefix keeps anybody from taking them for real ones. */
    @ParameterizedTest
    @MethodSource("snapshots")
    void aSnapshotIsInventedAndSaysSo(Sample sample) {
        List<String> lines = new String(SampleLibrary.bytes(sample), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertTrue(lines.getFirst().contains("invented"), lines.getFirst());
        for (String line : lines) {
            assertTrue(line.startsWith("#") || line.contains("UUID=\"GPU-51ce0000-"), line);
        }
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("DCGM_FI_PROF_GR_ENGINE_ACTIVE{")));
    }

    /** The formats that have no comments are known by the prefix of their UUIDs. */
    @ParameterizedTest
    @MethodSource("others")
    void anotherExportIsInvented(Sample sample) {
        String text = new String(SampleLibrary.bytes(sample), StandardCharsets.UTF_8);
        assertTrue(text.contains("GPU-51ce0000-"), sample.file());
        assertFalse(text.replace("GPU-51ce0000-", "").contains("GPU-"), sample.file());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerIsInventedAndSaysSo(Sample sample) {
        List<String> lines = new String(SampleLibrary.bytes(sample), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertTrue(lines.getFirst().contains("invented"), lines.getFirst());
        for (String line : lines.subList(1, lines.size() - 1)) {
            assertTrue(line.contains("\"UUID\":\"GPU-51ce0000-"), line);
        }
    }
}
