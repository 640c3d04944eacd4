package io.slicewise.commands;

import io.slicewise.fleet.Gpu;
import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.change.GpuChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tools call a GPU. */
final class Devices {
    private static final Pattern UUID = Pattern.compile("GPU-[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\D)?(\\d{1,4})");

    private Devices() {}

    /** The changes of each host, in the order in which hosts come. */
    static Map<String, List<GpuChange>> byHost(FleetChange change) {
        Map<String, List<GpuChange>> hosts = new LinkedHashMap<>();
        for (GpuChange gpu : change.gpus()) {
            hosts.computeIfAbsent(gpu.before().host(), _ -> new ArrayList<>()).add(gpu);
        }
        return hosts;
    }

    /** What {@code nvidia-smi -i} takes: the UUID, or else the number. */
    static String nvidiaSmi(Gpu gpu, List<GpuChange> host) {
        return UUID.matcher(gpu.id()).matches() ? gpu.id() : String.valueOf(number(gpu, host));
    }

    /** The number on its host: that at the end of its name, or of its id, or else its place in the list. */
    static int number(Gpu gpu, List<GpuChange> host) {
        for (String text : List.of(gpu.name(), UUID.matcher(gpu.id()).matches() ? "" : gpu.id())) {
            Matcher number = NUMBER.matcher(text.strip());
            if (number.matches()) {
                return Integer.parseInt(number.group(1));
            }
        }
        return host.stream().map(GpuChange::before).toList().indexOf(gpu);
    }
}
