package io.slicewise.planning.moves;

import io.slicewise.mig.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fewest moves on the GPUs of one model when everything that moves is stopped first. */
final class WithStop {
    private final Slots slots;
    private final List<Board> boards;
    private final @Nullable Board forced;
    private final int[] target;

    /** An instance that is lifted. */
    private record Lifted(Board board, int index) {}

    WithStop(Slots slots, List<Board> boards, @Nullable Board forced, int[] target) {
        this.slots = slots;
        this.boards = boards;
        this.forced = forced;
        this.target = target;
    }

    /** The least number of moves and how; impossible only after everything that may be lifted was. */
    MoveAnswer answer() {
        int movable = boards.stream().mapToInt(Board::movable).sum();
        for (int most = 0; most <= movable; most++) {
            try {
                Optional<List<Balances.Done>> done = new Balances(slots, boards, forced, target, most).solve();
                if (done.isPresent()) {
                    return new MoveAnswer.Found(plan(done.get()), most);
                }
            } catch (Balances.LimitReached _) {
                return new MoveAnswer.Undecided(most);
            }
        }
        return new MoveAnswer.Impossible(Obstacle.PINNED);
    }

    /** Who goes where: what was wanted takes the room that was made for it, the others what is left. */
    private MovePlan plan(List<Balances.Done> done) {
        int[] open = target.clone();
        List<Lifted> lifted = new ArrayList<>();
        for (Balances.Done one : done) {
            Board board = one.board();
            int way = one.exchange().moves() == 0 ? 0 : one.exchange().best(board);
            for (int i = 0; i < board.size(); i++) {
                if ((way >> i & 1) != 0) {
                    lifted.add(new Lifted(board, i));
                    open[board.profile(i)]++;
                }
            }
        }
        List<Spot> spots = new ArrayList<>();
        for (Balances.Done one : done) {
            spots.addAll(spots(one, open));
        }
        return assigned(spots, lifted);
    }

    /** Where on a GPU so much of what is open stands as fits there. */
    private List<Spot> spots(Balances.Done done, int[] open) {
        Board board = done.board();
        int[] counts = new int[slots.count()];
        for (int p = 0; p < counts.length; p++) {
            int own = board == forced ? target[p] : 0;
            counts[p] = own + Math.min(done.exchange().in()[p], open[p] - own);
            open[p] -= counts[p];
        }
        int way = done.exchange().moves() == 0 ? 0 : done.exchange().best(board);
        List<Placement> left = new ArrayList<>();
        for (int i = 0; i < board.size(); i++) {
            if ((way >> i & 1) == 0) {
                left.add(board.instance(i).placement());
            }
        }
        return Places.of(slots, board.gpu().id(), left, counts);
    }

    private MovePlan assigned(List<Spot> spots, List<Lifted> lifted) {
        List<Spot> free = new ArrayList<>(spots);
        List<Spot> room = new ArrayList<>();
        for (int p = 0; p < slots.count(); p++) {
            for (int i = 0; i < target[p]; i++) {
                room.add(take(
                        free,
                        p,
                        forced == null ? made(lifted, free, p) : forced.gpu().id()));
            }
        }
        List<Move> moves = new ArrayList<>();
        for (Lifted one : lifted) {
            Board board = one.board();
            Spot from = new Spot(board.gpu().id(), board.instance(one.index()).placement());
            moves.add(new Move(board.ref(one.index()), from, take(free, board.profile(one.index()), from.gpu())));
        }
        return new MovePlan(moves, room);
    }

    /** The GPU that most is lifted from, among those with such a spot. */
    private String made(List<Lifted> lifted, List<Spot> free, int profile) {
        String best = "";
        long most = -1;
        for (Spot spot : free) {
            long left = lifted.stream()
                    .filter(one -> one.board().gpu().id().equals(spot.gpu()))
                    .count();
            if (spot.placement().profile().equals(slots.profile(profile)) && left > most) {
                most = left;
                best = spot.gpu();
            }
        }
        return best;
    }

    /** The spot for a profile on a GPU, or else on another one. */
    private Spot take(List<Spot> free, int profile, String gpu) {
        Spot taken = null;
        for (Spot spot : free) {
            boolean fits = spot.placement().profile().equals(slots.profile(profile));
            if (fits
                    && (taken == null || (spot.gpu().equals(gpu) && !taken.gpu().equals(gpu)))) {
                taken = spot;
            }
        }
        if (taken == null) {
            throw new IllegalStateException(
                    "no spot for " + slots.profile(profile).name());
        }
        free.remove(taken);
        return taken;
    }
}
