package io.slicewise.cli;

import io.slicewise.fleet.Instance;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;

/** How instances are called in tables in which several of a profile stand below each other. */
final class Called {
    private Called() {}

    /** The name; the profile and the id where it has none. */
    static String of(Instance instance) {
        return !instance.name().isEmpty() || instance.id().isEmpty()
                ? instance.label()
                : instance.profile().name() + " #" + instance.id();
    }

    /** With its GPU. */
    static String of(Timeline timeline, InstanceTrack track) {
        return gpu(timeline, track.ref().gpu()) + " · " + of(track.instance());
    }

    /** A GPU of a timeline; the id where that has none of it. */
    static String gpu(Timeline timeline, String id) {
        return timeline.gpus().stream()
                .filter(one -> one.gpu().id().equals(id))
                .findFirst()
                .map(one -> one.gpu().nameOnHost())
                .orElse(id);
    }
}
