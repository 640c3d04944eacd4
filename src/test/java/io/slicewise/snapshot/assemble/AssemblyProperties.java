package io.slicewise.snapshot.assemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.scrape.ExpositionSnapshot;
import io.slicewise.text.Where;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** On however many cores GPUs are assembled: what comes out, what is said of it and in which order, is the same. */
class AssemblyProperties {
    /** A row of an instance, or of a GPU where it has no id; of any of a few GPUs. */
    record Row(int gpu, String model, String profile, int id, double value, String metric, long time) {
        String line() {
            String instance = id == 0 ? "" : ",GPU_I_PROFILE=\"" + profile + "\",GPU_I_ID=\"" + id + "\",pod=\"job\"";
            return String.format(
                    Locale.ROOT,
                    "%s{gpu=\"%d\",UUID=\"GPU-%d\",modelName=\"%s\",Hostname=\"node-%d\"%s} %s%s%n",
                    metric,
                    gpu % 8,
                    gpu,
                    model,
                    gpu / 8,
                    instance,
                    value,
                    time == 0 ? "" : " " + time);
        }
    }

    @Provide
    Arbitrary<Row> rows() {
        Arbitrary<Integer> gpu = Arbitraries.integers().between(0, 40);
        Arbitrary<String> model = Arbitraries.of("NVIDIA A100-SXM4-80GB", "NVIDIA A100-SXM4-80GB", "NVIDIA H999", "");
        Arbitrary<String> profile = Arbitraries.of("1g.10gb", "1g.10gb", "2g.20gb", "3g.40gb", "", "unread");
        Arbitrary<Integer> id = Arbitraries.integers().between(0, 9);
        Arbitrary<Double> value = Arbitraries.of(0.0, 0.25, 0.5, 0.999, 1.004, 7.5, 1e19, Double.NaN);
        Arbitrary<String> metric = Arbitraries.of(
                "DCGM_FI_PROF_GR_ENGINE_ACTIVE",
                "DCGM_FI_PROF_GR_ENGINE_ACTIVE",
                "DCGM_FI_PROF_SM_ACTIVE",
                "DCGM_FI_DEV_POWER_USAGE",
                "DCGM_FI_DEV_MIG_MODE");
        Arbitrary<Long> time = Arbitraries.of(0L, 0L, 1_700_000_000_000L, 1_700_000_060_000L);
        return Combinators.combine(gpu, model, profile, id, value, metric, time).as(Row::new);
    }

    @Property(tries = 300)
    void theNumberOfCoresChangesNothing(
            @ForAll @Size(min = 1, max = 120) List<@From("rows") Row> rows,
            @ForAll @IntRange(min = 2, max = 5) int cores)
            throws IOException {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.line()));
        Snapshot one = snapshot(text.toString(), 1);
        Snapshot several = snapshot(text.toString(), cores);
        assertFalse(one.problems().isEmpty()
                && one.fleet().gpus().isEmpty()
                && one.wholeGpus().isEmpty());
        assertEquals(one.fleet(), several.fleet());
        assertEquals(one.wholeGpus(), several.wholeGpus());
        assertEquals(one.crossChecks(), several.crossChecks());
        assertEquals(one.unweighed(), several.unweighed());
        assertEquals(one.printedProfiles(), several.printedProfiles());
        assertEquals(one.labels(), several.labels());
        assertEquals(one.counts(), several.counts());
        assertEquals(one.problems(), several.problems());
        assertEquals(one.timeline() == null, several.timeline() == null);
    }

    private static Snapshot snapshot(String text, int cores) throws IOException {
        SnapshotBuilder builder = new SnapshotBuilder("scrape.prom", line -> Where.line("scrape.prom", line));
        ExpositionSnapshot.format()
                .read(
                        builder,
                        "scrape.prom",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        ReadWatch.NONE);
        return Assembly.snapshot(
                builder.collected(), Catalogue.builtIn(), SnapshotOptions.NONE, List.of(), ReadWatch.NONE, cores);
    }
}
