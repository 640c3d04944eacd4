package io.slicewise.snapshot;

import io.slicewise.mig.Profile;
import java.util.List;

/** An instance whose profile is known. */
record Weighed(InstanceRows rows, PrintedProfile profile) {
    static List<Profile> profiles(List<Weighed> weighed) {
        return weighed.stream().map(one -> one.profile().profile()).toList();
    }
}
