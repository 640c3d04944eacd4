package io.slicewise.snapshot.assemble;

import io.slicewise.mig.Profile;
import io.slicewise.snapshot.collect.InstanceRows;
import io.slicewise.snapshot.collect.PrintedProfile;
import java.util.ArrayList;
import java.util.List;

/** An instance whose profile is known. */
record Weighed(InstanceRows rows, PrintedProfile profile) {
    static List<Profile> profiles(List<Weighed> weighed) {
        List<Profile> profiles = new ArrayList<>(weighed.size());
        for (Weighed one : weighed) {
            profiles.add(one.profile().profile());
        }
        return profiles;
    }
}
