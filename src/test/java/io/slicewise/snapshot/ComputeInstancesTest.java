package io.slicewise.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Instance;
import io.slicewise.snapshot.csv.CsvSnapshot;
import io.slicewise.snapshot.prometheus.PrometheusSnapshot;
import io.slicewise.snapshot.scrape.ExpositionSnapshot;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of compute instances: the GPU instance is the unit of every figure. */
class ComputeInstancesTest {
    private static final double EXACT = 1e-12;

    private static String row(String metric, String profile, String compute, double value) {
        return ("%s{gpu=\"0\",UUID=\"GPU-1\",modelName=\"NVIDIA"
                        + " A100-SXM4-40GB\",GPU_I_PROFILE=\"%s\",GPU_I_ID=\"1\"%s} %s\n")
                .formatted(metric, profile, compute.isEmpty() ? "" : ",GPU_CI_ID=\"" + compute + "\"", value);
    }

    private static Snapshot scrape(String... rows) {
        return Reads.snapshot(
                Reads.read(ExpositionSnapshot.format(), "a.prom", String.join("", rows), SnapshotOptions.NONE));
    }

    private static Instance only(Snapshot snapshot) {
        List<Instance> all = snapshot.fleet().gpus().getFirst().instances();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private static boolean says(Snapshot snapshot, String key) {
        return snapshot.problems().stream()
                .anyMatch(problem -> problem.message().key().equals(key));
    }

    @Test
    void theWorkedExample() {
        String engine = "DCGM_FI_PROF_GR_ENGINE_ACTIVE";
        Snapshot read = scrape(
                row(engine, "1c.3g.20gb", "0", 0.9),
                row(engine, "2c.3g.20gb", "1", 0.3),
                row("DCGM_FI_DEV_FB_USED", "1c.3g.20gb", "0", 900),
                row("DCGM_FI_DEV_FB_USED", "2c.3g.20gb", "1", 900));
        assertEquals("3g.20gb", only(read).profile().name());
        assertEquals(0.5, only(read).utilization(), EXACT);
        assertEquals(900, only(read).readings().memoryUsedMib(), EXACT, "the memory is the instance's");
        assertTrue(says(read, "snapshot.computeInstances"));
    }

    @Test
    void whereNothingTellsTheirSizesEachCountsTheSameAndThatIsSaid() {
        String engine = "DCGM_FI_PROF_GR_ENGINE_ACTIVE";
        Snapshot read = scrape(row(engine, "3g.20gb", "0", 0.9), row(engine, "3g.20gb", "1", 0.3));
        assertEquals(0.6, only(read).utilization(), EXACT);
        assertTrue(says(read, "snapshot.computeInstancesAlike"));
    }

    @Test
    void aRowAboutTheInstanceItselfGoesBeforeThem() {
        String engine = "DCGM_FI_PROF_GR_ENGINE_ACTIVE";
        Snapshot read = scrape(
                row(engine, "1c.3g.20gb", "0", 0.9),
                row(engine, "2c.3g.20gb", "1", 0.3),
                row(engine, "3g.20gb", "", 0.45));
        assertEquals(0.45, only(read).utilization(), EXACT);
    }

    @Test
    void tablesAndRangesCombineThemAlike() {
        String table = "UUID,GPU_I_ID,GPU_CI_ID,GPU_I_PROFILE,modelName,value\n"
                + "GPU-1,1,0,1c.3g.20gb,A100-SXM4-40GB,0.9\nGPU-1,1,1,2c.3g.20gb,A100-SXM4-40GB,0.3\n";
        assertEquals(
                0.5,
                only(Reads.snapshot(Reads.read(
                                CsvSnapshot.format(SnapshotOptions.NONE), "a.csv", table, SnapshotOptions.NONE)))
                        .utilization(),
                EXACT);
        String range = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
                + series("0", "1c.3g.20gb", "0.9", "0.9") + "," + series("1", "2c.3g.20gb", "0.3", "0.6") + "]}}";
        Snapshot read =
                Reads.snapshot(Reads.read(PrometheusSnapshot.answers(), "range.json", range, SnapshotOptions.NONE));
        assertEquals(0.7, only(read).utilization(), EXACT);
        Timeline timeline = read.timeline();
        assertNotNull(timeline);
        assertEquals(0.5, Curves.of(timeline, Weights.DEFAULT).at(Measure.INSTANCE_AVERAGE, timeline.start()), EXACT);
    }

    private static String series(String compute, String profile, String first, String second) {
        return ("{\"metric\":{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"gpu\":\"0\",\"UUID\":\"GPU-1\","
                        + "\"GPU_I_ID\":\"1\",\"GPU_CI_ID\":\"%s\",\"GPU_I_PROFILE\":\"%s\","
                        + "\"modelName\":\"NVIDIA A100-SXM4-40GB\"},"
                        + "\"values\":[[1700000000,\"%s\"],[1700000060,\"%s\"]]}")
                .formatted(compute, profile, first, second);
    }
}
