package io.slicewise.snapshot.assemble;

import io.slicewise.mig.Profile;
import io.slicewise.snapshot.collect.InstanceRows;
import io.slicewise.snapshot.collect.PrintedProfile;
import java.util.List;

/** An instance whose profile is known. */
record Weighed(InstanceRows rows, PrintedProfile profile) {
    static List<Profile> profiles(List<Weighed> weighed) {
        return weighed.stream().map(one -> one.profile().profile()).toList();
    }
}
