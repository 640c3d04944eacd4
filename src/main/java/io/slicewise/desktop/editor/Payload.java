package io.slicewise.desktop.editor;

import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;

/** What is being dragged onto a slice map. */
sealed interface Payload {
    /** The name of the profile, as the model has it that it comes from. */
    String profile();

    /** An instance that is there already. */
    record Existing(InstanceRef ref, Instance instance) implements Payload {
        @Override
        public String profile() {
            return instance.profile().name();
        }
    }

    /** A profile from the palette. */
    record Fresh(String profile) implements Payload {}
}
