package io.slicewise.snapshot;

import io.slicewise.text.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of reading an export.
 *
 * @param snapshot what it tells; {@code null} when it tells nothing about GPUs
 * @param problems what was noticed; at least one error, or the word that the reading was stopped, where there is no
 *     snapshot
 * @param questions what the files leave open: with an answer, another reading tells more
 */
public record SnapshotRead(@Nullable Snapshot snapshot, List<Problem> problems, List<OpenQuestion> questions) {
    public SnapshotRead {
        problems = List.copyOf(problems);
        questions = List.copyOf(questions);
    }

    /** Where nothing is left open. */
    public SnapshotRead(@Nullable Snapshot snapshot, List<Problem> problems) {
        this(snapshot, problems, List.of());
    }
}
