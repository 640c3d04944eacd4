package io.slicewise.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.snapshot.prometheus.PrometheusSnapshot;
import io.slicewise.snapshot.scrape.ExpositionSnapshot;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a range says of its end is one truth: the fleet, what is found in it, its coverage, and the timeline. */
class RangeEndProperties {
    private static final long EPOCH = 1_700_000_000L;

    /** A series of an instance that reports from a minute to another one, and may be silent in between. */
    record Reported(String id, String profile, int from, int to, int silentFrom, int silentTo) {
        boolean reports(int minute) {
            return minute >= from && minute <= to && (minute < silentFrom || minute > silentTo);
        }

        IntStream minutes() {
            return IntStream.rangeClosed(from, to).filter(this::reports);
        }

        double at(int minute) {
            return 0.3 + minute % 7 / 20.0;
        }
    }

    @Provide
    Arbitrary<List<Reported>> gpus() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 200);
        return Combinators.combine(
                        Arbitraries.of("1", "2", "3", "7"),
                        Arbitraries.of("1g.10gb", "2g.20gb", "3g.40gb", "4g.40gb", "7g.80gb"),
                        minutes,
                        minutes,
                        minutes,
                        minutes)
                .as((id, profile, a, b, c, d) ->
                        new Reported(id, profile, Math.min(a, b), Math.max(a, b) + 1, Math.min(c, d), Math.max(c, d)))
                .filter(one -> one.minutes().findAny().isPresent())
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(RangeEndProperties::oneAtATime);
    }

    /** An id is one instance at a time: what it was before has ended. */
    private static List<Reported> oneAtATime(List<Reported> all) {
        List<Reported> kept = new ArrayList<>();
        for (Reported one : all) {
            if (kept.stream()
                    .noneMatch(other ->
                            other.id().equals(one.id()) && other.from() <= one.to() && one.from() <= other.to())) {
                kept.add(one);
            }
        }
        return kept;
    }

    @Property(tries = 60)
    void theFleetAtTheEndIsTheOneOfTheTimeline(@ForAll("gpus") List<Reported> gpu) {
        // what reports to the end, so that there is one
        List<Reported> all = new ArrayList<>(gpu);
        all.add(new Reported("9", "1g.10gb", 0, 220, 230, 230));
        check(Reads.snapshot(
                Reads.read(PrometheusSnapshot.answers(), "range.json", matrix(all), SnapshotOptions.NONE)));
        check(Reads.snapshot(
                Reads.read(ExpositionSnapshot.format(), "range.prom", exposition(all), SnapshotOptions.NONE)));
    }

    private static void check(Snapshot read) {
        Timeline timeline = read.timeline();
        assertNotNull(timeline);
        long last = timeline.end() - timeline.step();
        assertEquals(said(timeline.at(last)), said(read.fleet()));
        Averages total = Figures.of(read.fleet(), Weights.DEFAULT).total();
        Curves curves = Curves.of(timeline, Weights.DEFAULT);
        assertEquals((double) total.reported() / total.instances(), curves.at(Measure.COVERAGE, last), 1e-12);
        assertEquals(total.allocatedShare(), curves.at(Measure.ALLOCATED_SHARE, last), 1e-12);
        assertEquals(total.wholeGpu(), curves.at(Measure.WHOLE_GPU, last), 1e-12);
    }

    private static List<String> said(Fleet fleet) {
        return fleet.gpus().stream()
                .flatMap(gpu -> gpu.instances().stream().map(one -> said(gpu, one)))
                .sorted()
                .toList();
    }

    private static String said(Gpu gpu, Instance one) {
        return "%s/%s %s %.6f".formatted(gpu.id(), one.id(), one.profile().name(), one.utilization());
    }

    private static String matrix(List<Reported> all) {
        String result = all.stream()
                .map(one ->
                        "{\"metric\":{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"gpu\":\"0\",\"UUID\":\"GPU-1\","
                                + "\"GPU_I_ID\":\"%s\",\"GPU_I_PROFILE\":\"%s\",\"modelName\":\"NVIDIA A100-SXM4-80GB\"},\"values\":["
                                        .formatted(one.id(), one.profile())
                                + one.minutes()
                                        .mapToObj(i ->
                                                String.format(Locale.ROOT, "[%d,\"%.2f\"]", EPOCH + 60L * i, one.at(i)))
                                        .collect(Collectors.joining(","))
                                + "]}")
                .collect(Collectors.joining(","));
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + result + "]}}";
    }

    private static String exposition(List<Reported> all) {
        StringBuilder text = new StringBuilder();
        for (Reported one : all) {
            one.minutes()
                    .forEach(i -> text.append(String.format(
                            Locale.ROOT,
                            "DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",UUID=\"GPU-1\",GPU_I_ID=\"%s\",GPU_I_PROFILE=\"%s\",modelName=\"NVIDIA"
                                    + " A100-SXM4-80GB\"} %.2f %d\n",
                            one.id(),
                            one.profile(),
                            one.at(i),
                            (EPOCH + 60L * i) * 1000)));
        }
        return text.toString();
    }
}
