package io.slicewise.bench;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.goal.GoalFigure;
import io.slicewise.planning.goal.GoalGrid;
import io.slicewise.planning.replay.Replay;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Recording;
import io.slicewise.usage.timeline.Recording.Recorded;
import io.slicewise.usage.timeline.SamplesBuilder;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** 30 million samples in another layout (at most a second), and a grid of 50 × 50 of eight GPUs (at most 50 ms). */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class ReplayBenchmark {
    private static final int GPUS = 10;
    private static final int SAMPLES = 600_000;
    private static final long START = 1_700_000_000_000L;
    private static final long STEP = 15_000;
    private static final int POINTS = 50;

    private final GpuModel model = Catalogue.builtIn().byId("a100-80gb").orElseThrow();
    private final Profile one = model.profile("1g.10gb").orElseThrow();
    private final Profile two = model.profile("2g.20gb").orElseThrow();
    private final Timeline timeline = timeline();
    private final Fleet fleet = fleet();

    private Timeline timeline() {
        SplittableRandom random = new SplittableRandom(1);
        List<Recording> recordings = new ArrayList<>();
        for (int g = 0; g < GPUS; g++) {
            List<Recorded> instances = new ArrayList<>();
            for (Profile profile : List.of(one, one, one, two, two)) {
                SamplesBuilder samples = new SamplesBuilder();
                for (int i = 0; i < SAMPLES; i++) {
                    samples.add(START + i * STEP, random.nextDouble());
                }
                Instance instance =
                        Instance.of("i" + instances.size(), profile, Placement.UNKNOWN, Instance.NO_READING);
                instances.add(Recorded.of(instance, samples.build()));
            }
            recordings.add(new Recording(Gpu.of("g" + g, "GPU " + g, model, List.of()), instances));
        }
        return Timeline.of(recordings);
    }

    private Fleet fleet() {
        List<Gpu> gpus = new ArrayList<>();
        for (int g = 0; g < 8; g++) {
            List<Instance> instances = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                instances.add(Instance.of("i" + i, one, i, i / 10.0));
            }
            gpus.add(Gpu.of("g" + g, "GPU " + g, model, instances));
        }
        return new Fleet(gpus);
    }

    /** Every 2g as a 1g, packed anew. */
    @Benchmark
    public Replay replay() {
        return Replay.of(timeline, ReplayLayout.sized(timeline, (_, _) -> one), _ -> Double.NaN);
    }

    /** A figure over two inputs. */
    @Benchmark
    public double[][] grid() {
        return GoalGrid.of(
                        fleet,
                        Weights.DEFAULT,
                        GoalFigure.WHOLE,
                        Set.of(new InstanceRef("g0", "i0")),
                        Set.of(new InstanceRef("g1", "i1")))
                .values(POINTS);
    }
}
