package io.slicewise.usage;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the GPUs and instances of one fleet are called, so that no two are called the same and nothing is said that all
 * of them share.
 *
 * <table>
 * <caption>The rule</caption>
 * <tr><td>an instance on its GPU</td><td>its given name, else its profile; {@code #n} where that GPU has several such,
 * counted as they are listed, so that numbers go up in every table, chart and file, and stay when an instance is moved</td></tr>
 * <tr><td>an instance of the fleet</td><td>the GPU in front where there are several</td></tr>
 * <tr><td>a GPU</td><td>the host in front where there are several, {@linkplain HostNames without the domain} that all of
 * them are in; the model behind it where names still agree, and
 * {@code #n} where models do too</td></tr>
 * <tr><td>a profile</td><td>the model behind it where several models of the fleet have one of that name</td></tr>
 * </table>
 *
 * <p>With two hosts: {@code node-a · GPU 0 · 1g.10gb #2}. With one GPU: {@code 1g.10gb #2}. Names are the same in every
 * language.
 */
public final class Naming {
    /** Stands between a host, its GPU and an instance of that. */
    static final String BETWEEN = " · ";

    private final GpuNames gpus;
    private final Set<String> ambiguousProfiles;

    /** By their ids. */
    private final Map<String, GpuModel> models;

    private Naming(GpuNames gpus, Set<String> ambiguousProfiles, Map<String, GpuModel> models) {
        this.gpus = gpus;
        this.ambiguousProfiles = ambiguousProfiles;
        this.models = models;
    }

    public static Naming of(Fleet fleet) {
        return of(fleet.gpus());
    }

    public static Naming of(Figures figures) {
        return of(figures.gpus().stream().map(Figures.GpuFigures::gpu).toList());
    }

    /** The names of these GPUs and of what is on them. */
    public static Naming of(List<Gpu> all) {
        return new Naming(GpuNames.of(all), ambiguousProfiles(all), models(all));
    }

    /** Whether GPUs stand in several machines: then their names alone do not tell them apart. */
    public static boolean hasSeveralHosts(List<Gpu> gpus) {
        return gpus.stream().map(Gpu::host).distinct().limit(2).count() > 1;
    }

    /** A GPU of this fleet: {@code GPU 0}, {@code node-a · GPU 0}. */
    public String gpu(Gpu gpu) {
        return gpus.of(gpu);
    }

    /** The GPU with an id, or the id where there is none of it. */
    public String gpu(String id) {
        return gpus.of(id);
    }

    /** An instance of this fleet: {@code 1g.10gb #2}, {@code GPU 0 · 1g.10gb #2}, {@code node-a · GPU 0 · train}. */
    public String instance(Gpu gpu, Instance instance) {
        return isOneGpu() ? onGpu(gpu, instance) : inFleet(gpu(gpu), onGpu(gpu, instance));
    }

    /** An instance of a fleet with several GPUs, by the name of its GPU and its name on it. */
    public static String inFleet(String gpu, String onGpu) {
        return gpu + BETWEEN + onGpu;
    }

    /** An instance among those of its GPU: {@code train}, {@code 3g.40gb}, {@code 1g.10gb #2}. */
    public static String onGpu(Gpu gpu, Instance instance) {
        int all = 0;
        int number = 0;
        for (Instance other : gpu.instances()) {
            boolean self = other.id().equals(instance.id());
            if (self || isCountedWith(other, instance)) {
                all++;
                number = self ? all : number;
            }
        }
        return all > 1 ? numbered(instance.label(), String.valueOf(number)) : instance.label();
    }

    /** A profile of a GPU's model: {@code 1g.10gb}, and {@code 1g.10gb (H100 SXM5 80GB)} where other models have one. */
    public String profile(Gpu gpu, Profile profile) {
        return ambiguousProfiles.contains(profile.name()) ? bracketed(profile.name(), modelName(gpu)) : profile.name();
    }

    /** A profile that a model can have, with the model behind it where another one of this fleet can have one of that name. */
    public String possible(GpuModel model, Profile profile) {
        boolean ambiguous = models.values().stream()
                .anyMatch(other -> !other.id().equals(model.id())
                        && other.profile(profile.name()).isPresent());
        return ambiguous ? bracketed(profile.name(), model.shortName()) : profile.name();
    }

    /** Instances of a profile together: {@code 14 × 1g.10gb}; of one alone the profile. */
    public String profile(InstanceGroup group) {
        Figures.Share first = group.members().getFirst();
        String profile = profile(first.gpu(), first.instance().profile());
        return group.isOne() ? profile : group.members().size() + " × " + profile;
    }

    /**
     * A group among others: among profiles by its profile, {@code 14 × 1g.10gb}, among instances by its instance.
     *
     * @param byProfile how the groups were made, as in {@link InstanceGroup#of(Figures, boolean)}
     */
    public String group(InstanceGroup group, boolean byProfile) {
        Figures.Share first = group.members().getFirst();
        return byProfile ? profile(group) : instance(first.gpu(), first.instance());
    }

    /** Whether there is one GPU, which then needs no name. */
    public boolean isOneGpu() {
        return gpus.names().size() <= 1;
    }

    /** The model's short name, or what was printed for it where it is not known; empty where nothing was. */
    public static String modelName(Gpu gpu) {
        return gpu.model() == null ? gpu.modelName() : gpu.model().shortName();
    }

    /** What tells a GPU's model from another. */
    static String modelId(Gpu gpu) {
        return gpu.model() == null ? gpu.modelName() : gpu.model().id();
    }

    /** Those of one given name are counted together; those without one with all of their profile. */
    private static boolean isCountedWith(Instance other, Instance instance) {
        return instance.name().isEmpty()
                ? other.profile().name().equals(instance.profile().name())
                : other.name().equals(instance.name());
    }

    static String bracketed(String name, String model) {
        return model.isEmpty() ? name : name + " (" + model + ")";
    }

    /**
     * The name, or {@code ID 7} where there is none: over time one place has several instances of one profile, which only the
     * id of the monitoring tells apart. Never written as the numbers that instances have at one moment.
     */
    public static String overTime(Instance instance) {
        return instance.name().isEmpty() ? byId(instance) : instance.name();
    }

    /** {@code ID 7}, as the monitoring has it. */
    public static String byId(Instance instance) {
        return "ID " + instance.id();
    }

    static String numbered(String name, String number) {
        return name + " #" + number;
    }

    private static Map<String, GpuModel> models(List<Gpu> all) {
        Map<String, GpuModel> models = new HashMap<>();
        for (Gpu gpu : all) {
            GpuModel model = gpu.model();
            if (model != null) {
                models.putIfAbsent(model.id(), model);
            }
        }
        return models;
    }

    /** The names that profiles of several models in this fleet have. */
    private static Set<String> ambiguousProfiles(List<Gpu> all) {
        Map<String, String> models = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (Gpu gpu : all) {
            for (Instance instance : gpu.instances()) {
                String profile = instance.profile().name();
                String model = modelId(gpu);
                if (!models.computeIfAbsent(profile, _ -> model).equals(model)) {
                    ambiguous.add(profile);
                }
            }
        }
        return ambiguous;
    }
}
