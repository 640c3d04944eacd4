package io.slicewise.desktop.timeline;

import io.slicewise.fleet.Gpu;
import io.slicewise.usage.Naming;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The instances that are looked at: all whose GPU, host, model, profile, id or owner have every word that was typed.
 *
 * @param timeline the GPUs of these instances alone
 * @param rows the instances, in the order of the fleet
 * @param all how many there are without a choice
 */
record Choice(Timeline timeline, List<Row> rows, int all) {
    Choice {
        rows = List.copyOf(rows);
    }

    /**
     * An instance.
     *
     * @param gpu its GPU
     * @param gpuName what that is called among the others
     * @param track the instance over time
     */
    record Row(Gpu gpu, String gpuName, InstanceTrack track) {
        /** {@code node-1 · GPU 0 · ID 7}. */
        String name() {
            return Naming.inFleet(gpuName, Naming.byId(track.instance()));
        }
    }

    /**
     * The instances of a timeline.
     *
     * @param words what was typed; empty takes all
     */
    static Choice of(Timeline timeline, String words) {
        List<String> wanted = words.isBlank()
                ? List.of()
                : List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        Naming naming = timeline.naming();
        List<Row> rows = new ArrayList<>();
        int all = 0;
        for (GpuTrack gpu : timeline.gpus()) {
            for (InstanceTrack track : gpu.instances()) {
                if (track.spans().isEmpty()) {
                    continue;
                }
                all++;
                if (matches(gpu.gpu(), track, wanted)) {
                    rows.add(new Row(gpu.gpu(), naming.gpu(gpu.gpu()), track));
                }
            }
        }
        if (rows.size() == all) {
            return new Choice(timeline, rows, all);
        }
        Set<String> gpus = rows.stream().map(row -> row.gpu().id()).collect(Collectors.toSet());
        return new Choice(timeline.only(gpu -> gpus.contains(gpu.gpu().id())), rows, all);
    }

    private static boolean matches(Gpu gpu, InstanceTrack track, List<String> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        String text = String.join(
                        "\n",
                        gpu.name(),
                        gpu.host(),
                        gpu.id(),
                        gpu.model() == null ? gpu.modelName() : gpu.model().name(),
                        track.instance().profile().name(),
                        Naming.byId(track.instance()),
                        track.instance().owner(),
                        track.instance().name())
                .toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(text::contains);
    }

    boolean isAll() {
        return rows.size() == all;
    }
}
