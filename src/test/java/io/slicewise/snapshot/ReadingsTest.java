package io.slicewise.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.assemble.SnapshotReading;
import io.slicewise.snapshot.csv.CsvSnapshot;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.prometheus.PrometheusSnapshot;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is read beside the utilization: each of it by itself, from every format. */
class ReadingsTest {
    private static final String FOUR =
            "{gpu=\"0\",UUID=\"GPU-1\",modelName=\"NVIDIA-A100-SXM4-80GB\",GPU_I_PROFILE=\"4g.40gb\",GPU_I_ID=\"1\"} ";
    private static final String ONE =
            "{gpu=\"0\",UUID=\"GPU-1\",modelName=\"NVIDIA-A100-SXM4-80GB\",GPU_I_PROFILE=\"1g.10gb\",GPU_I_ID=\"7\"} ";
    private static final String EMPTY = "{gpu=\"1\",UUID=\"GPU-2\",modelName=\"NVIDIA-A100-SXM4-80GB\"} ";
    private static final String WHOLE = "{gpu=\"2\",UUID=\"GPU-3\",modelName=\"NVIDIA-A100-SXM4-80GB\"} ";
    private static final String ENGINE =
            "DCGM_FI_PROF_GR_ENGINE_ACTIVE" + FOUR + "0.5\nDCGM_FI_PROF_GR_ENGINE_ACTIVE" + ONE + "0.9\n";
    private static final String BESIDE = "DCGM_FI_PROF_SM_ACTIVE" + FOUR + "0.25\n"
            + "DCGM_FI_PROF_SM_OCCUPANCY" + FOUR + "0.125\n"
            + "DCGM_FI_PROF_PIPE_TENSOR_ACTIVE" + FOUR + "0.0625\n"
            + "DCGM_FI_PROF_DRAM_ACTIVE" + FOUR + "0.8\nDCGM_FI_PROF_DRAM_ACTIVE" + ONE + "0\n"
            + "DCGM_FI_DEV_FB_USED" + FOUR + "30720\n"
            + "DCGM_FI_DEV_FB_USED" + ONE + "9223372036854775794\n"
            + "DCGM_FI_DEV_POWER_USAGE" + FOUR + "231.5\nDCGM_FI_DEV_POWER_USAGE" + ONE + "231.5\n";
    private static final String OTHERS = "DCGM_FI_DEV_MIG_MODE" + EMPTY + "1\nDCGM_FI_DEV_POWER_USAGE" + EMPTY
            + "52\nDCGM_FI_DEV_MIG_MODE" + WHOLE + "0\nDCGM_FI_PROF_GR_ENGINE_ACTIVE" + WHOLE
            + "0.8\nDCGM_FI_DEV_POWER_USAGE" + WHOLE + "310\n";

    private static Snapshot read(String text) {
        return Exports.snapshot(Exports.readText(text));
    }

    private static Instance instance(Snapshot snapshot, int index) {
        return snapshot.fleet().gpus().getFirst().instances().get(index);
    }

    private static Averages figures(Snapshot snapshot, ReadingKind reading) {
        return Figures.of(snapshot.fleet(), Weights.DEFAULT.of(reading)).total();
    }

    @Test
    void eachReadingIsKeptAndWhatIsMissingIsMissingByItself() {
        Snapshot snapshot = read(ENGINE + BESIDE);
        Instance four = instance(snapshot, 0);
        Instance one = instance(snapshot, 1);
        assertEquals(0.5, four.utilization());
        assertEquals(0.25, four.readings().smActive());
        assertEquals(0.125, four.readings().smOccupancy());
        assertEquals(0.0625, four.readings().tensorActive());
        assertEquals(0.8, four.readings().bandwidth());
        assertEquals(30720, four.readings().memoryUsedMib());
        double gib = Objects.requireNonNull(four.profile().memory());
        assertEquals(30 / gib, ReadingKind.MEMORY.of(four));
        assertEquals(0.9, one.utilization());
        assertEquals(Double.NaN, one.readings().smActive());
        assertEquals(0, one.readings().bandwidth());
        assertEquals(Double.NaN, one.readings().memoryUsedMib());
    }

