package io.slicewise.planning.purchase;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Placement;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import java.util.ArrayList;
import java.util.List;

/** The GPUs of a plan as a fleet without readings, in hosts where they are bought in hosts. */
public final class PlannedFleet {
    private PlannedFleet() {}

    /** The GPUs that the layouts are on; those of a spare host, which are empty, are not among them. */
    public static Fleet of(PurchasePlan plan) {
        List<Gpu> gpus = new ArrayList<>();
        plan.models().forEach(model -> add(model, gpus));
        return new Fleet(gpus);
    }

    private static void add(ModelPlan model, List<Gpu> gpus) {
        String id = model.offer().model().id();
        int perHost = model.offer().perHost();
        int index = 0;
        for (PackedLayout packed : model.layouts()) {
            for (long i = 0; i < packed.count(); i++) {
                String host = perHost > 1 ? id + "-host-" + (index / perHost) : "";
                String name = perHost > 1 ? "GPU " + index % perHost : id + " " + index;
                gpus.add(new Gpu(id + "-" + index, name, host, model.offer().model(), "", instances(packed)));
                index++;
            }
        }
    }

    private static List<Instance> instances(PackedLayout packed) {
        List<Instance> instances = new ArrayList<>();
        for (Placement placement : packed.layout().placements()) {
            instances.add(Instance.of(
                    String.valueOf(instances.size()), placement.profile(), placement.start(), Instance.NO_READING));
        }
        return instances;
    }
}
