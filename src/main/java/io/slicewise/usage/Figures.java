package io.slicewise.usage;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All figures of a fleet: of the whole, of each GPU, of each instance. A pure function of the fleet and the weights.
 *
 * @param weights what they were computed with
 * @param total over all instances and all GPUs
 * @param gpus each GPU by itself, in the fleet's order
 * @param shares each instance within the whole fleet, in the fleet's order
 * @param missing why there is no weighted or whole-GPU figure, or of which GPUs only; {@code null} when there is nothing in
 *     the way of one of all GPUs
 */
public record Figures(
        Weights weights,
        Averages total,
        List<GpuFigures> gpus,
        List<Share> shares,
        @Nullable Text missing) {
    /** GPUs that are worth the effort of several cores. */
    private static final int MANY = 4096;

    public Figures {
        gpus = List.copyOf(gpus);
        shares = shares instanceof Shares ? shares : List.copyOf(shares);
    }

    /**
     * The figures of one GPU.
     *
     * @param gpu whose
     * @param averages over its instances, on the same basis
     * @param contributions what each instance adds to this GPU's gap, in the order of its instances
     */
    public record GpuFigures(Gpu gpu, Averages averages, List<Double> contributions) {
        public GpuFigures {
            contributions = contributions instanceof Doubles ? contributions : List.copyOf(contributions);
        }

        /** What one of its instances adds, without an object. */
        public double contribution(int index) {
            return contributions instanceof Doubles numbers ? numbers.at(index) : contributions.get(index);
        }
    }

    /**
     * An instance's part in the figures of the fleet.
     *
     * @param gpu the GPU that it is on
     * @param instance the instance
     * @param weight its weight; over one model in units of the basis
     * @param shareOfCount {@code 1/n} among the reported ones; {@code NaN} without a reading
     * @param shareOfWeight {@code w/Σw} among the reported ones
     * @param shareOfLoad {@code w·u/Σw·u}, its part of the weighted sum
     * @param contribution what it adds to the gap
     */
    public record Share(
            Gpu gpu,
            Instance instance,
            double weight,
            double shareOfCount,
            double shareOfWeight,
            double shareOfLoad,
            double contribution) {
        public InstanceRef ref() {
            return new InstanceRef(gpu.id(), instance.id());
        }
    }

    /** The figures of a fleet. Instances in them have the reading that was asked for as their utilization. */
    public static Figures of(Fleet measured, Weights weights) {
        Fleet fleet = weights.reading().read(measured);
        LeftOut left = LeftOut.of(fleet, weights);
        Weighting weighting = Weighting.of(fleet, weights, left);
        Averages total = Averages.of(loads(fleet), weighting.weights(), weighting.total());
        List<GpuFigures> gpus =
                stream(fleet).map(gpu -> of(gpu, weights.basis())).toList();
        return new Figures(
                weights,
                total,
                gpus,
                new Shares(fleet, total, weighting.weights()),
                Missing.of(fleet, weights, total, left));
    }

    /** In their order; those of a large fleet on all cores. */
    private static Stream<Gpu> stream(Fleet fleet) {
        return fleet.gpus().size() < MANY ? fleet.gpus().stream() : fleet.gpus().parallelStream();
    }

    /** The figures of the whole of a fleet alone, the same as of all. */
    public static Averages total(Fleet measured, Weights weights) {
        Fleet fleet = weights.reading().read(measured);
        Weighting weighting = Weighting.of(fleet, weights);
        return Averages.of(loads(fleet), weighting.weights(), weighting.total());
    }

    /** The figures of one GPU by itself. */
    public static GpuFigures of(Gpu gpu, WeightBasis basis) {
        Weighting weighting = Weighting.of(gpu, basis);
        double[] loads = new double[gpu.instances().size()];
        for (int i = 0; i < loads.length; i++) {
            loads[i] = gpu.instances().get(i).utilization();
        }
        Averages averages = Averages.of(loads, weighting.weights(), weighting.total());
        double[] contributions = new double[loads.length];
        for (int i = 0; i < loads.length; i++) {
            contributions[i] = averages.contribution(loads[i], weighting.weights()[i]);
        }
        return new GpuFigures(gpu, averages, new Doubles(contributions));
    }

    /**
     * What each GPU weighs beside the others, in the fleet's order: their sum is the total weight of the hardware, and
     * the weights of the {@link #shares} are parts of them.
     */
    public static double[] gpuWeights(Fleet fleet, Weights weights) {
        return Weighting.gpus(fleet, weights);
    }

    /** Whether some GPUs are left out of W, A and G, so that these are of the others. */
    public boolean isPartial() {
        return missing != null && missing.key().endsWith(Missing.OTHERS);
    }

    /** The same with other figures of the whole, such as means over time. */
    public Figures withTotal(Averages other) {
        return new Figures(weights, other, gpus, shares, missing);
    }

    /** The figures of one GPU of this fleet. */
    public Optional<GpuFigures> gpu(String id) {
        return gpus.stream().filter(g -> g.gpu().id().equals(id)).findFirst();
    }

    /**
     * The figures of some of the instances by themselves: S and W as of a fleet that has no others; A and G are their
     * part of the whole hardware.
     */
    public Averages of(Set<InstanceRef> instances) {
        return of(shares.stream().filter(s -> instances.contains(s.ref())).toList());
    }

    /** The same for some of the {@link #shares}; takes time in proportion to their number. */
    public Averages of(List<Share> some) {
        return Averages.of(
                some.stream().mapToDouble(s -> s.instance().utilization()).toArray(),
                some.stream().mapToDouble(Share::weight).toArray(),
                total.totalWeight());
    }

    /** Instances and GPUs whose weights rest on figures of the hardware that were not verified. */
    public List<Share> unverified() {
        List<Share> unverified = new ArrayList<>();
        int next = 0;
        for (GpuFigures one : gpus) {
            Gpu gpu = one.gpu();
            for (Instance instance : gpu.instances()) {
                if (!weights.basis().isVerified(gpu.model(), instance.profile())) {
                    unverified.add(shares.get(next));
                }
                next++;
            }
        }
        return unverified;
    }

    /** The utilization of every instance in the fleet's order, {@code NaN} without a reading. */
    static double[] loads(Fleet fleet) {
        double[] loads = new double[fleet.instanceCount()];
        int next = 0;
        for (Gpu gpu : fleet.gpus()) {
            for (Instance instance : gpu.instances()) {
                loads[next++] = instance.utilization();
            }
        }
        return loads;
    }
}