    /** 0.8 on 4 of 8 memory slices is 0.4 of the GPU, not 0.457. */
    @Test
    void aReadingIsWeighedByWhatItScalesWith() {
        Snapshot snapshot = read(ENGINE + BESIDE);
        Averages bandwidth = figures(snapshot, ReadingKind.BANDWIDTH);
        assertEquals(0.4, bandwidth.instanceAverage(), 1e-15);
        assertEquals(0.64, bandwidth.weightedAverage(), 1e-15);
        assertEquals(0.4, bandwidth.wholeGpu(), 1e-15);
        Averages sm = figures(snapshot, ReadingKind.SM);
        assertEquals(1, sm.reported());
        assertEquals(0.25, sm.weightedAverage());
        assertEquals(WeightBasis.Hardware.MEMORY_GIB, Weights.natural(ReadingKind.MEMORY));
        assertEquals(0.58, figures(snapshot, ReadingKind.ENGINE).weightedAverage(), 1e-15);
    }

    @Test
    void powerIsTheGpusOnceWhateverItsInstancesRepeat() {
        Snapshot snapshot = read(ENGINE + BESIDE + OTHERS);
        assertEquals(231.5, snapshot.fleet().gpus().getFirst().powerWatts());
        Figures figures = Figures.of(snapshot.fleet(), Weights.DEFAULT);
        AllGpus all = AllGpus.of(snapshot.fleet(), snapshot.wholeGpus(), figures);
        assertEquals(593.5, all.powerWatts());
        assertEquals(3, all.powered());
    }

    @Test
    void emptyAndWholeGpusCountInTheFigureOfAllHardware() {
        Snapshot snapshot = read(ENGINE + OTHERS);
        Figures figures = Figures.of(snapshot.fleet(), Weights.DEFAULT);
        AllGpus all = AllGpus.of(snapshot.fleet(), snapshot.wholeGpus(), figures);
        assertEquals(2.9 / 7, figures.total().wholeGpu(), 1e-15);
        assertEquals(1, all.empty());
        assertEquals(1, all.whole());
        assertEquals((2.9 / 7 + 0.8) / 3, all.wholeGpu(), 1e-15);
        assertEquals((5.0 / 7 + 1) / 3, all.allocatedShare(), 1e-15);
        AllGpus nothing = AllGpus.of(snapshot.fleet(), snapshot.wholeGpus().subList(0, 0), figures);
        assertTrue(nothing.isAlike());
        assertEquals(figures.total().wholeGpu(), nothing.wholeGpu());
    }

    /** The headline over all GPUs is the figure that stands beside it otherwise, and then G = A·W of all. */
    @Test
    void allGpusCanBeTheHeadlineOfADocument() {
        Snapshot snapshot = read(ENGINE + OTHERS);
        DocumentContent.Measured partitioned = DocumentContent.measured(Scenario.empty("s"), snapshot);
        DocumentContent.Measured all = partitioned.with(partitioned
                .scenario()
                .withWeights(partitioned.scenario().weights().withAllGpus(true)));
        Averages total = all.figures().total();
        assertEquals((2.9 / 7 + 0.8) / 3, total.wholeGpu(), 1e-15);
        assertEquals(total.allocatedShare() * total.weightedAverage(), total.wholeGpu(), 1e-15);
        assertEquals(3, all.figures().gpus().size());
        assertEquals(
                "snapshot.all.headline", Objects.requireNonNull(all.allGpus()).key());
        assertEquals(
                "snapshot.all", Objects.requireNonNull(partitioned.allGpus()).key());
    }

    @Test
    void aFileWithoutUtilizationOpensWithTheReadingThatItHas() {
        Snapshot memory = read("DCGM_FI_DEV_FB_USED" + FOUR + "30720\n");
        assertEquals(
                ReadingKind.MEMORY,
                DocumentContent.measured(Scenario.empty("x"), memory)
                        .scenario()
                        .weights()
                        .reading());
        assertTrue(
                Reads.english(memory.problems()).stream()
                        .anyMatch(remark ->
                                remark.contains("another reading. What is there: DCGM_FI_DEV_FB_USED. For those")),
                () -> Reads.english(memory.problems()).toString());
        Snapshot sm = read(BESIDE);
        assertEquals(
                ReadingKind.SM,
                DocumentContent.measured(Scenario.empty("x"), sm)
                        .scenario()
                        .weights()
                        .reading());
        Snapshot nothing = read("DCGM_FI_DEV_SM_CLOCK" + FOUR + "1410\n");
        assertTrue(nothing.problems().stream()
                .anyMatch(problem -> problem.message().key().equals("snapshot.noUtilization")));
    }

