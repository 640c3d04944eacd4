package io.slicewise.bench;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.History;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import io.slicewise.story.Finding;
import io.slicewise.story.Findings;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Figures of a host (at most 20 µs), a whole edit (at most 100 µs), figures of 10,000 GPUs (at most 10 ms). */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class FiguresBenchmark {
    private static final Set<InstanceRef> MOVED = Set.of(new InstanceRef("GPU 3", "4"));

    private final Fleet host = Fleets.host();
    private final Fleet cluster = makeCluster();
    private History history = History.of(Scenario.empty("host").withFleet(host));
    private double utilization;

    private static Fleet makeCluster() {
        Fleet host = Fleets.host();
        List<Gpu> gpus = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            gpus.add(host.gpus().get(i % 8).withId("GPU-" + i));
        }
        return new Fleet(gpus);
    }

    /** 8 GPUs, 56 instances. */
    @Benchmark
    public Figures host() {
        return Figures.of(host, Weights.DEFAULT);
    }

    /** 10,000 GPUs, 70,000 instances. */
    @Benchmark
    public Figures cluster() {
        return Figures.of(cluster, Weights.DEFAULT);
    }

    /** What a frame of a drag costs below the screen: a new scenario, its figures and its findings. */
    @Benchmark
    public List<Finding> edit() {
        utilization = utilization > 0.99 ? 0 : utilization + 0.001;
        if (history.apply(new InstanceEdit.SetUtilization(MOVED, utilization)) instanceof History.Result.Done done) {
            history = done.history();
        }
        Scenario scenario = history.current();
        return Findings.of(Figures.of(scenario.fleet(), scenario.weights()));
    }
}
