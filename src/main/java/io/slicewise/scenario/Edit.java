package io.slicewise.scenario;

import io.slicewise.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A change of a scenario that can be named and undone. What each does to the instances of a GPU stands in {@link
 * Partitioning}.
 */
public sealed interface Edit permits ScenarioEdit, InstanceEdit {
    /** The scenario after it, or why it cannot be done. */
    Outcome applyTo(Scenario scenario);

    /** Its name in the list of what can be undone. */
    Text label();

    /**
     * What typing and dragging go on changing: edits with equal keys in a row are undone together. {@code null} when
     * every edit stands by itself.
     */
    default @Nullable Object coalescing() {
        return null;
    }

    /** What came of an edit. */
    sealed interface Outcome {
        /** It was done. */
        record Done(Scenario scenario) implements Outcome {}

        /** It cannot be done; the scenario stays as it is. */
        record Refused(Text reason) implements Outcome {}
    }
}
