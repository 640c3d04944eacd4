package io.slicewise.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Parts of instances are found in whatever order they are asked for, also beside GPUs without instances. */
class SharesProperties {
    private static Fleet fleet(List<Integer> counts) {
        List<Gpu> gpus = new ArrayList<>();
        for (int gpu = 0; gpu < counts.size(); gpu++) {
            List<Instance> instances = new ArrayList<>();
            for (int i = 0; i < counts.get(gpu); i++) {
                double utilization = (gpu + i) % 5 == 4 ? Double.NaN : ((gpu * 31 + i * 7) % 100) / 100.0;
                Profile profile = Profile.observed("%dg.9gb".formatted(i + 1), i + 1);
                instances.add(Instance.of(String.valueOf(i), profile, Placement.UNKNOWN, utilization));
            }
            gpus.add(new Gpu("GPU-" + gpu, "GPU " + gpu, "", null, "", instances));
        }
        return new Fleet(gpus);
    }

    @Property(tries = 300)
    void eachIsOfTheInstanceAtItsPlaceInTheFleet(
            @ForAll @Size(max = 12) List<@IntRange(max = 4) Integer> counts,
            @ForAll @Size(max = 40) List<@IntRange(max = 1000) Integer> asked) {
        Fleet fleet = fleet(counts);
        Figures figures = Figures.of(fleet, Weights.DEFAULT);
        List<Gpu> gpus = new ArrayList<>();
        List<Instance> instances = new ArrayList<>();
        for (Gpu gpu : fleet.gpus()) {
            for (Instance instance : gpu.instances()) {
                gpus.add(gpu);
                instances.add(instance);
            }
        }
        assertEquals(
                instances,
                figures.shares().stream().map(Figures.Share::instance).toList());
        for (int any : asked) {
            if (any < instances.size()) {
                Figures.Share share = figures.shares().get(any);
                assertEquals(gpus.get(any), share.gpu());
                assertEquals(instances.get(any), share.instance());
                assertEquals(
                        figures.total().contribution(share.instance().utilization(), share.weight()),
                        share.contribution());
            } else {
                assertThrows(
                        IndexOutOfBoundsException.class, () -> figures.shares().get(any));
            }
        }
    }
}
