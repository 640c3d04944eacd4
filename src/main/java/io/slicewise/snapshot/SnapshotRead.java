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
 */
public record SnapshotRead(@Nullable Snapshot snapshot, List<Problem> problems) {
    public SnapshotRead {
        problems = List.copyOf(problems);
    }
}
