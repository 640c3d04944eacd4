package io.slicewise.usage;

import io.slicewise.fleet.Gpu;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What the GPUs of a fleet are called, by the rule that {@link Naming} tells: the part of it that no instance changes.
 *
 * @param hosts the names of their hosts
 * @param names by the id of a GPU what it is called
 * @param numbers by the id of a GPU which it is of those that even their host, name and model do not tell apart, from 1
 * @param areLong whether some say more than the name of a GPU: the host, or what tells it from another of its name
 */
public record GpuNames(HostNames hosts, Map<String, String> names, Map<String, Integer> numbers, boolean areLong) {
    public GpuNames {
        names = Map.copyOf(names);
        numbers = Map.copyOf(numbers);
    }

    public static GpuNames of(List<Gpu> all) {
        HostNames hosts = HostNames.of(all);
        Map<String, String> names = new HashMap<>();
        all.forEach(gpu -> names.put(gpu.id(), hosts.gpu(gpu)));
        Collection<List<Gpu>> sameName = alike(all, names);
        for (List<Gpu> alike : sameName) {
            if (alike.stream().map(Naming::modelId).distinct().count() > 1) {
                alike.forEach(gpu -> names.merge(gpu.id(), Naming.modelName(gpu), Naming::bracketed));
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (List<Gpu> alike : alike(all, names)) {
            for (int i = 0; i < alike.size(); i++) {
                numbers.put(alike.get(i).id(), i + 1);
            }
        }
        numbers.forEach((id, number) -> names.merge(id, String.valueOf(number), Naming::numbered));
        return new GpuNames(hosts, names, numbers, hosts.several() || !sameName.isEmpty());
    }

    /** A GPU of this fleet. */
    public String of(Gpu gpu) {
        return names.getOrDefault(gpu.id(), gpu.nameOnHost());
    }

    /** The GPU with an id, or the id where there is none of it. */
    public String of(String id) {
        return names.getOrDefault(id, id);
    }

    /** {@code #2} where one is called like another of its host and model; empty where it is not. */
    public String number(String id) {
        Integer number = numbers.get(id);
        return number == null ? "" : "#" + number;
    }

    /** The GPUs that are called the same, in the order of the fleet. */
    private static Collection<List<Gpu>> alike(List<Gpu> all, Map<String, String> names) {
        if (new HashSet<>(names.values()).size() == all.size()) {
            return List.of();
        }
        Map<String, List<Gpu>> groups = new HashMap<>();
        all.forEach(gpu -> groups.computeIfAbsent(names.getOrDefault(gpu.id(), ""), _ -> new ArrayList<>())
                .add(gpu));
        groups.values().removeIf(gpus -> gpus.size() == 1);
        return groups.values();
    }
}
