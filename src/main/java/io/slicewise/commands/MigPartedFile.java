package io.slicewise.commands;

import io.slicewise.fleet.Instance;
import io.slicewise.mig.Placement;
import io.slicewise.planning.change.CreationOrders;
import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.change.GpuChange;
import io.slicewise.promql.output.YamlText;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration of mig-parted for the layouts after a change: numbers of profiles, no starts. What that cannot say, and
 * what mig-parted stops beyond the change, stands above it: it clears every GPU whose numbers differ and touches none whose
 * numbers are equal, also where only the starts differ.
 */
public final class MigPartedFile {
    private MigPartedFile() {}

    /** The file, a configuration for each host. */
    public static String of(FleetChange change, Messages words) {
        StringBuilder text = new StringBuilder();
        for (String line : remarks(change, words)) {
            text.append("# ").append(Shell.oneLine(line)).append('\n');
        }
        Map<String, Object> configs = new LinkedHashMap<>();
        Devices.byHost(change).forEach((host, gpus) -> configs.put(config(host), devices(gpus)));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", "v1");
        root.put("mig-configs", configs);
        return text + YamlText.of(root);
    }

    /** What a host's configuration is called: letters, digits and dashes, as a label's value has to be. */
    public static String config(String host) {
        String plain = host.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        String name = plain.isEmpty() ? "slicewise" : "slicewise-" + plain;
        return name.length() <= 63 ? name : name.substring(0, 63).replaceAll("-$", "");
    }

    private static List<String> remarks(FleetChange change, Messages words) {
        List<String> remarks = new ArrayList<>();
        remarks.add(words.say("commands.parted.title"));
        for (GpuChange gpu : change.changed()) {
            String name = gpu.before().nameOnHost();
            if (gpu.hasSameCounts()) {
                remarks.add(words.say("commands.parted.same", name));
                continue;
            }
            for (Instance instance : gpu.kept()) {
                remarks.add(words.say("commands.parted.also", name, Named.of(instance, words)));
            }
            if (gpu.before().model() != null
                    && !CreationOrders.of(
                                    gpu.before().model(),
                                    gpu.after().stream().map(Placement::profile).toList())
                            .isSafe()) {
                remarks.add(words.say("commands.parted.order", name));
            }
        }
        return remarks;
    }

    private static List<Object> devices(List<GpuChange> gpus) {
        Map<Map<String, Integer>, List<Integer>> byCounts = new LinkedHashMap<>();
        for (GpuChange gpu : gpus) {
            Map<String, Integer> counts = new TreeMap<>();
            gpu.after().forEach(placement -> counts.merge(placement.profile().name(), 1, Integer::sum));
            byCounts.computeIfAbsent(counts, _ -> new ArrayList<>()).add(Devices.number(gpu.before(), gpus));
        }
        List<Object> devices = new ArrayList<>();
        byCounts.forEach((counts, numbers) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("devices", numbers);
            entry.put("mig-enabled", true);
            entry.put("mig-devices", counts);
            devices.add(entry);
        });
        return devices;
    }
}
