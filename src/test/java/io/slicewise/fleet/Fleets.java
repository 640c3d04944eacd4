package io.slicewise.fleet;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.List;

/** Typical fleets for tests, written as a planner would say them: {@code "1g.10gb 90"}, {@code "3g.40gb -"}. */
public final class Fleets {
    public static final Catalogue CATALOGUE = Catalogue.builtIn();

    private Fleets() {}

    /** The source document's main example. */
    public static Fleet main() {
        return of(gpu("GPU 0", "a100-80gb", "1g.10gb 90", "1g.10gb 80", "1g.10gb 70", "2g.20gb 60"));
    }

    /** The source document's scenario 1: the big one is the idle one. */
    public static Fleet scenario1() {
        return of(gpu("GPU 0", "a100-80gb", "1g.10gb 90", "1g.10gb 90", "1g.10gb 90", "3g.40gb 30"));
    }

    /** Eight GPUs with seven instances each. */
    public static Fleet host() {
        List<Gpu> gpus = new ArrayList<>();
        for (int g = 0; g < 8; g++) {
            String[] instances = new String[7];
            for (int i = 0; i < 7; i++) {
                instances[i] = "1g.10gb " + (g * 7 + i * 13) % 101;
            }
            gpus.add(gpu("GPU " + g, "a100-80gb", instances));
        }
        return new Fleet(gpus);
    }

    /** Two hosts with a GPU 0 and a GPU 1 each, of two models that have profiles of the same names. */
    public static Fleet twoHosts() {
        return of(
                onHost("node-a", "GPU 0", "a100-80gb", "1g.10gb 90", "1g.10gb 70", "3g.40gb 20"),
                onHost("node-a", "GPU 1", "a100-80gb", "3g.40gb 40", "1g.10gb 80", "1g.10gb 60"),
                onHost("node-b", "GPU 0", "h100-80gb-sxm", "1g.10gb 55", "2g.20gb 35", "1g.10gb 95"),
                onHost("node-b", "GPU 1", "h100-80gb-sxm", "3g.40gb 10", "2g.20gb 45", "1g.10gb 85"));
    }

    /** Three hundred GPUs on 38 hosts, partitioned in turn, with loads that repeat after a while. */
    public static Fleet large() {
        String[][] partitions = {
            {"1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb"},
            {"3g.40gb", "2g.20gb", "1g.10gb"},
            {"3g.40gb", "3g.40gb"},
            {"2g.20gb", "1g.10gb", "1g.10gb"}
        };
        List<Gpu> gpus = new ArrayList<>();
        for (int g = 0; g < 300; g++) {
            String[] instances = partitions[g % partitions.length].clone();
            for (int i = 0; i < instances.length; i++) {
                instances[i] += " " + (g * 37 + i * 53) % 101;
            }
            gpus.add(onHost("gpu-%03d.cluster.example".formatted(g / 8), "GPU " + g % 8, "a100-80gb", instances));
        }
        return new Fleet(gpus);
    }

    private static Gpu onHost(String host, String name, String model, String... instances) {
        Gpu gpu = gpu(name, model, instances);
        return new Gpu(host + "/" + name, name, host, gpu.model(), "", gpu.instances());
    }

    public static Fleet of(Gpu... gpus) {
        return new Fleet(List.of(gpus));
    }

    /** A GPU whose id is its name, its instances placed automatically and numbered from 1. */
    public static Gpu gpu(String name, String model, String... instances) {
        GpuModel gpuModel = CATALOGUE.byId(model).orElseThrow();
        List<Profile> profiles = new ArrayList<>();
        for (String instance : instances) {
            profiles.add(gpuModel.profile(instance.split(" ")[0]).orElseThrow());
        }
        List<Integer> starts = Layouts.place(gpuModel, profiles)
                .orElseGet(() -> profiles.stream().map(p -> Placement.UNKNOWN).toList());
        List<Instance> made = new ArrayList<>();
        for (int i = 0; i < instances.length; i++) {
            String load = instances[i].split(" ")[1];
            double utilization = load.equals("-") ? Instance.NO_READING : Double.parseDouble(load) / 100;
            made.add(Instance.of(String.valueOf(i + 1), profiles.get(i), starts.get(i), utilization));
        }
        return Gpu.of(name, name, gpuModel, made);
    }
}
