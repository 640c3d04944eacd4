package io.slicewise.snapshot;

import io.slicewise.mig.ProfileListing;
import java.util.List;

/** What a file leaves open and a person can tell. */
public sealed interface Question {
    /** The file that leaves it open. */
    String file();

    /**
     * Which of the named configurations of a file is meant. The answer is {@link SnapshotOptions#withConfig}, with which
     * the file is read again.
     *
     * @param names in the order of the file; at least one
     */
    record ChooseConfiguration(String file, List<String> names) implements Question {
        public ChooseConfiguration {
            names = List.copyOf(names);
        }
    }

    /** What to call a GPU whose profiles are listed, and that the catalogue does not have. The answer makes a model of it. */
    record NameGpu(String file, ProfileListing listing) implements Question {}
}
