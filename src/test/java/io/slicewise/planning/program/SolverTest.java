package io.slicewise.planning.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.work.Cancel;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SolverTest {
    private static final Solver.Rounding NO_GUESS = relaxed -> new long[relaxed.length];

    @Test
    void allThatIsPossibleIsTriedInVainToFindLess() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 3_000; i++) {
            IntegerProgram program = program(random);
            long least = exhaustively(program);

            switch (Solver.solve(program, NO_GUESS, Effort.USUAL)) {
                case Outcome.Found found -> {
                    assertThat(found.cost()).as("%d %s", i, program).isEqualTo(least);
                    assertThat(found.isProven()).isTrue();
                }
                case Outcome.Impossible _ -> assertThat(least).isEqualTo(Long.MAX_VALUE);
                case Outcome.Stopped _ -> throw new AssertionError("stopped at " + program);
            }
        }
    }

    @Test
    void whatIsStoppedHasBoundBelowItsBest() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 500; i++) {
            IntegerProgram program = program(random);
            long least = exhaustively(program);
            long bound = switch (Solver.solve(program, NO_GUESS, new Effort(2, Cancel.NEVER))) {
                case Outcome.Found found -> found.bound();
                case Outcome.Impossible _ -> Long.MAX_VALUE;
                case Outcome.Stopped stopped -> stopped.bound();
            };

            assertThat(bound).isLessThanOrEqualTo(least);
        }
        Cancel cancelled = new Cancel();
        cancelled.cancel();
        assertThat(Solver.solve(program(random), NO_GUESS, new Effort(9, cancelled)))
                .isEqualTo(new Outcome.Stopped(0));
    }

    private static IntegerProgram program(SplittableRandom random) {
        IntegerProgram.Drafting builder = new IntegerProgram.Drafting();
        int unknowns = random.nextInt(1, 6);
        for (int j = 0; j < unknowns; j++) {
            builder.unknown(random.nextInt(0, 9), random.nextInt(0, 5), random.nextInt(0, 2));
        }
        int rows = random.nextInt(1, 5);
        for (int i = 0; i < rows; i++) {
            IntegerProgram.Sum row = builder.atLeast(random.nextInt(-8, 13));
            for (int j = 0; j < unknowns; j++) {
                row.plus(random.nextInt(-4, 8), j);
            }
            row.end();
        }
        return builder.build();
    }

    private static long exhaustively(IntegerProgram program) {
        return exhaustively(program, new long[program.unknowns().size()], 0);
    }

    private static long exhaustively(IntegerProgram program, long[] x, int at) {
        if (at == x.length) {
            return program.allows(x) ? program.cost(x) : Long.MAX_VALUE;
        }
        long least = Long.MAX_VALUE;
        for (x[at] = 0; x[at] <= program.unknowns().get(at).most(); x[at]++) {
            least = Math.min(least, exhaustively(program, x, at + 1));
        }
        x[at] = 0;
        return least;
    }
}
