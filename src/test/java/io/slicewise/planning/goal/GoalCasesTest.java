package io.slicewise.planning.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.PlanningWords;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

class GoalCasesTest {
    private static final double NINE_DECIMALS = 5e-10;
    private static final Gpu SCENARIO =
            PlanningWords.gpu(Fleets.model("a100-80gb"), "a 1g u=0.9; b 1g u=0.9; c 1g u=0.9; d 3g u=0.3");
    private static final Fleet FLEET = new Fleet(List.of(SCENARIO));

    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(resources = "/io/slicewise/planning/goalseek.csv", numLinesToSkip = 1)
    void cases(ArgumentsAccessor row) {
        Fleet fleet = new Fleet(List.of(PlanningWords.gpu(Fleets.model(row.getString(1)), row.getString(2))));
        String[] goal = row.getString(3).split("=");
        GoalSeek seek = GoalSeek.of(
                fleet, Weights.DEFAULT, figure(goal[0]), Double.parseDouble(goal[1]), refs(row.getString(4)));
        assertEquals(row.getDouble(6), seek.needed(), NINE_DECIMALS);
        assertEquals(row.getDouble(7), seek.least(), NINE_DECIMALS);
        assertEquals(row.getDouble(8), seek.most(), NINE_DECIMALS);
        boolean possible = !row.getString(5).equals("impossible");
        assertEquals(possible, seek.isPossible());
        assertEquals(possible ? row.getDouble(5) : Double.NaN, seek.value(), NINE_DECIMALS);
    }

    private static GoalFigure figure(String letter) {
        return switch (letter) {
            case "S" -> GoalFigure.INSTANCE;
            case "W" -> GoalFigure.WEIGHTED;
            default -> GoalFigure.WHOLE;
        };
    }

    private static Set<InstanceRef> refs(String names) {
        return Fleets.words(names).stream()
                .map(name -> new InstanceRef("g", name))
                .collect(Collectors.toSet());
    }

    private static double figure(Fleet fleet, GoalFigure figure) {
        return figure.of(Figures.of(fleet, Weights.DEFAULT).total());
    }

    private static Fleet with(String names, double value) {
        return new Fleet(List.of(SCENARIO.withInstances(SCENARIO.instances().stream()
                .map(one -> names.contains(one.id()) ? one.withUtilization(value) : one)
                .toList())));
    }

    @Property(tries = 300)
    void whatIsSoughtGivesTheGoal(@ForAll @DoubleRange(min = 0, max = 1) double goal, @ForAll GoalFigure figure) {
        GoalSeek seek = GoalSeek.of(FLEET, Weights.DEFAULT, figure, goal, refs("a d"));
        assertEquals(goal >= seek.least() - 1e-12 && goal <= seek.most() + 1e-12, seek.isPossible());
        if (seek.isPossible()) {
            assertEquals(goal, figure(with("ad", seek.value()), figure), 1e-12);
        }
    }

    @Property(tries = 200)
    void aGridIsTheFigureAtEachPoint(
            @ForAll @DoubleRange(min = 0, max = 1) double x,
            @ForAll @DoubleRange(min = 0, max = 1) double y,
            @ForAll GoalFigure figure) {
        GoalGrid grid = GoalGrid.of(FLEET, Weights.DEFAULT, figure, refs("a b"), refs("d"));
        Fleet there = new Fleet(List.of(SCENARIO.withInstances(SCENARIO.instances().stream()
                .map(one -> one.id().equals("d")
                        ? one.withUtilization(y)
                        : "ab".contains(one.id()) ? one.withUtilization(x) : one)
                .toList())));
        assertEquals(figure(there, figure), grid.at(x, y), 1e-12);
        for (GoalGrid.Point point : grid.contour(0.6)) {
            assertEquals(0.6, grid.at(point.x(), point.y()), 1e-9);
        }
    }

