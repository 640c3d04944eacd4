package io.slicewise.planning.moves;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.util.Optional;

/**
 * A profile that a person wants room for, as people say it: {@code 3g.40gb}, or {@code 3g} for whichever plain profile of
 * three slices a model has.
 */
public record WantedProfile(String name) {
    /** The profile of a model that is meant; empty where the model has none. */
    public Optional<Profile> on(GpuModel model) {
        return model.profile(name)
                .or(() -> model.baseProfiles().stream()
                        .filter(profile -> profile.name().startsWith(name + "."))
                        .findFirst());
    }
}
