package io.slicewise.snapshot.smi;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.snapshot.smi.SmiGpu.Found;
import java.util.List;
import java.util.Objects;
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
     * SMs decide where they are all of a profile; of an instance that is split into compute instances they can be less,
     * and then memory and copy engines, which all of them share, decide.
     *
     * @return empty where none or several come into question
     */
    static Optional<Profile> of(GpuModel model, Found instance) {
        long memoryMib = instance.memoryMib;
        List<Profile> near = model.profiles().stream()
                .filter(Profile::isPlain)
                .filter(profile -> memoryMib == 0 || isNear(profile, memoryMib))
                .toList();
        List<Profile> exact = near.stream()
                .filter(profile -> instance.sms > 0 && profile.sms() != null && profile.sms() == instance.sms)
                .toList();
        if (exact.size() == 1) {
            return Optional.of(exact.getFirst());
        }
        if (near.size() == 1 && memoryMib > 0) {
            return Optional.of(near.getFirst());
        }
        // without memory, or with a part of the SMs in use, one number alone does not decide between several
        List<Profile> shared = near.stream()
                .filter(profile -> instance.copyEngines > 0
                        && Objects.equals(profile.engines().copy(), instance.copyEngines))
                .filter(profile -> profile.sms() == null || profile.sms() >= instance.sms)
                .toList();
        return shared.size() == 1 && memoryMib > 0 ? Optional.of(shared.getFirst()) : Optional.empty();
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
