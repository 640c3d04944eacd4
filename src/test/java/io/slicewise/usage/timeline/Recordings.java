package io.slicewise.usage.timeline;

import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Placement;
import io.slicewise.usage.timeline.Recording.Recorded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Recordings for tests. Times are minutes, readings percents. */
public final class Recordings {
    static final long MINUTE = 60_000;

    /** A full hour, so that minutes can be read. */
    static final long EPOCH = 1_700_000_000_000L / 3_600_000 * 3_600_000;

    private static final GpuModel A100 = Fleets.CATALOGUE.byId("a100-80gb").orElseThrow();

    private final List<Recorded> instances = new ArrayList<>();
    private final String gpu;
    private final GpuModel model;

    private Recordings(String gpu, GpuModel model) {
        this.gpu = gpu;
        this.model = model;
    }

    public static Recordings a100(String gpu) {
        return new Recordings(gpu, A100);
    }

    public static Recordings of(String gpu, String model) {
        return new Recordings(gpu, Fleets.CATALOGUE.byId(model).orElseThrow());
    }

    public static long minute(double minutes) {
        return EPOCH + Math.round(minutes * MINUTE);
    }

    static SampleColumns samples(double firstMinute, double step, double... percents) {
        SamplesBuilder builder = new SamplesBuilder();
        for (int i = 0; i < percents.length; i++) {
            builder.add(minute(firstMinute + i * step), percents[i] / 100);
        }
        return builder.build();
    }

    /** An instance that reports every minute from a minute on. */
    public Recordings with(String id, String profile, double firstMinute, double... percents) {
        return with(id, profile, samples(firstMinute, 1, percents));
    }

    /** An instance that reports the same every minute from a minute to another one. */
    public Recordings steady(String id, String profile, int firstMinute, int lastMinute, double percent) {
        double[] percents = new double[lastMinute - firstMinute + 1];
        Arrays.fill(percents, percent);
        return with(id, profile, firstMinute, percents);
    }

    public Recordings with(String id, String profile, SampleColumns samples) {
        instances.add(Recorded.of(instance(id, profile), samples));
        return this;
    }

    /** An instance that never had a reading. */
    Recordings silent(String id, String profile, double from, double to) {
        instances.add(new Recorded(instance(id, profile), SampleColumns.NONE, minute(from), minute(to)));
        return this;
    }

    private Instance instance(String id, String profile) {
        return Instance.of(id, model.profile(profile).orElseThrow(), Placement.UNKNOWN, Instance.NO_READING);
    }

    public Recording done() {
        return new Recording(Gpu.of(gpu, gpu, model, List.of()), instances);
    }

    public static Timeline timeline(Recordings... all) {
        return Timeline.of(Arrays.stream(all).map(Recordings::done).toList());
    }
}
