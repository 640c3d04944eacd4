package io.slicewise.fleet;

import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;

/**
 * A GPU instance.
 *
 * @param id unique within its GPU; {@code GPU_I_ID} where the monitoring gave one
 * @param profile what it is cut as, of its GPU's model
 * @param start its first placement unit, {@link Placement#UNKNOWN} where it is not known
 * @param utilization a ratio from 0 to 1; {@code NaN} when there is no reading
 * @param name what people call it; empty shows the profile
 * @param owner the team, pod or person whose it is
 * @param note a remark
 * @param readings what else was measured of it
 */
public record Instance(
        String id,
        Profile profile,
        int start,
        double utilization,
        String name,
        String owner,
        String note,
        Readings readings) {
    private static final double MIB_PER_GIB = 1024;

    /** So far above what the catalogue says the memory in use is all of it; what lies above cannot be of this profile. */
    private static final double LITTLE_ABOVE = 1.1;

    /** No reading. */
    public static final double NO_READING = Double.NaN;

    public Instance {
        if (utilization < 0 || utilization > 1) {
            throw new IllegalArgumentException("utilization is a ratio from 0 to 1, not " + utilization);
        }
    }

    /** Of which nothing else was measured. */
    public Instance(String id, Profile profile, int start, double utilization, String name, String owner, String note) {
        this(id, profile, start, utilization, name, owner, note, Readings.NONE);
    }

    public static Instance of(String id, Profile profile, int start, double utilization) {
        return new Instance(id, profile, start, utilization, "", "", "");
    }

    /** Whether there is a reading; 0 is one. */
    public boolean isReported() {
        return !Double.isNaN(utilization);
    }

    /** The name, or the profile's where it has none. */
    public String label() {
        return name.isEmpty() ? profile.name() : name;
    }

    /**
     * The memory in use of the memory that the profile has, a ratio from 0 to 1; {@code NaN} where either is not known.
     * What is reserved is in neither, so that the rest is what a job can still have.
     */
    public double memoryShare() {
        Double gib = profile.memory();
        double share = gib == null ? Double.NaN : readings.memoryUsedMib() / (gib * MIB_PER_GIB);
        return share > LITTLE_ABOVE ? Double.NaN : Math.min(1, share);
    }

    public Placement placement() {
        return new Placement(profile, start);
    }

    public Instance withId(String newId) {
        return new Instance(newId, profile, start, utilization, name, owner, note, readings);
    }

    public Instance withProfile(Profile newProfile, int newStart) {
        return new Instance(id, newProfile, newStart, utilization, name, owner, note, readings);
    }

    public Instance withStart(int newStart) {
        return new Instance(id, profile, newStart, utilization, name, owner, note, readings);
    }

    public Instance withUtilization(double newUtilization) {
        return new Instance(id, profile, start, newUtilization, name, owner, note, readings);
    }

    public Instance withName(String newName) {
        return new Instance(id, profile, start, utilization, newName, owner, note, readings);
    }

    public Instance withOwner(String newOwner) {
        return new Instance(id, profile, start, utilization, name, newOwner, note, readings);
    }

    public Instance withNote(String newNote) {
        return new Instance(id, profile, start, utilization, name, owner, newNote, readings);
    }

    public Instance withReadings(Readings newReadings) {
        return new Instance(id, profile, start, utilization, name, owner, note, newReadings);
    }
}
