package io.slicewise.cli;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.usage.Naming;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.util.List;

/** How instances are called in tables in which several of a profile stand below each other. */
final class Called {
    private Called() {}

    /** The name; the profile and the id where it has none. */
    static String of(Instance instance) {
        return !instance.name().isEmpty() || instance.id().isEmpty()
                ? instance.label()
                : instance.profile().name() + " #" + instance.id();
    }

    /** Whether somebody means this GPU: by its id, as it is called in this fleet, or with all of its host's name. */
    static boolean is(String written, Gpu gpu, Fleet fleet) {
        return gpu.id().equals(written)
                || Naming.of(fleet).gpu(gpu).equals(written)
                || gpu.nameOnHost().equals(written);
    }

    /** With its GPU. */
    static String of(Timeline timeline, InstanceTrack track) {
        return gpu(timeline, track.ref().gpu()) + " · " + of(track.instance());
    }

    /** A GPU of a timeline; the id where that has none of it. */
    static String gpu(Timeline timeline, String id) {
        List<Gpu> all = timeline.gpus().stream().map(GpuTrack::gpu).toList();
        return all.stream()
                .filter(gpu -> gpu.id().equals(id))
                .findFirst()
                .map(Naming.of(all)::gpu)
                .orElse(id);
    }
}
