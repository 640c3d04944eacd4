package io.slicewise.usage.survey;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.LabelSet;
import io.slicewise.mig.GpuModel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What rows are grouped by and found by: something that an instance, or all instances of a GPU, have in common. */
public sealed interface Attribute {
    /** The persistent name: {@code host}, {@code label:job}. */
    String id();

    /** Whether all instances of a GPU have it alike. */
    boolean isOfGpu();

    /** What all instances of a GPU have; empty for an attribute that they can have each by itself. */
    String ofGpu(Gpu gpu);

    /** What an instance has; empty where it has nothing. */
    String of(Gpu gpu, Instance instance, LabelSet labels);

    /** What the fleet itself knows. */
    enum Field implements Attribute {
        HOST,
        /** Host and name. */
        GPU,
        /** The model, or what was printed for it where it is not known. */
        MODEL,
        /** The profiles of all instances: {@code 3g.40gb, 3 × 1g.10gb}. */
        LAYOUT,
        PROFILE,
        /** The namespace where the monitoring told one, else what stands before the slash of the owner. */
        TEAM,
        /** Team, pod or person: all of it. */
        OWNER,
        /** How full its memory is: above 90 %, above 50 %, or less. */
        MEMORY;

        private static final double NEARLY_FULL = 0.9;
        private static final double HALF_FULL = 0.5;

        @Override
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean isOfGpu() {
            return switch (this) {
                case HOST, GPU, MODEL, LAYOUT -> true;
                case PROFILE, TEAM, OWNER, MEMORY -> false;
            };
        }

        @Override
        public String ofGpu(Gpu gpu) {
            return switch (this) {
                case HOST -> gpu.host();
                case GPU -> gpu.nameOnHost();
                case MODEL -> modelName(gpu);
                case LAYOUT -> layout(gpu);
                case PROFILE, TEAM, OWNER, MEMORY -> "";
            };
        }

        @Override
        public String of(Gpu gpu, Instance instance, LabelSet labels) {
            return switch (this) {
                case HOST, GPU, MODEL, LAYOUT -> ofGpu(gpu);
                case PROFILE -> instance.profile().name();
                case TEAM -> team(instance, labels);
                case OWNER -> instance.owner();
                case MEMORY -> memory(instance.memoryShare());
            };
        }

        private static String memory(double share) {
            if (Double.isNaN(share)) {
                return "";
            }
            return share > NEARLY_FULL ? "> 90%" : share > HALF_FULL ? "50–90%" : "≤ 50%";
        }

        /** The field of a persistent name. */
        public static Optional<Field> ofId(String id) {
            for (Field field : values()) {
                if (field.id().equals(id)) {
                    return Optional.of(field);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A label of the monitoring.
     *
     * @param name the label's name
     */
    record Label(String name) implements Attribute {
        @Override
        public String id() {
            return "label:" + name;
        }

        @Override
        public boolean isOfGpu() {
            return false;
        }

        @Override
        public String ofGpu(Gpu gpu) {
            return "";
        }

        @Override
        public String of(Gpu gpu, Instance instance, LabelSet labels) {
            return labels.value(name);
        }
    }

    /** The model's name, or what was printed for it where it is not known. */
    static String modelName(Gpu gpu) {
        GpuModel model = gpu.model();
        return model == null ? gpu.modelName() : model.name();
    }

    private static String team(Instance instance, LabelSet labels) {
        String namespace = labels.value("namespace");
        if (!namespace.isEmpty() || labels.containsKey("pod")) {
            return namespace;
        }
        int slash = instance.owner().indexOf('/');
        return slash < 0 ? instance.owner() : instance.owner().substring(0, slash);
    }

    /** The profiles of a GPU's instances, the largest first, equal ones counted. */
    public static String layout(Gpu gpu) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        gpu.instances().stream()
                .map(Instance::profile)
                .sorted((a, b) -> a.computeSlices() == b.computeSlices()
                        ? a.name().compareTo(b.name())
                        : b.computeSlices() - a.computeSlices())
                .forEach(profile -> counts.merge(profile.name(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() == 1 ? entry.getKey() : entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
