package io.slicewise.planning.size;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.size.SizeAnswer.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The demand that sized instances are: what they were observed to need, where that can be told, and else what they have. */
public final class SizedDemand {
    private SizedDemand() {}

    /** One line per instance, in their order; each is served by the profile that is proposed for it. */
    public static Demand of(List<SizedInstance> sized, SizeRules rules) {
        List<DemandLine> lines = new ArrayList<>();
        for (SizedInstance one : sized) {
            lines.add(new DemandLine(
                    name(one.gpu(), one.instance()),
                    1,
                    need(one, rules),
                    one.instance().owner(),
                    0));
        }
        return new Demand(lines);
    }

    /** What the line of an instance is called. */
    public static String name(Gpu gpu, Instance instance) {
        return gpu.nameOnHost() + " · " + instance.label();
    }

    private static Need need(SizedInstance one, SizeRules rules) {
        SizeAnswer answer = one.answer();
        if (answer.reason() != Reason.NONE) {
            return new Need.Named(one.instance().profile().name());
        }
        GpuModel model = Objects.requireNonNull(one.gpu().model());
        double gib = Double.isNaN(answer.gib()) ? Need.ANY_MEMORY : answer.gib();
        return new Need.PartOfGpu(answer.slices() * rules.target() / model.computeSlices(), gib, rules.target());
    }
}
