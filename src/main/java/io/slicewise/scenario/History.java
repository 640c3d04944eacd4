package io.slicewise.scenario;

import io.slicewise.scenario.Edit.Outcome;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario with what was done to it: values, and the names of the edits between them. Immutable.
 *
 * @param past the steps that can be undone, the oldest first
 * @param current the scenario as it is
 * @param future the steps that can be redone, the next first
 * @param open what the last edit goes on changing; {@code null} when the next edit is a step of its own
 */
public record History(
        List<Step> past,
        Scenario current,
        List<Step> future,
        @Nullable Object open) {
    /** How many steps are kept. */
    public static final int LIMIT = 200;

    /**
     * A step.
     *
     * @param label the name of the edit
     * @param scenario the scenario on its other side: before it in the past, after it in the future
     */
    public record Step(Text label, Scenario scenario) {}

    /** What came of an edit: the history after it, or why it cannot be done. */
    public sealed interface Result {
        /** It was done; the same history when it changed nothing. */
        record Done(History history) implements Result {}

        /** It cannot be done. */
        record Refused(Text reason) implements Result {}
    }

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    public static History of(Scenario scenario) {
        return new History(List.of(), scenario, List.of(), null);
    }

    /** Does an edit. One that goes on with the last one becomes part of its step. */
    public Result apply(Edit edit) {
        return switch (edit.applyTo(current)) {
            case Outcome.Refused refused -> new Result.Refused(refused.reason());
            case Outcome.Done done when done.scenario().equals(current) -> new Result.Done(this);
            case Outcome.Done done -> new Result.Done(with(edit, done.scenario()));
        };
    }

    private History with(Edit edit, Scenario next) {
        Object key = edit.coalescing();
        List<Step> steps = new ArrayList<>(past);
        if (key != null && key.equals(open) && !past.isEmpty()) {
            Step last = steps.removeLast();
            steps.add(new Step(edit.label(), last.scenario()));
        } else {
            steps.add(new Step(edit.label(), current));
            if (steps.size() > LIMIT) {
                steps.removeFirst();
            }
        }
        return new History(steps, next, List.of(), key);
    }

    /** Ends a drag or a stretch of typing: the next edit is a step of its own. */
    public History settled() {
        return open == null ? this : new History(past, current, future, null);
    }

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    /** One step back; the same history at the beginning. */
    public History undo() {
        if (past.isEmpty()) {
            return this;
        }
        Step step = past.getLast();
        List<Step> next = new ArrayList<>(future);
        next.addFirst(new Step(step.label(), current));
        return new History(past.subList(0, past.size() - 1), step.scenario(), next, null);
    }

    /** One step forth; the same history at the end. */
    public History redo() {
        if (future.isEmpty()) {
            return this;
        }
        Step step = future.getFirst();
        List<Step> before = new ArrayList<>(past);
        before.add(new Step(step.label(), current));
        return new History(before, step.scenario(), future.subList(1, future.size()), null);
    }
}
