package io.slicewise.snapshot.collect;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.usage.timeline.SampleColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The compute instances of an instance, of which each has rows of its own. What they read is combined by their SMs where no row
 * is about the instance itself: {@code Σ c·u / Σ c}, {@code c} the compute slices of each. Where nothing tells their
 * sizes, each counts the same. Their memory is the instance's.
 *
 * <p>Worked example: a 1c at 0.9 and a 2c at 0.3 of a 3g read 0.5 together.
 */
public final class ComputeInstances {
    private static final Pattern SIZE = Pattern.compile("^(?:MIG )?(\\d{1,2})c\\.", Pattern.CASE_INSENSITIVE);

    /** Of an instance that has no rows but its own. */
    static final ComputeInstances NONE = new ComputeInstances();

    private final Map<String, ReadingSlots> readings = new LinkedHashMap<>();
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private boolean stoodIn;

    /** The slots of one; the size is told by the profile that a row prints. */
    ReadingSlots slots(String id, String profile) {
        Matcher size = SIZE.matcher(profile);
        if (size.find()) {
            sizes.put(id, Integer.parseInt(size.group(1)));
        }
        return readings.computeIfAbsent(id, _ -> new ReadingSlots());
    }

    void take(ComputeInstances other) {
        other.readings.forEach((id, slots) ->
                readings.computeIfAbsent(id, _ -> new ReadingSlots()).take(slots));
        sizes.putAll(other.sizes);
    }

    /** Whether there are several, so that something is combined. */
    public boolean areSeveral() {
        return readings.size() > 1;
    }

    /** What they read together stands for what no row read of all of the instance. Once. */
    void standIn(ReadingSlots whole) {
        if (stoodIn || readings.isEmpty()) {
            return;
        }
        stoodIn = true;
        for (ReadingKind reading : ReadingKind.values()) {
            ReadingSlot together = together(reading);
            if (whole.of(reading).isEmpty() && !together.isEmpty()) {
                whole.slot(reading).take(together);
            }
        }
    }

    /** Whether the size of each is told. */
    public boolean haveSizes() {
        return sizes.keySet().containsAll(readings.keySet());
    }

    private int size(String id) {
        return haveSizes() ? sizes.getOrDefault(id, 1) : 1;
    }

    /** What they read together; empty where none has that reading. */
    private ReadingSlot together(ReadingKind reading) {
        List<ReadingSlot> slots = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        readings.forEach((id, one) -> {
            ReadingSlot slot = one.of(reading);
            if (!slot.isEmpty()) {
                slots.add(slot);
                weights.add(size(id));
            }
        });
        if (reading != ReadingKind.MEMORY) {
            return ReadingSlot.weighted(slots, weights);
        }
        ReadingSlot memory = new ReadingSlot();
        slots.forEach(memory::take);
        return memory;
    }

    /**
     * What the series of an instance reported of a reading over time. Rows about the instance itself go before those of its
     * compute instances.
     *
     * @param course what one series reported
     */
    public SampleColumns together(ReadingKind reading, List<Series> series, Function<Series, SampleColumns> course) {
        Map<String, List<SampleColumns>> parts = new LinkedHashMap<>();
        for (Series one : series) {
            SampleColumns its = course.apply(one);
            if (!its.isEmpty()) {
                parts.computeIfAbsent(one.source().computeInstance(), _ -> new ArrayList<>())
                        .add(its);
            }
        }
        List<SampleColumns> whole = parts.get("");
        if (whole != null) {
            return SampleColumns.joined(whole);
        }
        if (reading == ReadingKind.MEMORY) {
            return SampleColumns.joined(
                    parts.values().stream().flatMap(List::stream).toList());
        }
        List<SampleColumns> columns = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        parts.forEach((id, its) -> {
            columns.add(SampleColumns.joined(its));
            weights.add(size(id));
        });
        return SampleColumns.weighted(columns, weights);
    }
}
