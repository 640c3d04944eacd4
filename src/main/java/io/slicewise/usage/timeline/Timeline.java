package io.slicewise.usage.timeline;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.fleet.Readings;
import io.slicewise.usage.Naming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What several GPUs reported over a time, and which instances they had when.
 *
 * <p>Times are milliseconds since 1970 UTC everywhere.
 */
public final class Timeline {
    /** So long a sample holds in Prometheus. */
    public static final Duration LOOKBACK = Duration.ofMinutes(5);

    private static final long DEFAULT_STEP = Duration.ofMinutes(1).toMillis();

    private final List<GpuTrack> gpus;
    private final long start;
    private final long end;
    private final long step;
    private final long validity;
    private final List<Reconfiguration> reconfigurations;
    private final List<PowerTrack> power;

    /** Worked out when it is asked for, which a chart does in each frame. */
    private @Nullable Naming naming;

    private Timeline(
            List<GpuTrack> gpus,
            long start,
            long end,
            long step,
            long validity,
            List<Reconfiguration> reconfigurations,
            List<PowerTrack> power) {
        this.gpus = List.copyOf(gpus);
        this.start = start;
        this.end = end;
        this.step = step;
        this.validity = validity;
        this.reconfigurations = List.copyOf(reconfigurations);
        this.power = List.copyOf(power);
    }

    /** Makes out what existed when. Takes time in proportion to the samples that are not equally far apart. */
    public static Timeline of(List<Recording> recordings) {
        return of(recordings, List.of(), () -> {});
    }

