package io.slicewise.snapshot.collect;

import io.slicewise.fleet.ReadingKind;
import org.jspecify.annotations.Nullable;

/** What one source said over time, of each reading. Most sources say one thing at one time, and have none of this. */
final class Past {
    private static final int READINGS = ReadingKind.values().length;

    private final @Nullable Course[] courses = new Course[READINGS];
    private long blanks;

    /** The one of a reading, begun where there is none. */
    Course begun(ReadingKind reading) {
        Course there = courses[reading.ordinal()];
        if (there == null) {
            there = new Course();
            courses[reading.ordinal()] = there;
        }
        return there;
    }

    /** The one of a reading; {@code null} where nothing was said of it. */
    @Nullable
    Course of(ReadingKind reading) {
        return courses[reading.ordinal()];
    }

    /** More values before the newest one were no reading. */
    void blanks(int more) {
        blanks += more;
    }

    long blanks() {
        return blanks;
    }
}
