package io.slicewise.planning.program;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Branch and bound over an {@link IntegerProgram}. */
public final class Solver {
    private static final double WHOLE = 1e-6;

    private final IntegerProgram program;
    private final Rounding rounding;
    private final Bound bound;
    private final Deque<Branch> open = new ArrayDeque<>();
    private long @Nullable [] best;
    private long bestCost = Long.MAX_VALUE;

    /** Makes whole numbers of the relaxed ones: a guess that knows what the numbers mean. */
    @FunctionalInterface
    public interface Rounding {
        /** A guess; it counts only if it satisfies the program. */
        long[] round(double[] relaxed);
    }

    /**
     * What is left to search.
     *
     * @param stem the simplex where its stem ended
     * @param least what no solution in it undercuts
     */
    @SuppressWarnings("ArrayRecordComponent") // a value of this search, never compared
    private record Branch(Tableau stem, long[] lower, long[] upper, long least) {}

    private Solver(IntegerProgram program, Rounding rounding) {
        this.program = program;
        this.rounding = rounding;
        this.bound = new Bound(program);
    }

    /**
     * Solves a program.
     *
     * @param rounding makes a guess at every branch
     */
    public static Outcome solve(IntegerProgram program, Rounding rounding, Effort effort) {
        return new Solver(program, rounding).solve(effort);
    }

    private Outcome solve(Effort effort) {
        long[] most = program.unknowns().stream()
                .mapToLong(IntegerProgram.Unknown::most)
                .toArray();
        open.push(new Branch(new Tableau(program), new long[most.length], most, 0));
        int branches = 0;
        while (!open.isEmpty()
                && branches++ < effort.branches()
                && !effort.cancel().isCancelled()) {
            Branch branch = open.pop();
            if (branch.least < bestCost) {
                search(branch);
            }
        }
        long least =
                Math.min(bestCost, open.stream().mapToLong(Branch::least).min().orElse(bestCost));
        if (best != null) {
            return new Outcome.Found(new Outcome.Amounts(best), bestCost, least);
        }
        return open.isEmpty() ? new Outcome.Impossible() : new Outcome.Stopped(least);
    }

    private void search(Branch branch) {
        Tableau tableau = branch.stem.copy();
        for (int j = 0; j < branch.lower.length; j++) {
            tableau.bound(j, branch.lower[j], branch.upper[j]);
        }
        boolean ended = tableau.solve();
        if (ended && tableau.isImpossible()) {
            if (!bound.showsImpossible(tableau.multipliers(), branch.lower, branch.upper)) {
                consider(nearest(middle(branch)));
                split(branch, tableau, middle(branch), branch.least);
            }
            return;
        }
        double[] relaxed = ended ? tableau.values() : middle(branch);
        long least = Math.max(
                branch.least, ended ? bound.ofCost(tableau.multipliers(), branch.lower, branch.upper) : branch.least);
        consider(nearest(relaxed));
        consider(rounding.round(relaxed));
        if (least < bestCost) {
            split(branch, tableau, relaxed, least);
        }
    }

    private void consider(long[] x) {
        if (program.allows(x) && program.cost(x) < bestCost) {
            best = x.clone();
            bestCost = program.cost(x);
        }
    }

    /** Two branches, at the unknown that is decided first and the farthest from whole; none where everything is fixed. */
    private void split(Branch branch, Tableau tableau, double[] relaxed, long least) {
        int at = -1;
        double farthest = -1;
        for (int j = 0; j < relaxed.length; j++) {
            double part = Math.abs(relaxed[j] - Math.rint(relaxed[j]));
            part = part < WHOLE ? 0 : part;
            if (branch.lower[j] < branch.upper[j] && (at < 0 || isBefore(j, part, at, farthest))) {
                at = j;
                farthest = part;
            }
        }
        if (at < 0) {
            return;
        }
        long floor = Math.clamp((long) Math.floor(relaxed[at] + WHOLE), branch.lower[at], branch.upper[at] - 1);
        long[] lower = branch.lower.clone();
        long[] upper = branch.upper.clone();
        upper[at] = floor;
        lower[at] = floor + 1;
        open.push(new Branch(tableau, branch.lower, upper, least));
        open.push(new Branch(tableau, lower, branch.upper, least));
    }

    /** What is not whole goes before what is, then by rank, then what is farther from whole. */
    private boolean isBefore(int unknown, double part, int than, double otherPart) {
        if (part > 0 != otherPart > 0) {
            return part > 0;
        }
        int rank = program.unknowns().get(unknown).rank();
        int otherRank = program.unknowns().get(than).rank();
        return rank != otherRank ? rank < otherRank : part > otherPart + WHOLE;
    }

    private static double[] middle(Branch branch) {
        double[] middle = new double[branch.lower.length];
        Arrays.setAll(middle, j -> (branch.lower[j] + branch.upper[j]) / 2.0);
        return middle;
    }

    private static long[] nearest(double[] relaxed) {
        return Arrays.stream(relaxed).mapToLong(Math::round).toArray();
    }
}
