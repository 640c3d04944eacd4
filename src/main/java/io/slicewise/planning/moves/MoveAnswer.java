package io.slicewise.planning.moves;

/** Whether moves make room, and how many it takes. */
public sealed interface MoveAnswer {
    /**
     * There is a way.
     *
     * @param plan the moves; none where there is room already
     * @param atLeast what is proven: no plan has fewer moves than that
     */
    record Found(MovePlan plan, int atLeast) implements MoveAnswer {
        public int moves() {
            return plan.moves().size();
        }

        /** Whether no plan has fewer moves. */
        public boolean isProven() {
            return moves() == atLeast;
        }
    }

    /** There is none, and that is proven. */
    record Impossible(Obstacle obstacle) implements MoveAnswer {}

    /**
     * The search ended at its limit.
     *
     * @param atLeast what is proven: fewer moves are not enough
     */
    record Undecided(int atLeast) implements MoveAnswer {}
}
