package io.slicewise.snapshot.collect;

import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.usage.timeline.SampleColumns;
import io.slicewise.usage.timeline.SamplesBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a GPU drew over time, in watts. The rows of its instances repeat it: of the times that one of them told, the others
 * add nothing.
 */
final class PowerCourse {
    private @Nullable SamplesBuilder samples;
    private final List<PowerCourse> others = new ArrayList<>(0);
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void add(long time, double watts) {
        boolean isTold = time >= first && time <= last;
        if (isTold || time == SampleHandler.NO_TIMESTAMP || !MetricKind.POWER.holds(watts)) {
            return;
        }
        SamplesBuilder to = samples;
        if (to == null) {
            to = new SamplesBuilder();
            samples = to;
        }
        to.add(time, watts);
        first = Math.min(first, time);
        last = Math.max(last, time);
    }

    /** Takes what rows said of the same GPU under another name. */
    void take(PowerCourse other) {
        others.add(other);
    }

    /** All of it. Only once. */
    SampleColumns take() {
        SamplesBuilder own = samples;
        samples = null;
        List<SampleColumns> all = new ArrayList<>();
        all.add(own == null ? SampleColumns.NONE : own.build());
        others.forEach(other -> all.add(other.take()));
        return SampleColumns.joined(all);
    }
}
