package io.slicewise.usage.timeline;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.ReadingKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * All that was recorded of one GPU, before anyone asked which instances existed together.
 *
 * @param gpu what it is; its instances are not looked at
 * @param instances those that reported at some time, the same id as often as it came with another profile
 */
public record Recording(Gpu gpu, List<Recorded> instances) {
    public Recording {
        instances = List.copyOf(instances);
    }

    /**
     * One instance with one profile.
     *
     * @param instance what it is; its reading is not looked at
     * @param samples what it reported: ratios from 0 to 1
     * @param firstSeen when something first told that it exists, at the latest its first sample
     * @param lastSeen when something last told so, at the earliest its last sample
     * @param others what it reported of readings beside its utilization, ratios too
     */
    public record Recorded(
            Instance instance,
            SampleColumns samples,
            long firstSeen,
            long lastSeen,
            Map<ReadingKind, SampleColumns> others) {
        public Recorded {
            others = Map.copyOf(others);
        }

        /** One that reported nothing beside its utilization. */
        public Recorded(Instance instance, SampleColumns samples, long firstSeen, long lastSeen) {
            this(instance, samples, firstSeen, lastSeen, Map.of());
        }

        /** What tells when it reported: its utilization, or where it has none what it reported most of. */
        SampleColumns telling() {
            return samples.isEmpty()
                    ? others.values().stream()
                            .max(Comparator.comparingInt(SampleColumns::count))
                            .orElse(samples)
                    : samples;
        }

        /** One of which only the samples tell. */
        public static Recorded of(Instance instance, SampleColumns samples) {
            return new Recorded(instance, samples, samples.first(), samples.last());
        }
    }
}