    /**
     * The same, to be stopped on the way.
     *
     * @param power what GPUs drew, those without instances too
     * @param onTheWay is run before each GPU, and may throw so that it goes no further
     */
    public static Timeline of(List<Recording> recordings, List<PowerTrack> power, Runnable onTheWay) {
        long start = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Recording recording : recordings) {
            for (Recording.Recorded one : recording.instances()) {
                start = Math.min(start, one.firstSeen());
                last = Math.max(last, one.lastSeen());
            }
        }
        if (last < start) {
            return new Timeline(List.of(), 0, 0, DEFAULT_STEP, LOOKBACK.toMillis(), List.of(), power);
        }
        long step = step(recordings);
        // a range whose step is longer than the lookback would be nothing but gaps
        long validity = Math.max(LOOKBACK.toMillis(), step + step / 4);
        // each sample counts for a step, the last one too
        long end = last + step;
        List<GpuTrack> gpus = new ArrayList<>(recordings.size());
        for (Recording recording : recordings) {
            onTheWay.run();
            GpuTrack gpu = GpuTrack.of(recording, validity, end);
            if (!gpu.span().isEmpty()) {
                gpus.add(gpu);
            }
        }
        List<Reconfiguration> all = new ArrayList<>();
        gpus.forEach(gpu -> all.addAll(gpu.reconfigurations(validity)));
        all.sort(Comparator.comparingLong(Reconfiguration::time));
        return new Timeline(gpus, start, end, step, validity, all, power);
    }

    /** How far most samples are apart: the median over all blocks of all series. */
    private static long step(List<Recording> recordings) {
        TreeMap<Long, Long> votes = new TreeMap<>();
        long sum = 0;
        for (Recording recording : recordings) {
            for (Recording.Recorded one : recording.instances()) {
                SampleColumns samples = one.telling();
                for (int block = 0; block < samples.blocks(); block++) {
                    long step = samples.step(block);
                    if (step > 0) {
                        votes.merge(step, (long) samples.blockSize(block), Long::sum);
                        sum += samples.blockSize(block);
                    }
                }
            }
        }
        long half = 0;
        for (var vote : votes.entrySet()) {
            half += vote.getValue();
            if (2 * half >= sum) {
                return vote.getKey();
            }
        }
        return DEFAULT_STEP;
    }

    /** The GPUs, in the order of the fleet. */
    public List<GpuTrack> gpus() {
        return gpus;
    }

    /** What the GPUs are, without instances. */
    public List<Gpu> recordedGpus() {
        return gpus.stream().map(GpuTrack::gpu).toList();
    }

    /** The ids of the GPUs. One that had no instance is none of them. */
    public Set<String> recordedIds() {
        return gpus.stream().map(gpu -> gpu.gpu().id()).collect(Collectors.toSet());
    }

    /** What its GPUs and what is on them are called. */
    public Naming naming() {
        Naming known = naming;
        if (known == null) {
            known = Naming.of(recordedGpus());
            naming = known;
        }
        return known;
    }

    /** The first instant. */
    public long start() {
        return start;
    }

    /** The instant after the last: a step after the last sample. */
    public long end() {
        return end;
    }

    /** How far most samples are apart. */
    public long step() {
        return step;
    }

    /** How long a sample holds when no other follows. */
    public long validity() {
        return validity;
    }

    /** Where GPUs were partitioned anew, in the order of time. */
    public List<Reconfiguration> reconfigurations() {
        return reconfigurations;
    }

    /** What GPUs drew, each once; none where it was not measured. */
    public List<PowerTrack> power() {
        return power;
    }

    public boolean isEmpty() {
        return gpus.isEmpty();
    }

    /** How many samples there are. */
    public long samples() {
        long sum = 0;
        for (GpuTrack gpu : gpus) {
            for (InstanceTrack track : gpu.instances()) {
                for (SampleColumns samples : track.everything()) {
                    sum += samples.count();
                }
            }
        }
        return sum;
    }

    /** The memory that the samples take, in bytes. */
    public long bytes() {
        long sum = 0;
        for (GpuTrack gpu : gpus) {
            for (InstanceTrack track : gpu.instances()) {
                for (SampleColumns samples : track.everything()) {
                    sum += samples.bytes();
                }
            }
        }
        for (PowerTrack track : power) {
            sum += track.watts().bytes();
        }
        return sum;
    }

    /** Whether another one tells the same of the same GPUs. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Timeline timeline
                && start == timeline.start
                && end == timeline.end
                && step == timeline.step
                && gpus.equals(timeline.gpus)
                && power.equals(timeline.power);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, end, step, gpus.size());
    }

    /**
     * Some of the GPUs, over the same time. Shares all samples with this one.
     */
    public Timeline only(Predicate<GpuTrack> wanted) {
        List<GpuTrack> some = gpus.stream().filter(wanted).toList();
        Set<String> ids = some.stream().map(one -> one.gpu().id()).collect(Collectors.toSet());
        return new Timeline(
                some,
                start,
                end,
                step,
                validity,
                reconfigurations.stream().filter(r -> ids.contains(r.gpu())).toList(),
                power.stream().filter(one -> ids.contains(one.gpu())).toList());
    }

    /**
     * Other GPUs over the same time: what this one would have been had they been partitioned otherwise. What they would
     * have drawn no one measured.
     *
     * @param others made of the tracks of this one; those without instances are left out
     */
    public Timeline with(List<GpuTrack> others) {
        List<GpuTrack> there =
                others.stream().filter(gpu -> !gpu.instances().isEmpty()).toList();
        List<Reconfiguration> all = new ArrayList<>();
        there.forEach(gpu -> all.addAll(gpu.reconfigurations(validity)));
        all.sort(Comparator.comparingLong(Reconfiguration::time));
        return new Timeline(there, start, end, step, validity, all, List.of());
    }

    /** Tells the pieces of a track over all of the time. */
    public void pieces(InstanceTrack track, InstanceTrack.Pieces into) {
        track.pieces(start, end, validity, into);
    }

    /** The fleet as it was at an instant: the instances that existed then, each with the reading that held then. */
    public Fleet at(long time) {
        List<Gpu> there = new ArrayList<>(gpus.size());
        for (GpuTrack gpu : gpus) {
            Optional<Gpu> now = gpu.at(time, validity);
            now.ifPresent(there::add);
        }
        return new Fleet(there);
    }

    /** Whether some instance reported it at some time. */
    public boolean has(ReadingKind reading) {
        return gpus.stream()
                .flatMap(gpu -> gpu.instances().stream())
                .anyMatch(track -> !track.of(reading).samples().isEmpty());
    }

    /** The reading of an instance at an instant; {@code NaN} where it has none. */
    public double at(InstanceTrack track, long time) {
        return track.at(time, validity);
    }

    /**
     * A fleet of this time, each of its instances with what its readings over all of the time come to; {@code NaN} where
     * it has none. GPUs that were not recorded over time, such as whole ones, stay as they are.
     */
    public Fleet over(Fleet fleet, PerInstanceStatistic what) {
        record Kept(InstanceRef ref, String profile) {}
        Map<Kept, InstanceTrack> tracks = new HashMap<>();
        Set<String> known = recordedIds();
        gpus.forEach(gpu -> gpu.instances()
                .forEach(track -> tracks.put(
                        new Kept(track.ref(), track.instance().profile().name()), track)));
        return new Fleet(fleet.gpus().stream()
                .map(gpu -> !known.contains(gpu.id())
                        ? gpu
                        : gpu.withInstances(gpu.instances().stream()
                                .map(instance -> over(
                                        instance,
                                        tracks.get(new Kept(
                                                new InstanceRef(gpu.id(), instance.id()),
                                                instance.profile().name())),
                                        what))
                                .toList()))
                .toList());
    }

    private Instance over(Instance instance, @Nullable InstanceTrack track, PerInstanceStatistic what) {
        if (track == null) {
            return instance.withUtilization(Instance.NO_READING).withReadings(Readings.NONE);
        }
        return track.with(kind -> over(track.of(kind), what));
    }

    private double over(InstanceTrack track, PerInstanceStatistic what) {
        return switch (what) {
            case MEAN -> strip(track, start, end, 1).means()[0];
            case P95 -> quantile(track, 0.95);
            case PEAK -> quantile(track, 1);
        };
    }

    /**
     * The least reading so that it and the smaller ones held for such a share of the time for which there are any.
     *
     * @param quantile a ratio above 0; 1 is the largest reading
     * @return {@code NaN} where there is no reading
     */
    public double quantile(InstanceTrack track, double quantile) {
        List<double[]> pieces = new ArrayList<>();
        pieces(track, (from, to, value) -> {
            if (!Double.isNaN(value) && to > from) {
                pieces.add(new double[] {value, to - from});
            }
        });
        double[] values = pieces.stream().mapToDouble(piece -> piece[0]).toArray();
        long[] weights = pieces.stream().mapToLong(piece -> (long) piece[1]).toArray();
        long all = 0;
        for (long weight : weights) {
            all += weight;
        }
        long below = Math.clamp((long) Math.ceil(quantile * all), 1, Math.max(1, all));
        return all == 0 ? Double.NaN : new Quantiles(values, weights, values.length).at(below);
    }

    /**
     * What a row of a heat map shows of an instance.
     *
     * @param from the first instant
     * @param to the instant after the last
     * @param points how many parts of equal length it is cut into, at least 1
     */
    public Strip strip(InstanceTrack track, long from, long to, int points) {
        return new StripSums(Grid.even(from, to, points)).of(track, validity);
    }
}
