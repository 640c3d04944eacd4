package io.slicewise.chart;

import java.util.List;

/**
 * A bridge (waterfall): bars for the totals, and floating steps between them that say how one becomes the other.
 *
 * @param heading the words around it
 * @param stepTitle what a step is, as a table header: {@code Step}
 * @param values the axis of the totals
 * @param changes what the steps are called and how they are written; percentage points where totals are percentages
 * @param steps in reading order; a step starts where the one before it ended
 * @param references lines across the chart
 */
public record BridgeChart(
        ChartHeading heading, String stepTitle, Axis values, Axis changes, List<Step> steps, List<Reference> references)
        implements ChartSpec {
    public BridgeChart {
        steps = List.copyOf(steps);
        references = List.copyOf(references);
    }

    @Override
    public boolean isEmpty() {
        return steps.stream().noneMatch(step -> Double.isFinite(step.amount()));
    }

    /** One column of the bridge. */
    public sealed interface Step {
        /** What it is called below its column. */
        String name();

        /** The level of a total, the change of a delta; {@code NaN} where there is none. */
        double amount();

        /** Its colour. */
        ColorRole role();

        /** Further finished lines for its tip. */
        List<String> details();
    }

    /**
     * A bar from zero.
     *
     * @param name what it is called
     * @param amount how high it is
     * @param role its colour
     * @param details further lines for its tip
     */
    public record Total(String name, double amount, ColorRole role, List<String> details) implements Step {
        public Total {
            details = List.copyOf(details);
        }

        public static Total of(String name, double amount, ColorRole role) {
            return new Total(name, amount, role, List.of());
        }
    }

    /**
     * A floating bar from where the last step ended.
     *
     * @param name what it is called
     * @param amount how far it goes, downwards where negative
     * @param role its colour
     * @param details further lines for its tip
     */
    public record Delta(String name, double amount, ColorRole role, List<String> details) implements Step {
        public Delta {
            details = List.copyOf(details);
        }

        /** A step in the colour of its direction. */
        public static Delta of(String name, double amount) {
            ColorRole role = amount > 0 ? ColorRole.POSITIVE : amount < 0 ? ColorRole.NEGATIVE : ColorRole.NEUTRAL;
            return new Delta(name, amount, role, List.of());
        }

        public Delta withDetails(List<String> newDetails) {
            return new Delta(name, amount, role, newDetails);
        }
    }

    /**
     * Where a step starts and ends on the value axis.
     *
     * @param start 0 for a total, the end of the step before for a delta
     * @param end the level after the step; {@code NaN} where an amount on the way is unknown
     */
    public record Span(double start, double end) {}

    /** Start and end of every step. An unknown amount makes the level unknown until the next total. */
    public List<Span> spans() {
        return spans(steps.stream().map(Step::amount).toList());
    }

    /**
     * The amounts as they are written: totals rounded, and changes so that from one written total they lead to the next.
     */
    public List<Double> shown() {
        Double[] shown = steps.stream().map(Step::amount).toArray(Double[]::new);
        int last = -1;
        for (int i = 0; i < shown.length; i++) {
            if (steps.get(i) instanceof Total) {
                shown[i] = values.unit().rounded(shown[i]);
                if (last >= 0) {
                    apportion(shown, last, i);
                }
                last = i;
            }
        }
        return List.of(shown);
    }

    /** Rounds the changes between two totals that are rounded already. */
    private void apportion(Double[] shown, int from, int to) {
        double[] changes = new double[to - from - 1];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = shown[from + 1 + i];
        }
        double[] rounded = this.changes.unit().rounded(changes, shown[to] - shown[from]);
        for (int i = 0; i < changes.length; i++) {
            shown[from + 1 + i] = rounded[i];
        }
    }

    /** The level after every step as it is written. */
    List<Double> shownLevels() {
        return spans(shown()).stream().map(Span::end).toList();
    }

    private List<Span> spans(List<Double> amounts) {
        Span[] spans = new Span[steps.size()];
        double level = 0;
        for (int i = 0; i < spans.length; i++) {
            double start = steps.get(i) instanceof Total ? 0 : level;
            level = start + amounts.get(i);
            spans[i] = new Span(start, level);
        }
        return List.of(spans);
    }
}
