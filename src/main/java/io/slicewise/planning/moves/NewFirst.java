package io.slicewise.planning.moves;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Placement;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fewest moves on some GPUs of one model when every new instance is made while its old one still stands: breadth first
 * over single moves into free places.
 */
final class NewFirst {
    private static final int MOST_STATES = 40_000;
    private static final int BITS = 4;

    private final Slots slots;
    private final List<Board> boards;
    private final @Nullable Board forced;
    private final int[] target;
    private final int profile;
    private final int[] pinned;
    private final Map<Long, List<int[]>> fullest = new HashMap<>();
    private final Map<Lifting, Integer> lifts = new HashMap<>();
    private boolean isCut;

    /** Where everything stands: for each GPU four bits a unit, the profile that starts there, counted from 1. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and there are many
    private record State(long[] gpus, @Nullable State before, int fromGpu, int fromUnit, int toGpu, int toUnit) {}

    /** What came of a search. */
    sealed interface Outcome {
        /** The fewest moves on these GPUs. */
        record Sequence(MovePlan plan) implements Outcome {}

        /**
         * No sequence on these GPUs has at most the moves that were allowed.
         *
         * @param ever whether longer ones have been looked at too: none has any number of moves
         */
        record None(boolean ever) implements Outcome {}

        /** Ended at the limit; so many moves are not enough. */
        record Limit(int triedMoves) implements Outcome {}
    }

    NewFirst(Slots slots, List<Board> boards, @Nullable Board forced, int[] target) {
        this.slots = slots;
        this.boards = boards;
        this.forced = forced;
        this.target = target;
        boolean isOne = Arrays.stream(target).sum() == 1;
        profile = isOne ? Arrays.stream(target).boxed().toList().indexOf(1) : -1;
        pinned = boards.stream().mapToInt(NewFirst::pinned).toArray();
    }

    private static int pinned(Board board) {
        int units = 0;
        for (int i = 0; i < board.size(); i++) {
            units |= board.mayMove(i) ? 0 : 1 << board.start(i);
        }
        return units;
    }

    /** Looks for a sequence of at most so many moves. */
    Outcome search(int most) {
        State start = new State(boards.stream().mapToLong(this::code).toArray(), null, 0, 0, 0, 0);
        Set<LongBuffer> seen = new HashSet<>(Set.of(alike(start.gpus())));
        List<State> level = List.of(start);
        isCut = false;
        for (int moves = 0; moves <= most && !level.isEmpty(); moves++) {
            for (State state : level) {
                Optional<List<Spot>> room = room(state.gpus());
                if (room.isPresent()) {
                    return new Outcome.Sequence(new MovePlan(moves(state), room.get()));
                }
            }
            List<State> next = new ArrayList<>();
            if (moves == most) {
                isCut = true;
            } else {
                for (State state : level) {
                    expand(state, most - moves - 1, seen, next);
                    if (seen.size() > MOST_STATES) {
                        return new Outcome.Limit(moves);
                    }
                }
            }
            level = next;
        }
        return new Outcome.None(!isCut);
    }

    private long code(Board board) {
        long code = 0;
        for (int i = 0; i < board.size(); i++) {
            code |= (long) (board.profile(i) + 1) << (BITS * board.start(i));
        }
        return code;
    }

    private static int at(long code, int unit) {
        return (int) (code >> (BITS * unit) & ((1 << BITS) - 1)) - 1;
    }

    private int[] standing(long code) {
        int[] standing = new int[slots.count()];
        for (int unit = 0; unit <= Slots.MOST_UNITS; unit++) {
            int profile = at(code, unit);
            if (profile >= 0) {
                standing[profile]++;
            }
        }
        return standing;
    }

    private int taken(long code) {
        int taken = 0;
        for (int unit = 0; unit <= Slots.MOST_UNITS; unit++) {
            int profile = at(code, unit);
            taken |= profile < 0 ? 0 : slots.units(profile, unit);
        }
        return taken;
    }

    private void expand(State state, int left, Set<LongBuffer> seen, List<State> next) {
        for (int to = 0; to < boards.size(); to++) {
            int taken = taken(state.gpus()[to]);
            int[] standing = standing(state.gpus()[to]);
            for (int p = 0; p < slots.count(); p++) {
                if (!slots.allows(p, standing)) {
                    continue;
                }
                for (int start : slots.rule(p).starts()) {
                    if ((taken & slots.units(p, start)) == 0) {
                        arrivals(new Arrival(state, p, to, start), left, seen, next);
                    }
                }
            }
        }
    }

    /** Every instance of a profile that can come to a free place. */
    private void arrivals(Arrival arrival, int left, Set<LongBuffer> seen, List<State> next) {
        long code = arrival.profile() + 1L;
        for (int from = 0; from < boards.size(); from++) {
            for (int unit = 0; unit <= Slots.MOST_UNITS; unit++) {
                if (at(arrival.state().gpus()[from], unit) == arrival.profile() && !isPinned(from, unit)) {
                    long[] gpus = arrival.state().gpus().clone();
                    gpus[from] &= ~(code << (BITS * unit));
                    gpus[arrival.to()] |= code << (BITS * arrival.start());
                    if (!isWithin(gpus, left)) {
                        isCut = true;
                    } else if (seen.add(alike(gpus))) {
                        next.add(new State(gpus, arrival.state(), from, unit, arrival.to(), arrival.start()));
                    }
                }
            }
        }
    }

