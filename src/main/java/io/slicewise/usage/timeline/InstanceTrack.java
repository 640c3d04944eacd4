package io.slicewise.usage.timeline;

import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.fleet.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * One instance over time: a GPU instance with one profile. The same id with another profile is another track.
 *
 * @param ref the GPU's id and the instance's; two tracks of a timeline can have the same
 * @param instance what it is; without a reading
 * @param samples what it reported: ratios from 0 to 1
 * @param spans when it existed
 * @param others what it reported of readings beside its utilization, ratios too
 */
public record InstanceTrack(
        InstanceRef ref,
        Instance instance,
        SampleColumns samples,
        Spans spans,
        Map<ReadingKind, SampleColumns> others) {
    /** Leaves readings as they are. */
    public static final DoubleUnaryOperator UNCHANGED = value -> value;

    private static final double MIB_PER_GIB = 1024;

    public InstanceTrack {
        others = Map.copyOf(others);
    }

    /** One that reported nothing beside its utilization. */
    public InstanceTrack(InstanceRef ref, Instance instance, SampleColumns samples, Spans spans) {
        this(ref, instance, samples, spans, Map.of());
    }

    /** The same instance with another reading as its utilization. */
    public InstanceTrack of(ReadingKind reading) {
        return reading == ReadingKind.ENGINE
                ? this
                : new InstanceTrack(ref, instance, others.getOrDefault(reading, SampleColumns.NONE), spans, others);
    }

    /** The instance with all that it reported at an instant. */
    Instance instance(long time, long validity) {
        return with(kind -> of(kind).at(time, validity));
    }

    /** The instance with these values of all that it reported, ratios. */
    Instance with(ToDoubleFunction<ReadingKind> value) {
        Instance then = instance.withUtilization(value.applyAsDouble(ReadingKind.ENGINE));
        if (others.isEmpty()) {
            return then;
        }
        Double gib = instance.profile().memory();
        return then.withReadings(new Readings(
                value.applyAsDouble(ReadingKind.SM),
                value.applyAsDouble(ReadingKind.OCCUPANCY),
                value.applyAsDouble(ReadingKind.TENSOR),
                value.applyAsDouble(ReadingKind.BANDWIDTH),
                gib == null ? Double.NaN : value.applyAsDouble(ReadingKind.MEMORY) * gib * MIB_PER_GIB));
    }

    /** All that it reported, the utilization first. */
    List<SampleColumns> everything() {
        List<SampleColumns> all = new ArrayList<>(others.size() + 1);
        all.add(samples);
        all.addAll(others.values());
        return all;
    }

    /**
     * The most memory that it was seen to use, in MiB; {@code NaN} where it was not reported, or where no source gives what
     * its profile has.
     */
    public double mostMemoryMib() {
        Double gib = instance.profile().memory();
        double[] most = {Double.NaN};
        of(ReadingKind.MEMORY)
                .samples()
                .each((_, share) -> most[0] = Double.isNaN(share) || share <= most[0] ? most[0] : share);
        return gib == null ? Double.NaN : most[0] * gib * MIB_PER_GIB;
    }

    /** Whether it exists at an instant. */
    public boolean existsAt(long time) {
        return spans.contains(time);
    }

    /** The reading at an instant; {@code NaN} where it has none. */
    double at(long time, long validity) {
        int i = spans.firstAfter(time);
        if (i >= spans.size() || spans.from(i) > time) {
            return Double.NaN;
        }
        return samples.at(time, Math.min(validity, time - spans.from(i) + 1));
    }

    /**
     * Tells the pieces of the track between two instants in the order of time: the whole of each span in which it
     * exists, cut where the reading changes or is missing.
     */
    void pieces(long from, long to, long validity, Pieces into) {
        for (int i = spans.firstAfter(from); i < spans.size() && spans.from(i) < to; i++) {
            long begin = spans.from(i);
            Held.tell(samples, Math.max(from, begin), Math.min(to, spans.to(i)), begin, validity, into);
        }
    }

    /**
     * The same time as another instance, with readings that are made of these.
     *
     * @param newRef what it is called
     * @param newInstance what it is
     * @param reading what a reading becomes; the readings are shared where it changes none
     */
    public InstanceTrack as(InstanceRef newRef, Instance newInstance, DoubleUnaryOperator reading) {
        SampleColumns read = reading.equals(UNCHANGED) ? samples : samples.scaled(reading);
        return new InstanceTrack(newRef, newInstance.withUtilization(Instance.NO_READING), read, spans);
    }

    /** Takes the pieces of a track. */
    public interface Pieces {
        /**
         * A time in which the instance exists and its reading is the same.
         *
         * @param from its first instant
         * @param to the instant after its last one
         * @param value the reading; {@code NaN} where it has none
         */
        void piece(long from, long to, double value);

        /**
         * Pieces of one length, one after the other, each with a reading: the same as a {@link #piece} for each.
         *
         * @param from the first instant of the first one
         * @param step how long each is
         * @param values holds the readings; not to be changed
         * @param first where they begin
         * @param count how many they are
         */
        default void run(long from, long step, double[] values, int first, int count) {
            for (int i = 0; i < count; i++) {
                piece(from + i * step, from + (i + 1) * step, values[first + i]);
            }
        }
    }
}
