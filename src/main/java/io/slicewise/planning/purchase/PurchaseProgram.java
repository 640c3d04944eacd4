package io.slicewise.planning.purchase;

import io.slicewise.planning.demand.Shift;
import io.slicewise.planning.packing.PackingRow;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.program.IntegerProgram;
import io.slicewise.planning.program.Outcome;
import io.slicewise.planning.program.Solver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as an integer program. A <em>unit</em> is what is bought: a host, or a GPU where those are bought one by one. In each
 * <em>case</em> everything is served: the one that nothing fails, or for each offer that one of its units does, which holds all
 * the more when none fails. Where day and night take turns there are these cases for each of them, with what is wanted then.
 */
final class PurchaseProgram {
    /** What is decided first; then one case after the other, the GPUs of it before who is served by what. */
    private static final int WHETHER = 0;

    private static final int UNITS = 1;
    private static final int GPUS = 2;
    private static final int SERVED = 3;

    private static final double ALMOST = 1e-6;

    /** What takes turns, where it does. */
    static final List<Shift> TURNS = List.of(Shift.DAY, Shift.NIGHT);

    private final Wanted wanted;
    private final Limits limits;
    private final int offers;
    private final int turns;
    private final int cases;
    private final IntegerProgram.Drafting program = new IntegerProgram.Drafting();
    private final int[] units;
    private final int[] bought;
    private final int[] fails;
    private final int[] unserved;
    private final int[][][] gpus;
    private final int[][][] served;
    private final long[] mostUnits;
    private final IntegerProgram built;

    /**
     * What is sought and what must be kept.
     *
     * @param unitCosts of a unit that is used
     * @param boughtCosts of a unit that is bought
     * @param valueCounts whether not everything has to be served, and what is not costs its value
     * @param spare whether one unit may fail
     * @param takesTurns whether what is wanted by day and what is wanted by night change over
     * @param caps what else units may sum up to
     */
    @SuppressWarnings("ArrayRecordComponent") // a value within this package, never compared
    record Limits(
            long[] unitCosts,
            long[] boughtCosts,
            boolean valueCounts,
            boolean spare,
            boolean takesTurns,
            List<Cap> caps) {}

    /**
     * What units may sum up to at most.
     *
     * @param weights of a unit of each offer
     * @param ofBought whether those that are there do not count
     */
    @SuppressWarnings("ArrayRecordComponent") // a value within this package, never compared
    record Cap(long[] weights, boolean ofBought, long most) {}

    /**
     * What was found.
     *
     * @param served for each turn by group and offer, how many; one turn where nothing changes over
     * @param units by offer, how many are used
     * @param cost the sum of the costs
     * @param bound no plan has a lower sum
     */
    @SuppressWarnings("ArrayRecordComponent") // a value within this package, never compared
    record Solved(List<long[][]> served, long[] units, long cost, long bound) {
        /** Whether the search was stopped before it found anything. */
        boolean isNothing() {
            return served.isEmpty();
        }
    }

    PurchaseProgram(Wanted wanted, Limits limits) {
        this.wanted = wanted;
        this.limits = limits;
        offers = wanted.offers().size();
        turns = limits.takesTurns ? TURNS.size() : 1;
        cases = turns * (limits.spare ? offers : 1);
        units = new int[offers];
        bought = new int[offers];
        fails = new int[offers];
        mostUnits = new long[offers];
        unserved = new int[wanted.groups().size()];
        served = new int[cases][wanted.groups().size()][offers];
        gpus = new int[cases][offers][wanted.teams().size()];
        long[][] everything = wanted.everything();
        for (int m = 0; m < offers; m++) {
            addUnits(m, everything);
        }
        for (int g = 0; g < unserved.length; g++) {
            Wanted.Group group = wanted.groups().get(g);
            unserved[g] = limits.valueCounts ? program.unknown(group.value(), group.count(), SERVED) : -1;
        }
        for (int c = 0; c < cases; c++) {
            addCase(c, everything);
        }
        limits.caps.forEach(this::addCap);
        built = program.build();
    }

    /** What was found; {@code null} where nothing is possible, and nothing served where the search was stopped before. */
    @Nullable
    Solved solve(Effort effort) {
        return switch (Solver.solve(built, this::rounded, effort)) {
            case Outcome.Found found -> {
                long[] used = Arrays.stream(units).mapToLong(found.x()::at).toArray();
                List<long[][]> all = new ArrayList<>();
                for (int c = 0; c < cases; c += cases / turns) {
                    all.add(served(found.x(), c));
                }
                yield new Solved(all, used, found.cost(), found.bound());
            }
            case Outcome.Impossible _ -> null;
            case Outcome.Stopped stopped -> new Solved(List.of(), new long[offers], Long.MAX_VALUE, stopped.bound());
        };
    }

