package io.slicewise.fleet;

import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;

/**
 * A GPU instance.
 *
 * @param id unique within its GPU; {@code GPU_I_ID} where the monitoring gave one
 * @param profile what it is cut as, of its GPU's model
 * @param start its first placement unit, {@link Placement#UNKNOWN} where nobody knows
 * @param utilization a ratio from 0 to 1; {@code NaN} when there is no reading
 * @param name what people call it; empty shows the profile
 * @param owner the team, pod or person whose it is
 * @param note a remark
 */
public record Instance(
        String id, Profile profile, int start, double utilization, String name, String owner, String note) {
    /** No reading. */
    public static final double NO_READING = Double.NaN;

    public Instance {
        if (utilization < 0 || utilization > 1) {
            throw new IllegalArgumentException("utilization is a ratio from 0 to 1, not " + utilization);
        }
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

    public Placement placement() {
        return new Placement(profile, start);
    }

    public Instance withId(String newId) {
        return new Instance(newId, profile, start, utilization, name, owner, note);
    }

    public Instance withProfile(Profile newProfile, int newStart) {
        return new Instance(id, newProfile, newStart, utilization, name, owner, note);
    }

    public Instance withStart(int newStart) {
        return new Instance(id, profile, newStart, utilization, name, owner, note);
    }

    public Instance withUtilization(double newUtilization) {
        return new Instance(id, profile, start, newUtilization, name, owner, note);
    }

    public Instance withName(String newName) {
        return new Instance(id, profile, start, utilization, newName, owner, note);
    }

    public Instance withOwner(String newOwner) {
        return new Instance(id, profile, start, utilization, name, newOwner, note);
    }

    public Instance withNote(String newNote) {
        return new Instance(id, profile, start, utilization, name, owner, newNote);
    }
}
