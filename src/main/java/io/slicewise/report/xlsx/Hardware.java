package io.slicewise.report.xlsx;

import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import io.slicewise.page.Subject;
import io.slicewise.usage.Naming;
import io.slicewise.usage.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The GPUs of a workbook: those that the figures are of first, then those that are paid for too.
 *
 * @param units in their order
 */
record Hardware(List<Unit> units) {
    /**
     * A GPU.
     *
     * @param gpu with its instances
     * @param name what it is called
     * @param weight what all of it weighs in the figures; {@code NaN} where it is in none
     * @param weights what its instances weigh, {@code NaN} likewise
     * @param counted whether it is in the figures
     */
    record Unit(Gpu gpu, String name, double weight, List<Double> weights, boolean counted) {}

    static Hardware of(Subject subject) {
        List<Gpu> counted = subject.fleet().gpus();
        Weighting weighting = Weighting.of(subject.fleet(), subject.figures().weights());
        Naming naming = Naming.of(subject.fleet());
        List<Unit> units = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < counted.size(); i++) {
            Gpu gpu = counted.get(i);
            List<Double> weights = new ArrayList<>();
            for (int one = 0; one < gpu.instances().size(); one++) {
                weights.add(weighting.instance(next++));
            }
            units.add(new Unit(gpu, naming.gpu(gpu), weighting.gpu(i), weights, true));
        }
        Naming all = Naming.of(subject.ledger().hardware());
        for (Gpu gpu : subject.ledger().hardware()) {
            if (counted.stream().noneMatch(one -> one.id().equals(gpu.id()))) {
                List<Double> none =
                        gpu.instances().stream().map(_ -> Double.NaN).toList();
                units.add(new Unit(gpu, all.gpu(gpu), Double.NaN, none, false));
            }
        }
        return new Hardware(units);
    }

    /** The models that are there. */
    List<GpuModel> models() {
        return units.stream()
                .map(unit -> unit.gpu().model())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    int instances() {
        return units.stream().mapToInt(unit -> unit.gpu().instances().size()).sum();
    }
}