    private void addUnits(int m, long[][] everything) {
        Offer offer = wanted.offers().get(m);
        long most = 0;
        for (int t = 0; t < wanted.teams().size(); t++) {
            most += wanted.rows().get(m).gpus(wanted.counts(everything, m, t));
        }
        most = Math.ceilDiv(most, (long) offer.perHost());
        most += limits.spare && most > 0 ? 1 : 0;
        Integer allowed = offer.most();
        mostUnits[m] = allowed == null ? most : Math.min(most, allowed / offer.perHost());
        long have = offer.have() / offer.perHost();
        boolean isBought = have == 0;
        units[m] = program.unknown(limits.unitCosts[m] + (isBought ? limits.boughtCosts[m] : 0), mostUnits[m], UNITS);
        bought[m] = isBought ? units[m] : program.unknown(limits.boughtCosts[m], mostUnits[m], UNITS);
        if (!isBought) {
            program.atLeast(-have).plus(1, bought[m]).plus(-1, units[m]).end();
        }
        fails[m] = limits.spare ? program.unknown(0, 1, WHETHER) : -1;
        if (limits.spare) {
            program.atLeast(0).plus(mostUnits[m], fails[m]).plus(-1, units[m]).end();
            program.atLeast(0).plus(1, units[m]).plus(-1, fails[m]).end();
        }
    }

    private void addCase(int c, long[][] everything) {
        for (int m = 0; m < offers; m++) {
            for (int t = 0; t < wanted.teams().size(); t++) {
                long most = wanted.rows().get(m).gpus(wanted.counts(everything, m, t));
                gpus[c][m][t] = isUnit(c, m) ? units[m] : program.unknown(0, most, GPUS + 2 * c);
            }
            if (!isUnit(c, m)) {
                addRoom(c, m);
            }
        }
        for (int g = 0; g < unserved.length; g++) {
            Wanted.Group group = wanted.groups().get(g);
            IntegerProgram.Sum all = program.atLeast(count(c, g));
            for (int m = 0; m < offers; m++) {
                boolean serves = group.columns().get(m) >= 0;
                served[c][g][m] = serves ? program.unknown(0, count(c, g), SERVED + 2 * c) : -1;
                all.plus(serves ? 1 : 0, served[c][g][m]);
            }
            all.plus(limits.valueCounts ? 1 : 0, unserved[g]).end();
        }
        for (int m = 0; m < offers; m++) {
            for (int t = 0; t < wanted.teams().size(); t++) {
                for (PackingRow row : wanted.rows().get(m).list()) {
                    addRow(c, m, t, row);
                }
            }
        }
    }

    /** How many of a group are wanted in a case. */
    private long count(int c, int g) {
        Wanted.Group group = wanted.groups().get(g);
        Shift turn = TURNS.get(c / (cases / turns));
        return !limits.takesTurns || group.shift().isIn(turn) ? group.count() : 0;
    }

    /** Whether a unit of an offer fails in a case. */
    private boolean fails(int c, int m) {
        return limits.spare && c % offers == m;
    }

    /** Whether the GPUs of an offer are its units, none of which fails. */
    private boolean isUnit(int c, int m) {
        return wanted.offers().get(m).perHost() == 1 && wanted.teams().size() == 1 && !fails(c, m);
    }

    /** The GPUs are in the units, without the one that fails. */
    private void addRoom(int c, int m) {
        long perHost = wanted.offers().get(m).perHost();
        IntegerProgram.Sum room = program.atLeast(0).plus(perHost, units[m]);
        for (int column : gpus[c][m]) {
            room.plus(-1, column);
        }
        if (fails(c, m)) {
            room.plus(-perHost, fails[m]);
        }
        room.end();
    }

    private void addRow(int c, int m, int t, PackingRow row) {
        IntegerProgram.Sum sum = program.atLeast(0).plus(row.capacity(), gpus[c][m][t]);
        for (int g = 0; g < unserved.length; g++) {
            int column = wanted.groups().get(g).columns().get(m);
            if (column >= 0 && wanted.groups().get(g).team() == t) {
                sum.plus(-row.weights().get(column), served[c][g][m]);
            }
        }
        sum.end();
    }

    private void addCap(Cap cap) {
        IntegerProgram.Sum sum = program.atLeast(-cap.most);
        for (int m = 0; m < offers; m++) {
            sum.plus(-cap.weights[m], cap.ofBought ? bought[m] : units[m]);
        }
        sum.end();
    }

