package io.slicewise.snapshot;

import java.util.List;

/** What a file leaves open and a person can tell; the answer goes into {@link SnapshotOptions}, and the file is read again. */
public sealed interface Question {
    /** The file that leaves it open. */
    String file();

    /**
     * Which of the named configurations of a file is meant: {@link SnapshotOptions#withConfig}.
     *
     * @param names in the order of the file; at least one
     */
    record ChooseConfiguration(String file, List<String> names) implements Question {
        public ChooseConfiguration {
            names = List.copyOf(names);
        }
    }
}
