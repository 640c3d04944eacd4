package io.slicewise.planning.goal;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.usage.Weights;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A figure over two inputs, each the common utilization of some instances: {@code base + x·alongX + y·alongY}.
 *
 * @param base where both are 0
 * @param alongX what the first adds at 1
 * @param alongY what the second adds at 1
 */
public record GoalGrid(double base, double alongX, double alongY) {
    /** A point: both inputs. */
    public record Point(double x, double y) {}

    /**
     * The figure of a fleet over two inputs.
     *
     * @throws IllegalArgumentException where an instance is in both
     */
    public static GoalGrid of(Fleet fleet, Weights weights, GoalFigure figure, Set<InstanceRef> x, Set<InstanceRef> y) {
        if (!Collections.disjoint(x, y)) {
            throw new IllegalArgumentException("an instance cannot follow two inputs");
        }
        Loads loads = new Loads(fleet, weights);
        loads.set(x, 0);
        loads.set(y, 0);
        double base = loads.figure(figure);
        loads.set(x, 1);
        double withX = loads.figure(figure);
        loads.set(x, 0);
        loads.set(y, 1);
        return new GoalGrid(base, withX - base, loads.figure(figure) - base);
    }

    /** The figure at a point. */
    public double at(double x, double y) {
        return base + alongX * x + alongY * y;
    }

    /**
     * The figure at equally many points each way, from 0 to 1.
     *
     * @param points how many each way, at least 2
     * @return by row of {@code y}, from 0 up
     */
    public double[][] values(int points) {
        double[][] values = new double[points][points];
        for (int row = 0; row < points; row++) {
            for (int column = 0; column < points; column++) {
                values[row][column] = at(column / (points - 1.0), row / (points - 1.0));
            }
        }
        return values;
    }

    /** Where the figure is exactly so much: the two ends of a straight line within 0 to 1; empty where it is nowhere. */
    public List<Point> contour(double goal) {
        double rest = goal - base;
        List<Point> found = Stream.of(
                        new Point(0, rest / alongY),
                        new Point(1, (rest - alongX) / alongY),
                        new Point(rest / alongX, 0),
                        new Point((rest - alongY) / alongX, 1))
                .filter(point -> point.x() >= 0 && point.x() <= 1 && point.y() >= 0 && point.y() <= 1)
                .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
                .toList();
        return found.isEmpty() ? found : List.of(found.getFirst(), found.getLast());
    }
}