    @Test
    void gridsHaveTheirCornersAndNoInstanceTwice() {
        GoalGrid grid = GoalGrid.of(FLEET, Weights.DEFAULT, GoalFigure.WHOLE, refs("a b c"), refs("d"));
        double[][] values = grid.values(50);
        assertEquals(0, values[0][0], 1e-15);
        assertEquals(3 / 7.0, values[0][49], 1e-15);
        assertEquals(3 / 7.0, values[49][0], 1e-15);
        assertEquals(6 / 7.0, values[49][49], 1e-15);
        assertEquals(2, grid.contour(0.5).size());
        assertEquals(List.of(), grid.contour(0.9));
        assertThrows(
                IllegalArgumentException.class,
                () -> GoalGrid.of(FLEET, Weights.DEFAULT, GoalFigure.WHOLE, refs("a"), refs("a")));
    }

    @Test
    void whatDoesNotDependOnItIsImpossible() {
        GoalSeek seek = GoalSeek.of(FLEET, Weights.DEFAULT, GoalFigure.WHOLE, 0.5, Set.of());
        assertFalse(seek.isPossible());
        assertTrue(Double.isNaN(seek.needed()));
        Instance silent = SCENARIO.instances().getFirst().withUtilization(Instance.NO_READING);
        Fleet fleet = new Fleet(List.of(SCENARIO.withInstances(List.of(silent))));
        assertTrue(GoalSeek.of(fleet, Weights.DEFAULT, GoalFigure.WHOLE, 0.1, refs("a"))
                .isPossible());
    }

    @Test
    void howManyAtAValue() {
        GoalCount one = GoalCount.of(FLEET, Weights.DEFAULT, GoalFigure.WEIGHTED, 0.9, 1, refs("a b c d"));
        assertEquals(List.of(new InstanceRef("g", "d")), one.chosen());
        assertEquals(0.95, one.reached(), 1e-12);
        assertEquals(0.6, one.oneFewer(), 1e-12);
        GoalCount two = GoalCount.of(FLEET, Weights.DEFAULT, GoalFigure.WEIGHTED, 0.96, 1, refs("a b c d"));
        assertEquals(2, two.chosen().size());
        assertEquals(5.8 / 6, two.reached(), 1e-12);
        GoalCount never = GoalCount.of(FLEET, Weights.DEFAULT, GoalFigure.WEIGHTED, 0.9, 1, refs("a b c"));
        assertFalse(never.isPossible());
        assertEquals(0.65, never.most(), 1e-12);
        assertEquals(0.6, never.least(), 1e-12, "full ones lower nothing");
        GoalCount there = GoalCount.of(FLEET, Weights.DEFAULT, GoalFigure.WEIGHTED, 0.6, 1, refs("a"));
        assertTrue(there.isPossible() && there.chosen().isEmpty());
        GoalCount lower = GoalCount.of(FLEET, Weights.DEFAULT, GoalFigure.INSTANCE, 0.5, 0, refs("a b c d"));
        // 3.0 of 4: without one 1g 2.1, which is 0.525; without two 1.2
        assertEquals(2, lower.chosen().size());
        assertEquals(0.3, lower.reached(), 1e-12);
    }

    @Property(tries = 300)
    void theFewestReachTheGoalAndNoFewerDo(
            @ForAll @DoubleRange(min = 0, max = 1) double goal,
            @ForAll @DoubleRange(min = 0, max = 1) double value,
            @ForAll GoalFigure figure) {
        GoalCount count = GoalCount.of(FLEET, Weights.DEFAULT, figure, goal, value, refs("a b c d"));
        double now = figure(FLEET, figure);
        int fewest = 5;
        for (int some = 0; some < 16; some++) {
            StringBuilder names = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                names.append((some >> i & 1) == 1 ? "abcd".substring(i, i + 1) : "");
            }
            double then = figure(with(names.toString(), value), figure);
            if (goal >= now ? then >= goal - 1e-12 : then <= goal + 1e-12) {
                fewest = Math.min(fewest, names.length());
            }
        }
        assertEquals(fewest <= 4, count.isPossible());
        if (count.isPossible()) {
            assertEquals(fewest, count.chosen().size());
        }
    }
}
