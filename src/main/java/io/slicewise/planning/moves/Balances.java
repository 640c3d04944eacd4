package io.slicewise.planning.moves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All ways to lift a number of instances, at once: GPU by GPU, the cheapest way to each balance.
 *
 * <p>A balance says for each profile how many still have to be placed (positive), or how many places wait for instances
 * that are yet to be lifted (negative). With {@code k} moves allowed and {@code m} made, at most {@code k − m} such places
 * can still be used.
 */
final class Balances {
    /** So many steps are about a second. */
    private static final long MOST_STEPS = 3_000_000;

    private final Slots slots;
    private final List<Board> boards;
    private final @Nullable Board forced;
    private final int[] target;
    private final int most;
    private final int bits;
    private final int offset;
    private final List<List<Exchange>> exchanges = new ArrayList<>();
    private final int[][] room;
    private final boolean[][] leaves;
    private long steps;
    private @Nullable Cell best;

    /**
     * The way to a balance.
     *
     * @param exchange what is done with the board after what was done before; {@code null} at the beginning
     */
    private record Cell(
            int moves,
            int touched,
            double load,
            @Nullable Cell before,
            @Nullable Board board,
            @Nullable Exchange exchange) {
        static final Cell START = new Cell(0, 0, 0, null, null, null);

        boolean isBetterThan(@Nullable Cell other) {
            if (other == null) {
                return true;
            }
            if (moves != other.moves) {
                return moves < other.moves;
            }
            return touched != other.touched ? touched < other.touched : load < other.load;
        }

        Cell then(Board next, Exchange done) {
            double more = done.moves() == 0 ? 0 : next.load(done.best(next));
            return new Cell(moves + done.moves(), touched + 1, load + more, this, next, done);
        }
    }

    /** What is done with one GPU. */
    record Done(Board board, Exchange exchange) {}

    /** The search was ended at its limit: it would have taken too long. */
    static final class LimitReached extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * @param forced the GPU on which the target has to fit; {@code null} for any
     * @param target how many of each profile are wanted
     * @param most how many moves are allowed
     */
    Balances(Slots slots, List<Board> boards, @Nullable Board forced, int[] target, int most) {
        this.slots = slots;
        this.forced = forced;
        this.target = target;
        this.most = most;
        this.bits = Math.min(8, (Long.SIZE - 1) / Math.max(1, slots.count()));
        this.offset = 1 << (bits - 1);
        this.boards = chosen(boards);
        this.room = new int[this.boards.size() + 1][slots.count()];
        this.leaves = new boolean[this.boards.size() + 1][slots.count()];
        prepare();
    }

    /** Of GPUs that are alike no more than can be touched, those that do least first; the one that is forced before all. */
    private List<Board> chosen(List<Board> all) {
        int touched = 2 * most;
        for (int one : target) {
            touched += one;
        }
        Map<String, List<Board>> kinds = new LinkedHashMap<>();
        for (Board board : all) {
            if (board != forced) {
                kinds.computeIfAbsent(board.kind(), _ -> new ArrayList<>()).add(board);
            }
        }
        List<Board> chosen = new ArrayList<>();
        if (forced != null) {
            chosen.add(forced);
        }
        for (List<Board> kind : kinds.values()) {
            kind.sort(Comparator.comparingDouble(Board::load));
            chosen.addAll(kind.subList(0, Math.min(touched, kind.size())));
        }
        return chosen;
    }

    private void prepare() {
        Map<String, List<Exchange>> known = new HashMap<>();
        for (Board board : boards) {
            exchanges.add(
                    board == forced
                            ? Exchange.of(board, slots, most, target)
                            : known.computeIfAbsent(
                                    board.kind(), _ -> Exchange.of(board, slots, most, new int[slots.count()])));
        }
        for (int b = boards.size() - 1; b >= 0; b--) {
            for (int p = 0; p < slots.count(); p++) {
                int in = 0;
                boolean out = false;
                for (Exchange exchange : exchanges.get(b)) {
                    in = Math.max(in, exchange.in()[p]);
                    out |= exchange.out()[p] > 0;
                }
                room[b][p] = room[b + 1][p] + in;
                leaves[b][p] = leaves[b + 1][p] || out;
            }
        }
    }

    /** The way with the fewest moves among those allowed, then with the fewest GPUs, then the least work stopped. */
    Optional<List<Done>> solve() throws LimitReached {
        int wanted = 0;
        for (int one : target) {
            wanted += one;
        }
        if (wanted + most >= offset) {
            throw new LimitReached();
        }
        Map<Long, Cell> table = new LinkedHashMap<>();
        table.put(key(forced == null ? target : new int[slots.count()]), Cell.START);
        for (int b = 0; b < boards.size(); b++) {
            Map<Long, Cell> next = boards.get(b) == forced ? new LinkedHashMap<>() : new LinkedHashMap<>(table);
            for (Map.Entry<Long, Cell> entry : table.entrySet()) {
                expand(b, balance(entry.getKey()), entry.getValue(), next);
            }
            table = next;
        }
        return best == null ? Optional.empty() : Optional.of(path(best));
    }

    private void expand(int b, int[] balance, Cell cell, Map<Long, Cell> next) throws LimitReached {
        for (Exchange exchange : exchanges.get(b)) {
            if (cell.moves() + exchange.moves() > most) {
                continue;
            }
            int[] after = balance.clone();
            boolean isClosed = true;
            boolean isHopeless = false;
            int waiting = 0;
            for (int p = 0; p < after.length; p++) {
                after[p] += exchange.out()[p] - exchange.in()[p];
                if (after[p] < 0 && !leaves[b + 1][p]) {
                    after[p] = 0;
                }
                isClosed &= after[p] <= 0;
                isHopeless |= after[p] > room[b + 1][p];
                waiting += Math.max(0, -after[p]);
            }
            if (isClosed) {
                Cell done = cell.then(boards.get(b), exchange);
                best = done.isBetterThan(best) ? done : best;
            } else if (!isHopeless) {
                int left = most - cell.moves() - exchange.moves();
                keep(after, 0, Math.max(0, waiting - left), cell.then(boards.get(b), exchange), next);
            }
        }
    }

    /** Gives up so many of the places that wait as can never be used: every choice of which. */
    private void keep(int[] balance, int from, int surplus, Cell cell, Map<Long, Cell> next) throws LimitReached {
        if (++steps > MOST_STEPS) {
            throw new LimitReached();
        }
        if (surplus == 0) {
            next.merge(key(balance), cell, (old, fresh) -> fresh.isBetterThan(old) ? fresh : old);
            return;
        }
        for (int p = from; p < balance.length; p++) {
            if (balance[p] < 0) {
                balance[p]++;
                keep(balance, p, surplus - 1, cell, next);
                balance[p]--;
            }
        }
    }

    private long key(int[] balance) {
        long key = 0;
        for (int p = balance.length - 1; p >= 0; p--) {
            key = key << bits | (balance[p] + offset);
        }
        return key;
    }

    private int[] balance(long key) {
        int[] balance = new int[slots.count()];
        for (int p = 0; p < balance.length; p++) {
            balance[p] = (int) (key >> (bits * p) & ((1 << bits) - 1)) - offset;
        }
        return balance;
    }

    private static List<Done> path(Cell end) {
        List<Done> path = new ArrayList<>();
        for (Cell cell = end; cell != null; cell = cell.before()) {
            if (cell.board() != null && cell.exchange() != null) {
                path.addFirst(new Done(cell.board(), cell.exchange()));
            }
        }
        return path;
    }
}
