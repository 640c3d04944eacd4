package io.slicewise.snapshot.smi;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the profile of an instance by what is printed in its place: SMs and memory. */
final class SmiProfiles {
    private static final Pattern MEMORY_IN_NAME = Pattern.compile("\\d+g\\.(\\d+)gb.*");
    private static final double MIB = 1024;

    /** Names are rounded up to whole GB, and drivers keep a little for themselves. */
    private static final double NEAR = 0.12;

    private SmiProfiles() {}

    /**
     * The one profile of a model that an instance can be; of profiles that differ in media engines only the plain one.
     *
     * @param sms of all its compute instances, 0 where nobody said
     * @param memoryMib its memory, 0 where nobody said
     * @return empty where none or several come into question
     */
    static Optional<Profile> of(GpuModel model, int sms, long memoryMib) {
        List<Profile> near = model.profiles().stream()
                .filter(Profile::isPlain)
                .filter(profile -> memoryMib == 0 || isNear(profile, memoryMib))
                .toList();
        List<Profile> exact = near.stream()
                .filter(profile -> sms > 0 && profile.sms() != null && profile.sms() == sms)
                .toList();
        if (exact.size() == 1) {
            return Optional.of(exact.getFirst());
        }
        // without memory, or with a part of the SMs in use, one number alone does not decide between several
        return near.size() == 1 && memoryMib > 0 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    private static boolean isNear(Profile profile, long memoryMib) {
        double mib = memoryOf(profile);
        return Math.abs(mib - memoryMib) <= NEAR * mib;
    }

    private static double memoryOf(Profile profile) {
        Double gib = profile.memory();
        if (gib != null) {
            return gib * MIB;
        }
        Matcher inName = MEMORY_IN_NAME.matcher(profile.name());
        return inName.matches() ? Double.parseDouble(inName.group(1)) * MIB : 0;
    }
}
