package io.slicewise.desktop.report;

import io.slicewise.report.file.ReportFormat;
import io.slicewise.text.Text;
import java.nio.file.Path;
import java.util.List;

/** How far the making of a report is. */
sealed interface Phase {
    /** Nothing was asked for yet, or it was cancelled. */
    record Idle() implements Phase {}

    /**
     * At work.
     *
     * @param format what is being made
     * @param number which of all formats it is, from 1
     * @param of how many there are
     */
    record Working(ReportFormat format, int number, int of) implements Phase {}

    /**
     * All is made, and nothing written: some files are there already.
     *
     * @param present those files
     */
    record Asking(List<Path> present) implements Phase {
        public Asking {
            present = List.copyOf(present);
        }
    }

    /**
     * All is written.
     *
     * @param files the files, in the order of their formats
     */
    record Done(Path folder, List<Path> files) implements Phase {
        public Done {
            files = List.copyOf(files);
        }
    }

    /**
     * It could not be done.
     *
     * @param why a sentence
     */
    record Failed(Text why) implements Phase {}

    /** Whether choices have to wait. */
    default boolean isBusy() {
        return this instanceof Working || this instanceof Asking;
    }
}
