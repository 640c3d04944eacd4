package io.slicewise.planning;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Placement;
import io.slicewise.usage.timeline.Recording;
import io.slicewise.usage.timeline.Recording.Recorded;
import io.slicewise.usage.timeline.SampleColumns;
import io.slicewise.usage.timeline.SamplesBuilder;
import io.slicewise.usage.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** GPUs that were recorded over days, a reading every hour. */
public final class RecordedDays {
    /** A Monday. */
    public static final long START = 1_780_272_000_000L;

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final GpuModel A100 = Fleets.model("a100-80gb");

    private final int days;
    private final List<Recording> gpus = new ArrayList<>();
    private List<Recorded> instances = new ArrayList<>();
    private String gpu = "";

    public RecordedDays(int days) {
        this.days = days;
    }

    /** One more A100 80GB. */
    public RecordedDays gpu(String id) {
        end();
        gpu = id;
        return this;
    }

    /**
     * An instance.
     *
     * @param share of the memory of its profile; {@code NaN} where nobody reported it
     * @param utilization by the day
     */
    public RecordedDays with(String id, String profile, double share, DoubleUnaryOperator utilization) {
        Instance instance = Instance.of(id, Fleets.profile(A100, profile), Placement.UNKNOWN, Instance.NO_READING);
        SampleColumns samples = samples(utilization);
        instances.add(
                Double.isNaN(share)
                        ? Recorded.of(instance, samples)
                        : new Recorded(
                                instance,
                                samples,
                                samples.first(),
                                samples.last(),
                                Map.of(ReadingKind.MEMORY, samples(_ -> share))));
        return this;
    }

    private SampleColumns samples(DoubleUnaryOperator value) {
        SamplesBuilder builder = new SamplesBuilder();
        for (int i = 0; i < days * 24; i++) {
            builder.add(START + i * HOUR, value.applyAsDouble(i / 24));
        }
        return builder.build();
    }

    private void end() {
        if (!instances.isEmpty()) {
            gpus.add(new Recording(Gpu.of(gpu, gpu, A100, List.of()), instances));
            instances = new ArrayList<>();
        }
    }

    public Timeline done() {
        end();
        return Timeline.of(gpus);
    }
}
