package io.slicewise.planning.moves;

import io.slicewise.mig.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fewest moves that make room for one instance where each new instance comes to a place that is free already: whatever
 * stands in the way on a GPU goes to free places of all GPUs, in any order. There can be shorter ways only where instances
 * follow each other into places that became free on the way.
 */
final class Direct {
    private final Slots slots;
    private final List<Board> boards;
    private final @Nullable Board forced;
    private final int profile;

    /**
     * What has to leave a GPU so that the profile fits.
     *
     * @param lifted as bits of the board's instances
     * @param start where the profile then stands
     */
    private record Way(Board board, int lifted, int start) {
        int moves() {
            return Integer.bitCount(lifted);
        }
    }

    /** The fewest GPUs that take so much of what has to leave; how the last of them came to it. */
    private record Taken(
            int gpus, @Nullable Taken before, @Nullable Board board, List<Integer> counts) {}

    Direct(Slots slots, List<Board> boards, @Nullable Board forced, int profile) {
        this.slots = slots;
        this.boards = boards;
        this.forced = forced;
        this.profile = profile;
    }

    /** The plan with the fewest moves, of equals the one that stops the least work; empty where there is none. */
    Optional<MovePlan> plan() {
        Set<String> hopeless = new HashSet<>();
        for (Way way : ways()) {
            String kind = way.board().kind() + way.lifted() + "@" + way.start();
            if (!hopeless.contains(kind)) {
                Optional<MovePlan> plan = plan(way);
                if (plan.isPresent()) {
                    return plan;
                }
                hopeless.add(kind);
            }
        }
        return Optional.empty();
    }

    private List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (Board board : boards) {
            if (forced == null || forced == board) {
                for (int lifted = 0; lifted < 1 << board.size(); lifted++) {
                    if (board.isMovable(lifted) && slots.allows(profile, board.standing(lifted))) {
                        int taken = board.taken(lifted);
                        for (int start : slots.rule(profile).starts()) {
                            if ((taken & slots.units(profile, start)) == 0) {
                                ways.add(new Way(board, lifted, start));
                            }
                        }
                    }
                }
            }
        }
        ways.sort(Comparator.comparingInt(Way::moves)
                .thenComparingDouble(way -> way.board().load(way.lifted())));
        return ways;
    }

    private Optional<MovePlan> plan(Way way) {
        int[] need = new int[slots.count()];
        for (int i = 0; i < way.board().size(); i++) {
            need[way.board().profile(i)] += way.lifted() >> i & 1;
        }
        Map<String, Taken> table = new LinkedHashMap<>();
        table.put(Arrays.toString(need), new Taken(0, null, null, list(need)));
        extend(way, way.board(), need, table);
        for (Board board : boards) {
            if (board != way.board()) {
                extend(way, board, need, table);
            }
        }
        Taken all = table.get(Arrays.toString(new int[need.length]));
        return all == null ? Optional.empty() : Optional.of(plan(way, all));
    }

    private static List<Integer> list(int[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }

    /** Adds what can be taken with one more GPU. */
    private void extend(Way way, Board board, int[] need, Map<String, Taken> table) {
        boolean own = board == way.board();
        int taken = board.taken(0) | (own ? slots.units(profile, way.start()) : 0);
        List<int[]> fillings = slots.fullest(taken, board.standing(0), need);
        for (Taken before : List.copyOf(table.values())) {
            for (int[] filling : fillings) {
                int[] left = new int[need.length];
                int[] some = new int[need.length];
                boolean any = false;
                for (int p = 0; p < left.length; p++) {
                    some[p] = Math.min(filling[p], before.counts().get(p));
                    left[p] = before.counts().get(p) - some[p];
                    any |= some[p] > 0;
                }
                if (any && (!own || isWithin(way, some))) {
                    Taken more = new Taken(before.gpus() + (own ? 0 : 1), before, board, list(left));
                    table.merge(Arrays.toString(left), more, (old, fresh) -> fresh.gpus() < old.gpus() ? fresh : old);
                }
            }
        }
    }

    /** Whether so many new instances may stand beside the profile on its own GPU. */
    private boolean isWithin(Way way, int[] some) {
        int[] standing = way.board().standing(way.lifted());
        for (int p = 0; p < some.length; p++) {
            standing[p] += some[p];
        }
        return slots.allows(profile, standing);
    }

    private MovePlan plan(Way way, Taken all) {
        List<Spot> spots = new ArrayList<>();
        for (Taken step = all; step != null && step.board() != null && step.before() != null; step = step.before()) {
            int[] some = new int[slots.count()];
            for (int p = 0; p < some.length; p++) {
                some[p] = step.before().counts().get(p) - step.counts().get(p);
            }
            spots.addAll(spots(step.board(), way, some));
        }
        Board board = way.board();
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < board.size(); i++) {
            if ((way.lifted() >> i & 1) != 0) {
                Placement from = board.instance(i).placement();
                Spot to = spots.stream()
                        .filter(spot -> spot.placement().profile().equals(from.profile()))
                        .findFirst()
                        .orElseThrow();
                spots.remove(to);
                moves.add(new Move(board.ref(i), new Spot(board.gpu().id(), from), to));
            }
        }
        Placement room = new Placement(slots.profile(profile), way.start());
        return new MovePlan(moves, List.of(new Spot(board.gpu().id(), room)));
    }

    /** Where instances come to while all that stands on a GPU still does; on its own GPU the profile's units stay free. */
    private List<Spot> spots(Board board, Way way, int[] counts) {
        List<Spot> spots = new ArrayList<>();
        if (board == way.board()) {
            place(way, board.taken(0) | slots.units(profile, way.start()), counts, counts.length - 1, spots);
            return spots;
        }
        List<Placement> standing = new ArrayList<>();
        for (int i = 0; i < board.size(); i++) {
            standing.add(board.instance(i).placement());
        }
        return Places.of(slots, board.gpu().id(), standing, counts);
    }

    /** Large ones first; whether all found a place. */
    private boolean place(Way way, int taken, int[] counts, int from, List<Spot> spots) {
        int p = from;
        while (p >= 0 && counts[p] == 0) {
            p--;
        }
        if (p < 0) {
            return true;
        }
        for (int start : slots.rule(p).starts()) {
            if ((taken & slots.units(p, start)) == 0) {
                counts[p]--;
                spots.add(new Spot(way.board().gpu().id(), new Placement(slots.profile(p), start)));
                if (place(way, taken | slots.units(p, start), counts, p, spots)) {
                    return true;
                }
                spots.removeLast();
                counts[p]++;
            }
        }
        return false;
    }
}
