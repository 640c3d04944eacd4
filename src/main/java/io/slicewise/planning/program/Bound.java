package io.slicewise.planning.program;

import java.util.List;

/**
 * A bound in whole numbers. For any multipliers {@code y ≥ 0} of the rows, {@code c·x ≥ b·y + Σ_j min((c − Aᵀy)_j · x_j)} over
 * the limits of {@code x}; good ones come from the simplex, and are rounded to a fraction of a power of two.
 */
final class Bound {
    private static final int[] SHIFTS = {36, 28, 20, 12, 6};

    private final IntegerProgram program;
    private final long step;

    Bound(IntegerProgram program) {
        this.program = program;
        long divisor = 0;
        for (IntegerProgram.Unknown unknown : program.unknowns()) {
            divisor = gcd(divisor, unknown.cost());
        }
        step = Math.max(1, divisor);
    }

    /** What no solution within these limits undercuts; 0 where the numbers are too large to say. */
    long ofCost(double[] multipliers, long[] lower, long[] upper) {
        for (int shift : SHIFTS) {
            try {
                long least = Math.ceilDiv(value(multipliers, shift, true, lower, upper), 1L << shift);
                return Math.max(0, Math.multiplyExact(Math.ceilDiv(least, step), step));
            } catch (ArithmeticException _) {
                // with a coarser fraction
            }
        }
        return 0;
    }

    /** Whether the rows show that nothing within these limits satisfies them. */
    boolean showsImpossible(double[] multipliers, long[] lower, long[] upper) {
        for (int shift : SHIFTS) {
            try {
                return value(multipliers, shift, false, lower, upper) > 0;
            } catch (ArithmeticException _) {
                // with a coarser fraction
            }
        }
        return false;
    }

    private long value(double[] multipliers, int shift, boolean costs, long[] lower, long[] upper) {
        List<IntegerProgram.Unknown> unknowns = program.unknowns();
        long[] rest = new long[unknowns.size()];
        for (int j = 0; costs && j < rest.length; j++) {
            rest[j] = Math.multiplyExact(unknowns.get(j).cost(), 1L << shift);
        }
        long value = 0;
        for (int i = 0; i < multipliers.length; i++) {
            IntegerProgram.Constraint row = program.rows().get(i);
            long y = fraction(multipliers[i], shift);
            if (y > 0) {
                value = Math.addExact(value, Math.multiplyExact(y, row.least()));
                for (int t = 0; t < row.columns().size(); t++) {
                    int j = row.columns().get(t);
                    rest[j] = Math.subtractExact(
                            rest[j], Math.multiplyExact(y, row.weights().get(t)));
                }
            }
        }
        for (int j = 0; j < rest.length; j++) {
            value = Math.addExact(value, Math.multiplyExact(rest[j], rest[j] >= 0 ? lower[j] : upper[j]));
        }
        return value;
    }

    private static long fraction(double multiplier, int shift) {
        double scaled = multiplier * (1L << shift);
        if (scaled > 1L << 60) {
            throw new ArithmeticException("too large");
        }
        return scaled > 0 ? Math.round(scaled) : 0;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
