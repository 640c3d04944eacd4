package io.slicewise.snapshot.notice;

import io.slicewise.text.Problem.Severity;

/** The kinds of things that are noticed in an export, in the order in which they are told. */
public enum Note {
    /** Rows of DCGM that name no GPU. */
    NO_GPU(Severity.WARNING, "snapshot.noGpu"),
    /** Rows with a profile and without an instance id. */
    NO_INSTANCE_ID(Severity.WARNING, "snapshot.noInstanceId"),
    /** GPUs told apart by host and number. */
    NO_UUID(Severity.INFO, "snapshot.noUuid"),
    /** GPUs whose instances are only counted, beside a file that lists them. */
    SUPPOSED(Severity.INFO, "snapshot.supposed"),
    /** GPUs of which several files of one machine tell different things. */
    COMPLEMENTED(Severity.INFO, "snapshot.complemented"),
    UNIT(Severity.INFO, "snapshot.unit"),
    UNIT_DOUBTFUL(Severity.WARNING, "snapshot.unitDoubtful"),
    BLANK(Severity.WARNING, "snapshot.blank"),
    /** Values of a range, before the newest one, that are no reading. */
    BLANK_BEFORE(Severity.WARNING, "snapshot.blankBefore"),
    BEYOND_UNIT(Severity.WARNING, "snapshot.beyondUnit"),
    BEYOND_UNIT_BEFORE(Severity.WARNING, "snapshot.beyondUnitBefore"),
    CLAMPED(Severity.INFO, "snapshot.clamped"),
    CLAMPED_BEFORE(Severity.INFO, "snapshot.clampedBefore"),
    REPEATED(Severity.INFO, "snapshot.repeated"),
    NEWEST(Severity.WARNING, "snapshot.newest"),
    CONTRADICTORY(Severity.WARNING, "snapshot.contradictory"),
    NO_MODEL_NAME(Severity.WARNING, "snapshot.noModelName"),
    UNKNOWN_MODEL(Severity.WARNING, "snapshot.unknownModel"),
    CHOSEN_MODEL(Severity.INFO, "snapshot.chosenModel"),
    NO_PROFILE(Severity.WARNING, "snapshot.noProfile"),
    UNREADABLE_PROFILE(Severity.WARNING, "snapshot.unreadableProfile"),
    UNKNOWN_PROFILE(Severity.WARNING, "snapshot.unknownProfile"),
    PRINTED_PROFILE(Severity.INFO, "snapshot.printedProfile"),
    TWO_PROFILES(Severity.WARNING, "snapshot.twoProfiles"),
    OLD_LAYOUT(Severity.WARNING, "snapshot.oldLayout"),
    OVERFULL(Severity.WARNING, "snapshot.overfull"),
    NO_SUCH_PLACES(Severity.WARNING, "snapshot.noSuchPlaces"),
    NOT_PLACEABLE(Severity.WARNING, "snapshot.notPlaceable"),
    GONE(Severity.WARNING, "snapshot.gone"),
    /** The same reading for an hour and longer, neither idle nor full. */
    FROZEN(Severity.WARNING, "snapshot.frozen"),
    /** A 2g at 50 % or a 3g at 33 % through most of a range, which is what a full one reads by a fault of DCGM. */
    PINNED_LONG(Severity.WARNING, "snapshot.pinnedLong"),
    NO_READING(Severity.WARNING, "snapshot.noReading"),
    NO_UTILIZATION(Severity.WARNING, "snapshot.noUtilization"),
    /** There is another reading of the instances, and no utilization. */
    OTHER_READINGS(Severity.WARNING, "snapshot.otherReadings"),
    /** The format has no utilization at all. */
    LAYOUT_ONLY(Severity.INFO, "snapshot.layoutOnly"),
    CROSS_CHECK(Severity.INFO, "snapshot.crossCheck"),
    CROSS_CHECK_FAILED(Severity.WARNING, "snapshot.crossCheckFailed"),
    WHOLE_MIG_OFF(Severity.INFO, "snapshot.wholeMigOff"),
    WHOLE_EMPTY(Severity.INFO, "snapshot.wholeEmpty"),
    WHOLE_UNLISTED(Severity.WARNING, "snapshot.wholeUnlisted"),
    WHOLE_UNKNOWN(Severity.INFO, "snapshot.wholeUnknown"),
    /** Readings of compute instances were combined by their sizes. */
    COMPUTE_INSTANCES(Severity.INFO, "snapshot.computeInstances"),
    /** The same where nothing tells their sizes. */
    COMPUTE_INSTANCES_ALIKE(Severity.WARNING, "snapshot.computeInstancesAlike"),
    PLACEMENT(Severity.INFO, "snapshot.placement");

    private final Severity severity;
    private final String key;

    Note(Severity severity, String key) {
        this.severity = severity;
        this.key = key;
    }

    public Severity severity() {
        return severity;
    }

    /** The message: {@code {0}} how many, {@code {1}} the first three. */
    public String key() {
        return key;
    }
}
