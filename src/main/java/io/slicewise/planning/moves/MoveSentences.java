package io.slicewise.planning.moves;

import io.slicewise.text.Text;

/** Answers in sentences: how many moves, whether fewer would do, or why there is no way. */
public final class MoveSentences {
    private MoveSentences() {}

    /** An answer. */
    public static Text of(MoveAnswer answer) {
        return switch (answer) {
            case MoveAnswer.Found found when found.isProven() -> Text.of("moves.found", found.moves());
            case MoveAnswer.Found found -> Text.of("moves.foundAtMost", found.moves(), found.atLeast());
            case MoveAnswer.Undecided undecided -> Text.of("moves.undecided", undecided.atLeast());
            case MoveAnswer.Impossible impossible -> Text.of("moves.impossible", why(impossible.obstacle()));
        };
    }

    /** What is in the way. */
    public static Text why(Obstacle obstacle) {
        return switch (obstacle) {
            case NO_GPU -> Text.of("moves.why.noGpu");
            case SLICES -> Text.of("moves.why.slices");
            case PLACEMENT -> Text.of("moves.why.placement");
            case PINNED -> Text.of("moves.why.pinned");
            case NO_ORDER -> Text.of("moves.why.noOrder");
        };
    }
}