    /** A tensor column that idles at 0.5 is percent where the utilization is, and by itself where it cannot be ratios. */
    @Test
    void theUnitIsThatOfTheUtilizationUnlessTheValuesSayOtherwise() {
        Snapshot percents =
                read("DCGM_FI_PROF_GR_ENGINE_ACTIVE" + FOUR + "50\nDCGM_FI_PROF_PIPE_TENSOR_ACTIVE" + FOUR + "0.5\n");
        assertEquals(0.5, instance(percents, 0).utilization());
        assertEquals(0.005, instance(percents, 0).readings().tensorActive());
        Snapshot mixed = read(ENGINE + "DCGM_FI_PROF_SM_ACTIVE" + FOUR + "25\n");
        assertEquals(0.25, instance(mixed, 0).readings().smActive());
    }

    @Test
    void severalMetricsInOneTableAreSeveralReadings() throws IOException {
        String table =
                "UUID,GPU_I_ID,GPU_I_PROFILE,modelName,DCGM_FI_PROF_GR_ENGINE_ACTIVE,DCGM_FI_PROF_SM_ACTIVE,DCGM_FI_DEV_FB_USED,DCGM_FI_DEV_POWER_USAGE\n"
                        + "GPU-1,1,4g.40gb,NVIDIA A100-SXM4-80GB,0.5,0.25,30720,231.5\n";
        Snapshot snapshot = Exports.snapshot(
                SnapshotReading.one(CsvSnapshot.format(SnapshotOptions.NONE), "x.csv", stream(table), ReadWatch.NONE)
                        .finish(Fleets.CATALOGUE, SnapshotOptions.NONE));
        Gpu gpu = snapshot.fleet().gpus().getFirst();
        assertEquals(231.5, gpu.powerWatts());
        assertEquals(0.5, gpu.instances().getFirst().utilization());
        assertEquals(0.25, gpu.instances().getFirst().readings().smActive());
        assertEquals(30720, gpu.instances().getFirst().readings().memoryUsedMib());
    }

    @Test
    void aRangeHasEachReadingOverTime() throws IOException {
        String labels = "\"UUID\":\"GPU-1\",\"GPU_I_ID\":\"1\",\"GPU_I_PROFILE\":\"4g.40gb\","
                + "\"modelName\":\"NVIDIA A100-SXM4-80GB\"";
        String range = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
                + series("DCGM_FI_PROF_GR_ENGINE_ACTIVE", labels, "0.5", "0.7")
                + "," + series("DCGM_FI_PROF_DRAM_ACTIVE", labels, "0.2", "0.8") + ","
                + series("DCGM_FI_DEV_FB_USED", labels, "10240", "20480") + "]}}";
        Snapshot snapshot = Exports.snapshot(
                SnapshotReading.one(PrometheusSnapshot.answers(), "x.json", stream(range), ReadWatch.NONE)
                        .finish(Fleets.CATALOGUE, SnapshotOptions.NONE));
        assertEquals(0.8, instance(snapshot, 0).readings().bandwidth());
        Timeline timeline = Objects.requireNonNull(snapshot.timeline());
        assertEquals(6, timeline.samples());
        Curves bandwidth = Curves.of(timeline, Weights.DEFAULT.of(ReadingKind.BANDWIDTH));
        assertEquals(0.1, bandwidth.at(Measure.WHOLE_GPU, 1_700_000_000_000L), 1e-15);
        assertEquals(0.4, bandwidth.at(Measure.WHOLE_GPU, 1_700_000_060_000L), 1e-15);
        assertEquals(
                0.7 * 4 / 7, Curves.of(timeline, Weights.DEFAULT).at(Measure.WHOLE_GPU, 1_700_000_060_000L), 1e-15);
        Instance before =
                timeline.at(1_700_000_000_000L).gpus().getFirst().instances().getFirst();
        assertEquals(0.2, before.readings().bandwidth());
        assertEquals(10240, before.readings().memoryUsedMib(), 1e-9);
        assertEquals(Double.NaN, before.readings().smActive());
    }

    private static String series(String metric, String labels, String first, String second) {
        return "{\"metric\":{\"__name__\":\"" + metric + "\"," + labels + "},\"values\":[[1700000000,\"" + first
                + "\"],[1700000060,\"" + second + "\"]]}";
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
