package io.slicewise.planning.program;

import java.util.ArrayList;
import java.util.List;

/**
 * The least {@code Σ cost·x} of whole {@code x} from 0 to their limits so that every row is at least what it needs.
 *
 * @param unknowns what is asked for
 * @param rows what must hold
 */
public record IntegerProgram(List<Unknown> unknowns, List<Constraint> rows) {
    /**
     * Something whose number is asked for.
     *
     * @param cost of one, not negative
     * @param most how many there can be
     * @param rank the search decides about those with a lower rank first
     */
    public record Unknown(long cost, long most, int rank) {
        public Unknown {
            if (cost < 0 || most < 0) {
                throw new IllegalArgumentException("cost " + cost + ", most " + most);
            }
        }
    }

    /**
     * {@code Σ weights[i] · x[columns[i]] ≥ least}.
     *
     * @param columns which unknowns
     * @param weights their weights
     * @param least what the sum has to be at least
     */
    public record Constraint(List<Integer> columns, List<Long> weights, long least) {
        public Constraint {
            columns = List.copyOf(columns);
            weights = List.copyOf(weights);
        }
    }

    public IntegerProgram {
        unknowns = List.copyOf(unknowns);
        rows = List.copyOf(rows);
    }

    /** Whether whole numbers keep their limits and every row. */
    boolean allows(long[] x) {
        for (int j = 0; j < x.length; j++) {
            if (x[j] < 0 || x[j] > unknowns.get(j).most()) {
                return false;
            }
        }
        return rows.stream().allMatch(row -> sum(row, x) >= row.least());
    }

    private static long sum(Constraint row, long[] x) {
        long sum = 0;
        for (int i = 0; i < row.columns().size(); i++) {
            sum = Math.addExact(
                    sum,
                    Math.multiplyExact(row.weights().get(i), x[row.columns().get(i)]));
        }
        return sum;
    }

    long cost(long[] x) {
        long cost = 0;
        for (int j = 0; j < x.length; j++) {
            cost = Math.addExact(cost, Math.multiplyExact(unknowns.get(j).cost(), x[j]));
        }
        return cost;
    }

    /** Puts a program together. */
    public static final class Drafting {
        private final List<Unknown> unknowns = new ArrayList<>();
        private final List<Constraint> rows = new ArrayList<>();

        /** Adds an unknown; its column. */
        public int unknown(long cost, long most, int rank) {
            unknowns.add(new Unknown(cost, most, rank));
            return unknowns.size() - 1;
        }

        /** Begins a row that has to be at least so much. */
        public Sum atLeast(long least) {
            return new Sum(this, least);
        }

        public IntegerProgram build() {
            return new IntegerProgram(unknowns, rows);
        }
    }

    /** Puts a row together. */
    public static final class Sum {
        private final Drafting program;
        private final long least;
        private final List<Integer> columns = new ArrayList<>();
        private final List<Long> weights = new ArrayList<>();

        Sum(Drafting program, long least) {
            this.program = program;
            this.least = least;
        }

        /** Adds a term; nothing where it weighs nothing. */
        public Sum plus(long weight, int column) {
            if (weight != 0) {
                columns.add(column);
                weights.add(weight);
            }
            return this;
        }

        /** Puts the row into the program. */
        public void end() {
            program.rows.add(new Constraint(columns, weights, least));
        }
    }
}