    /** A free place, and what can come to it. */
    private record Arrival(State state, int profile, int to, int start) {}

    /** What stands on a GPU, and which of it may not move. */
    private record Lifting(long code, int pinned) {}

    private boolean isPinned(int board, int unit) {
        return (pinned[board] >> unit & 1) != 0;
    }

    /** The same for states that differ only in which of several GPUs without pinned instances has what. */
    private LongBuffer alike(long[] gpus) {
        long[] sorted = gpus.clone();
        int free = 0;
        int kept = sorted.length;
        for (int i = 0; i < gpus.length; i++) {
            if (pinned[i] == 0 && boards.get(i) != forced) {
                sorted[free++] = gpus[i];
            } else {
                sorted[--kept] = gpus[i];
            }
        }
        Arrays.sort(sorted, 0, free);
        return LongBuffer.wrap(sorted);
    }

    /** Whether so many moves could be enough: at least that many instances stand in the way on every GPU. */
    private boolean isWithin(long[] gpus, int left) {
        if (profile < 0) {
            return true;
        }
        for (int i = 0; i < gpus.length; i++) {
            if ((forced == null || boards.get(i) == forced)
                    && lifts.computeIfAbsent(new Lifting(gpus[i], pinned[i]), this::lifts) <= left) {
                return true;
            }
        }
        return false;
    }

    /** How many instances stand in the way at least; more than there are where pinned ones do. */
    private int lifts(Lifting of) {
        int least = Slots.MOST_UNITS + 1;
        List<Integer> movable = new ArrayList<>();
        for (int unit = 0; unit <= Slots.MOST_UNITS; unit++) {
            if (at(of.code(), unit) >= 0 && (of.pinned() >> unit & 1) == 0) {
                movable.add(unit);
            }
        }
        for (int lifted = 0; lifted < 1 << movable.size(); lifted++) {
            if (Integer.bitCount(lifted) < least) {
                long code = of.code();
                for (int i = 0; i < movable.size(); i++) {
                    code &= (lifted >> i & 1) == 0 ? -1L : ~(((1L << BITS) - 1) << (BITS * movable.get(i)));
                }
                least = fits(code) ? Integer.bitCount(lifted) : least;
            }
        }
        return least;
    }

    private boolean fits(long code) {
        int taken = taken(code);
        return slots.allows(profile, standing(code))
                && slots.rule(profile).starts().stream().anyMatch(start -> (taken & slots.units(profile, start)) == 0);
    }

    /** Where all that is wanted stands together; empty where it does not. */
    private Optional<List<Spot>> room(long[] gpus) {
        List<Spot> spots = new ArrayList<>();
        return room(gpus, 0, target.clone(), spots) ? Optional.of(spots) : Optional.empty();
    }

    private boolean room(long[] gpus, int board, int[] open, List<Spot> spots) {
        if (Arrays.stream(open).allMatch(count -> count == 0)) {
            return true;
        }
        if (board == gpus.length) {
            return false;
        }
        if (forced != null && boards.get(board) != forced) {
            return room(gpus, board + 1, open, spots);
        }
        long code = gpus[board];
        List<int[]> ways = fullest.computeIfAbsent(code, _ -> slots.fullest(taken(code), standing(code), target));
        for (int[] way : ways) {
            int[] here = new int[open.length];
            int[] left = open.clone();
            boolean any = false;
            for (int p = 0; p < here.length; p++) {
                here[p] = Math.min(way[p], open[p]);
                left[p] -= here[p];
                any |= here[p] > 0;
            }
            int before = spots.size();
            if (any) {
                spots.addAll(Places.of(slots, boards.get(board).gpu().id(), placements(code), here));
                if (room(gpus, board + 1, left, spots)) {
                    return true;
                }
                spots.subList(before, spots.size()).clear();
            }
        }
        return room(gpus, board + 1, open, spots);
    }

    private List<Placement> placements(long code) {
        List<Placement> placements = new ArrayList<>();
        for (int unit = 0; unit <= Slots.MOST_UNITS; unit++) {
            int profile = at(code, unit);
            if (profile >= 0) {
                placements.add(new Placement(slots.profile(profile), unit));
            }
        }
        return placements;
    }

    private List<Move> moves(State end) {
        List<State> path = new ArrayList<>();
        for (State state = end; state != null && state.before() != null; state = state.before()) {
            path.add(state);
        }
        Collections.reverse(path);
        Map<Spot, InstanceRef> standing = new HashMap<>();
        for (Board board : boards) {
            for (int i = 0; i < board.size(); i++) {
                standing.put(new Spot(board.gpu().id(), board.instance(i).placement()), board.ref(i));
            }
        }
        List<Move> moves = new ArrayList<>();
        for (State state : path) {
            int profile = at(state.gpus()[state.toGpu()], state.toUnit());
            Spot from = spot(state.fromGpu(), profile, state.fromUnit());
            Spot to = spot(state.toGpu(), profile, state.toUnit());
            InstanceRef ref = standing.remove(from);
            if (ref == null) {
                throw new IllegalStateException("nothing stands at " + from);
            }
            standing.put(to, ref);
            moves.add(new Move(ref, from, to));
        }
        return moves;
    }

    private Spot spot(int board, int profile, int unit) {
        return new Spot(boards.get(board).gpu().id(), new Placement(slots.profile(profile), unit));
    }
}