    /** Who is served by what, each only once: rows that ask for at least so many allow more. */
    private long[][] served(Outcome.Amounts x, int c) {
        long[][] result = new long[unserved.length][offers];
        for (int g = 0; g < unserved.length; g++) {
            long left = count(c, g);
            for (int m = 0; m < offers; m++) {
                result[g][m] = served[c][g][m] < 0 ? 0 : Math.min(left, x.at(served[c][g][m]));
                left -= result[g][m];
            }
        }
        return result;
    }

    /** Rounds who is served by what, and counts from there. */
    private long[] rounded(double[] relaxed) {
        long[] x = new long[relaxed.length];
        long[] needed = new long[offers];
        for (int g = 0; g < unserved.length; g++) {
            if (unserved[g] >= 0) {
                long all = wanted.groups().get(g).count();
                x[unserved[g]] = Math.clamp((long) Math.ceil(relaxed[unserved[g]] - ALMOST), 0, all);
            }
        }
        for (int c = 0; c < cases; c++) {
            long[] counts = new long[unserved.length];
            for (int g = 0; g < unserved.length; g++) {
                counts[g] = Math.max(0, count(c, g) - (unserved[g] >= 0 ? x[unserved[g]] : 0));
            }
            long[][] whole = new Spread(c, relaxed).over(counts);
            for (int g = 0; g < unserved.length; g++) {
                for (int m = 0; m < offers; m++) {
                    if (served[c][g][m] >= 0) {
                        x[served[c][g][m]] = whole[g][m];
                    }
                }
            }
            count(c, whole, x, needed);
        }
        for (int m = 0; m < offers; m++) {
            Offer offer = wanted.offers().get(m);
            x[units[m]] = needed[m];
            if (bought[m] != units[m]) {
                x[bought[m]] = Math.max(0, needed[m] - offer.have() / offer.perHost());
            }
            if (fails[m] >= 0) {
                x[fails[m]] = needed[m] > 0 ? 1 : 0;
            }
        }
        return x;
    }

    private void count(int c, long[][] whole, long[] x, long[] needed) {
        for (int m = 0; m < offers; m++) {
            for (int t = 0; t < wanted.teams().size(); t++) {
                if (gpus[c][m][t] != units[m]) {
                    x[gpus[c][m][t]] = wanted.rows().get(m).gpus(wanted.counts(whole, m, t));
                }
            }
            long sum = needed(m, whole);
            long spare = fails(c, m) && sum > 0 ? 1 : 0;
            needed[m] = Math.max(
                    needed[m], Math.ceilDiv(sum, (long) wanted.offers().get(m).perHost()) + spare);
        }
    }

    /** How many GPUs of an offer all teams need together. */
    private long needed(int m, long[][] whole) {
        long sum = 0;
        for (int t = 0; t < wanted.teams().size(); t++) {
            sum += wanted.rows().get(m).gpus(wanted.counts(whole, m, t));
        }
        return sum;
    }

    /** Makes whole numbers of who is served by what in a case, within the units that are nearly there. */
    private final class Spread {
        private final int[][] columns;
        private final double[] relaxed;
        private final long[] room = new long[offers];
        private final long[][] whole = new long[unserved.length][offers];

        Spread(int c, double[] relaxed) {
            this.columns = served[c];
            this.relaxed = relaxed;
            for (int m = 0; m < offers; m++) {
                long there = (long) Math.ceil(relaxed[units[m]] - ALMOST);
                there -= fails(c, m) && there > 0 ? 1 : 0;
                room[m] = there * wanted.offers().get(m).perHost();
            }
        }

        /** Rounds all down, and gives what is left to where it fits, first to what lost the most. */
        long[][] over(long[] counts) {
            long[] left = counts.clone();
            for (int g = 0; g < whole.length; g++) {
                for (int m = 0; m < offers; m++) {
                    if (columns[g][m] >= 0) {
                        whole[g][m] = Math.clamp((long) Math.floor(relaxed[columns[g][m]] + ALMOST), 0, left[g]);
                        left[g] -= whole[g][m];
                    }
                }
            }
            for (int g = 0; g < whole.length; g++) {
                give(g, left[g]);
            }
            return whole;
        }

        private void give(int g, long count) {
            List<Integer> byLoss = new ArrayList<>();
            for (int m = 0; m < offers; m++) {
                if (columns[g][m] >= 0) {
                    byLoss.add(m);
                }
            }
            byLoss.sort(Comparator.comparingDouble(m -> whole[g][m] - relaxed[columns[g][m]]));
            long left = count;
            for (int m : byLoss) {
                while (left > 0 && takes(g, m)) {
                    left--;
                }
            }
            whole[g][byLoss.getFirst()] += left;
        }

        /** Gives one more, if that fits. */
        private boolean takes(int g, int m) {
            whole[g][m]++;
            if (needed(m, whole) <= room[m]) {
                return true;
            }
            whole[g][m]--;
            return false;
        }
    }
}
