package io.slicewise.planning.program;

import java.util.Arrays;

/**
 * The relaxed program in doubles: a dual simplex over bounded unknowns. It starts with every unknown at
 * nothing, which no cost undercuts, and goes on from there when bounds move: a branch starts where its stem ended.
 *
 * <p>Columns: the unknowns, then a surplus for each row ({@code A·x − s = b}, {@code s ≥ 0}).
 */
final class Tableau {
    private static final double SMALL = 1e-9;
    private static final int MOST_PIVOTS = 2_000;

    private final int unknowns;
    private final int rows;

    /** The rows in terms of the basic columns, each a one in its own; the last row holds the reduced costs. */
    private final double[][] a;

    private final double[] lower;
    private final double[] upper;
    private final boolean[] atUpper;
    private final int[] basic;
    private final int[] rowOf;
    private final double[] start;

    /** The row that no choice can satisfy, once one was found. */
    private int impossible = -1;

    /** Whether it stays below its bounds, not above. */
    private boolean impossibleLow;

    Tableau(IntegerProgram program) {
        unknowns = program.unknowns().size();
        rows = program.rows().size();
        int columns = unknowns + rows;
        a = new double[rows + 1][columns];
        lower = new double[columns];
        upper = new double[columns];
        atUpper = new boolean[columns];
        basic = new int[rows];
        rowOf = new int[columns];
        start = new double[rows];
        Arrays.fill(rowOf, -1);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        for (int j = 0; j < unknowns; j++) {
            upper[j] = program.unknowns().get(j).most();
            a[rows][j] = program.unknowns().get(j).cost();
        }
        for (int i = 0; i < rows; i++) {
            IntegerProgram.Constraint row = program.rows().get(i);
            for (int t = 0; t < row.columns().size(); t++) {
                a[i][row.columns().get(t)] -= row.weights().get(t);
            }
            a[i][unknowns + i] = 1;
            start[i] = -row.least();
            basic[i] = unknowns + i;
            rowOf[unknowns + i] = i;
        }
    }

    private Tableau(Tableau other) {
        unknowns = other.unknowns;
        rows = other.rows;
        a = new double[rows + 1][];
        for (int i = 0; i <= rows; i++) {
            a[i] = other.a[i].clone();
        }
        lower = other.lower.clone();
        upper = other.upper.clone();
        atUpper = other.atUpper.clone();
        basic = other.basic.clone();
        rowOf = other.rowOf.clone();
        start = other.start.clone();
    }

    Tableau copy() {
        return new Tableau(this);
    }

    void bound(int unknown, long least, long most) {
        lower[unknown] = least;
        upper[unknown] = most;
    }

    /** Whether it came to an end: at the least cost, or at a row that cannot be. */
    boolean solve() {
        impossible = -1;
        for (int pivots = 0; pivots < MOST_PIVOTS; pivots++) {
            double[] values = basicValues();
            int leaving = leaving(values);
            if (leaving < 0) {
                return true;
            }
            boolean low = values[leaving] < lower[basic[leaving]];
            int entering = entering(leaving, low);
            if (entering < 0) {
                impossible = leaving;
                impossibleLow = low;
                return true;
            }
            atUpper[basic[leaving]] = !low;
            pivot(leaving, entering);
        }
        return false;
    }

    boolean isImpossible() {
        return impossible >= 0;
    }

    /** The unknowns. */
    double[] values() {
        double[] basics = basicValues();
        double[] x = new double[unknowns];
        for (int j = 0; j < unknowns; j++) {
            x[j] = rowOf[j] >= 0 ? basics[rowOf[j]] : resting(j);
        }
        return x;
    }

    /** What each row is worth: how much its surplus would cost; or, where a row cannot be, how the rows show that. */
    double[] multipliers() {
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            double inRow = impossible < 0 ? a[rows][unknowns + i] : a[impossible][unknowns + i];
            y[i] = impossible >= 0 && !impossibleLow ? -inRow : inRow;
        }
        return y;
    }

    private double resting(int column) {
        return atUpper[column] ? upper[column] : lower[column];
    }

    private double[] basicValues() {
        double[] values = start.clone();
        for (int j = 0; j < rowOf.length; j++) {
            double at = rowOf[j] < 0 ? resting(j) : 0;
            if (at != 0) {
                for (int i = 0; i < rows; i++) {
                    values[i] -= a[i][j] * at;
                }
            }
        }
        return values;
    }

    /** The row that is farthest out of its bounds; -1 where all are within. */
    private int leaving(double[] values) {
        int worst = -1;
        double most = 0;
        for (int i = 0; i < rows; i++) {
            double out = Math.max(lower[basic[i]] - values[i], values[i] - upper[basic[i]]);
            if (out > 1e-7 * Math.max(1, Math.abs(values[i])) && out > most) {
                most = out;
                worst = i;
            }
        }
        return worst;
    }

    /** The column that mends the row at the least cost; -1 where none does. */
    private int entering(int row, boolean low) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < rowOf.length; j++) {
            if (rowOf[j] >= 0 || lower[j] == upper[j]) {
                continue;
            }
            double by = low ? -a[row][j] : a[row][j];
            boolean mends = atUpper[j] ? by < -SMALL : by > SMALL;
            double ratio = Math.abs(a[rows][j]) / Math.abs(by);
            if (mends && (ratio < least - SMALL || (ratio < least + SMALL && isFirmer(row, j, best)))) {
                least = Math.min(least, ratio);
                best = j;
            }
        }
        return best;
    }

    private boolean isFirmer(int row, int column, int than) {
        return than < 0 || Math.abs(a[row][column]) > Math.abs(a[row][than]) + SMALL;
    }

    private void pivot(int row, int column) {
        double by = a[row][column];
        for (int j = 0; j < a[row].length; j++) {
            a[row][j] /= by;
        }
        start[row] /= by;
        for (int i = 0; i <= rows; i++) {
            double times = a[i][column];
            if (i != row && times != 0) {
                for (int j = 0; j < a[i].length; j++) {
                    a[i][j] -= times * a[row][j];
                }
                a[i][column] = 0;
                if (i < rows) {
                    start[i] -= times * start[row];
                }
            }
        }
        a[row][column] = 1;
        rowOf[basic[row]] = -1;
        rowOf[column] = row;
        basic[row] = column;
    }
}
