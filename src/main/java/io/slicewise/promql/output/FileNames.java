package io.slicewise.promql.output;

import io.slicewise.fleet.ReadingKind;

/** What files and resources are called, so that those of two readings can lie and run beside each other. */
public final class FileNames {
    private static final String OURS = "slicewise-";

    private FileNames() {}

    /**
     * A name as the files of a reading have it: {@code slicewise-rules.yaml} of SM activity is
     * {@code slicewise-sm-rules.yaml}, {@code queries.md} is {@code queries-sm.md}. Of engine activity, which is meant where
     * nobody chose, it is the name itself.
     */
    public static String of(String usual, ReadingKind reading) {
        if (reading == ReadingKind.ENGINE) {
            return usual;
        }
        if (usual.startsWith(OURS)) {
            return OURS + reading.id() + "-" + usual.substring(OURS.length());
        }
        int end = usual.lastIndexOf('.');
        return usual.substring(0, end) + "-" + reading.id() + usual.substring(end);
    }

    /** Whether a file has this usual name, of whatever reading it is. */
    public static boolean is(String file, String usual) {
        for (ReadingKind reading : ReadingKind.values()) {
            if (file.equals(of(usual, reading))) {
                return true;
            }
        }
        return false;
    }
}
