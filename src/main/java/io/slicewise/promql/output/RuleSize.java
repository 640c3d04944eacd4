package io.slicewise.promql.output;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.promql.lang.Duration;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How large a document is for its rules, and what one evaluation of them costs a server.
 *
 * <p>The costs were measured with {@code bench.QueryCost}'s cluster on Prometheus 2.42 (3,000 GPUs, 10,000 instances,
 * processor time of the server, the middle of three rounds), each as a multiple of {@code avg(metric)} over the same
 * series; that of power with as many series of it, each GPU's repeated for its instances, in the cluster of 10,000 GPUs.
 * They are there to choose an interval by, not to promise one.
 *
 * @param hosts how many there are; at least 1 where there are GPUs, though without a name
 * @param models how many models
 * @param hostModels how many pairs of the two
 * @param kinds how many hosts, models and profiles go together
 * @param gpus how many GPUs have instances
 * @param instances how many instances there are
 */
public record RuleSize(int hosts, int models, int hostModels, int kinds, int gpus, int instances) {
    /** Of no document. */
    public static final RuleSize NONE = new RuleSize(0, 0, 0, 0, 0, 0);

    /** Watts, once a GPU. */
    static final int POWER = 2;
    /** The levels fleet, host and model together: they share what is read. */
    static final int LIGHT = 16 + POWER;
    /** By GPU, more than that. */
    static final int BY_GPU = 60 + POWER;
    /** By any other label, more than that. */
    static final int BY_LABEL = 50 + POWER;

    /** Of one processor, for a plain average over one instance. */
    private static final double SECONDS = 10e-6;
    /** An evaluation is to take no more than this part of the interval. */
    private static final double PART = 0.25;
    /** Servers keep a value for five minutes: a longer interval would leave gaps. */
    private static final List<Integer> MINUTES = List.of(1, 2, 4);

    /** Of a fleet: of its GPUs that have instances. */
    public static RuleSize of(Fleet fleet) {
        Set<String> hosts = new HashSet<>();
        Set<String> models = new HashSet<>();
        Set<List<String>> hostModels = new HashSet<>();
        Set<List<String>> kinds = new HashSet<>();
        int gpus = 0;
        for (Gpu gpu : fleet.gpus()) {
            if (gpu.instances().isEmpty()) {
                continue;
            }
            gpus++;
            hosts.add(gpu.host());
            models.add(gpu.modelName());
            hostModels.add(List.of(gpu.host(), gpu.modelName()));
            for (Instance instance : gpu.instances()) {
                kinds.add(
                        List.of(gpu.host(), gpu.modelName(), instance.profile().name()));
            }
        }
        return new RuleSize(hosts.size(), models.size(), hostModels.size(), kinds.size(), gpus, fleet.instanceCount());
    }

    /** How many figures of a kind a level has; none where its labels are not the document's. */
    OptionalInt groups(Level level, Names names) {
        if (level.labels().isEmpty()) {
            return OptionalInt.of(instances == 0 ? 0 : 1);
        }
        if (level.equals(Level.host(names))) {
            return OptionalInt.of(hosts);
        }
        if (level.equals(Level.model(names))) {
            return OptionalInt.of(models);
        }
        return level.equals(Level.gpu(names)) ? OptionalInt.of(gpus) : OptionalInt.empty();
    }

    /** What one evaluation takes of one processor, in seconds. */
    double seconds(List<Level> levels, Names names) {
        int cost = LIGHT;
        for (Level level : levels) {
            boolean isLight =
                    level.labels().isEmpty() || level.equals(Level.host(names)) || level.equals(Level.model(names));
            if (!isLight) {
                cost += level.equals(Level.gpu(names)) ? BY_GPU : BY_LABEL;
            }
        }
        return cost * SECONDS * instances;
    }

    /** The shortest interval that leaves a server enough time; the longest where none does. */
    Duration interval(List<Level> levels, Names names) {
        double seconds = seconds(levels, names);
        return Duration.ofMinutes(MINUTES.stream()
                .filter(minutes -> seconds <= minutes * 60 * PART)
                .findFirst()
                .orElse(MINUTES.getLast()));
    }
}
