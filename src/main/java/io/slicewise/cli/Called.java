package io.slicewise.cli;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.usage.Naming;
import io.slicewise.usage.timeline.InstanceTrack;

/** How instances are called in tables in which several of a profile stand below each other. */
final class Called {
    private Called() {}

    /** The name; the profile and the id where it has none. */
    static String of(Instance instance) {
        return !instance.name().isEmpty() || instance.id().isEmpty()
                ? instance.label()
                : instance.profile().name() + " " + Naming.byId(instance);
    }

    /** Whether a person means this GPU: by its id, as it is called in this fleet, or with all of its host's name. */
    static boolean is(String written, Gpu gpu, Naming naming) {
        return gpu.id().equals(written)
                || naming.gpu(gpu).equals(written)
                || gpu.nameOnHost().equals(written);
    }

    /** With its GPU. */
    static String of(Naming naming, InstanceTrack track) {
        return Naming.inFleet(naming.gpu(track.ref().gpu()), of(track.instance()));
    }
}
