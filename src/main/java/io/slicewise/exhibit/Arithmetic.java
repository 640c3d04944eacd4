package io.slicewise.exhibit;

import io.slicewise.story.Figure;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.Share;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures step by step with the numbers put in, so that everything can be followed with a pocket calculator:
 * percentages without their sign, two decimals. An equals sign stands where the line holds as it is written, {@code ≈}
 * where something in it is rounded.
 *
 * <p>For the main example: {@code 90 + 80 + 70 + 60 = 300}, {@code 300 / 4 = 75}, {@code 1·90 + 1·80 + 1·70 + 2·60 = 360},
 * {@code 360 / 5 = 72}, {@code 360 / 7 ≈ 51.43}, {@code 72 · 5 / 7 ≈ 51.43}.
 */
public final class Arithmetic {
    private final Figures figures;
    private final Averages total;
    private final List<Step> steps = new ArrayList<>();

    private Arithmetic(Figures figures) {
        this.figures = figures;
        this.total = figures.total();
    }

    /**
     * A step.
     *
     * @param title what is done
     * @param lines the calculation
     * @param figure the figure that it ends in; {@code null} where it is on the way to one
     */
    public record Step(Text title, List<String> lines, @Nullable Figure figure) {
        public Step {
            lines = List.copyOf(lines);
        }
    }

    /** The steps to every figure that there is; none without a reading. */
    public static List<Step> of(Figures figures) {
        Arithmetic arithmetic = new Arithmetic(figures);
        arithmetic.work();
        return List.copyOf(arithmetic.steps);
    }

    private void work() {
        if (total.reported() == 0) {
            return;
        }
        double sum = 100 * total.instanceAverage() * total.reported();
        step("exhibit.arithmetic.sum", Sums.of(figures, false, sum), null);
        divide("exhibit.arithmetic.average", sum, total.reported(), Figure.INSTANCE_AVERAGE);
        if (Double.isNaN(total.weightedAverage())) {
            return;
        }
        double weighted = 100 * total.weightedAverage() * total.reportedWeight();
        step("exhibit.arithmetic.weigh", Sums.of(figures, true, weighted), null);
        divide("exhibit.arithmetic.weighted", weighted, total.reportedWeight(), Figure.WEIGHTED);
        if (!Double.isNaN(total.wholeGpu())) {
            whole(weighted);
        }
        gap();
    }

    private void whole(double weighted) {
        double scaled = 100 * total.wholeGpu();
        String share = Line.of(
                        100 * total.weightedAverage(), " · ", total.allocatedWeight(), " / ", total.totalWeight())
                .equal((a, b, c) -> a * b / c, scaled);
        if (total.isComplete()) {
            divide("exhibit.arithmetic.whole", weighted, total.totalWeight(), Figure.WHOLE_GPU);
            step("exhibit.arithmetic.check", List.of(share), null);
        } else {
            step("exhibit.arithmetic.silent", List.of(share), Figure.WHOLE_GPU);
        }
    }

    private void gap() {
        List<String> lines = new ArrayList<>();
        for (Parts part : Exhibits.isMany(figures) ? Parts.profiles(figures) : Parts.instances(figures)) {
            lines.add(contribution(part));
        }
        lines.add(Line.of(100 * total.weightedAverage(), " − ", 100 * total.instanceAverage(), "", 0)
                .equal((a, b, c) -> a - b, 100 * total.gap()));
        step("exhibit.arithmetic.gap", lines, null);
    }

    private String contribution(Parts part) {
        double weight = part.shareOfWeight() * total.reportedWeight();
        double load = 100 * part.utilization();
        double average = 100 * total.instanceAverage();
        double result = 100 * part.contribution();
        double written = (Line.written(weight) / Line.written(total.reportedWeight())
                        - (double) part.instances() / total.reported())
                * (Line.written(load) - Line.written(average));
        return part.name() + ": (" + number(weight) + " / " + number(total.reportedWeight()) + " − " + part.instances()
                + " / " + total.reported() + ") · (" + number(load) + " − " + number(average) + ")"
                + (Line.holds(written, result) ? " = " : " ≈ ") + number(result);
    }

    private void divide(String key, double sum, double by, Figure figure) {
        String line = Line.of(sum, " / ", by, "", 0).equal((a, b, c) -> a / b, sum / by);
        step(key, List.of(line), figure);
    }

    private void step(String key, List<String> lines, @Nullable Figure figure) {
        Text basis = Text.of("usage.basis." + figures.weights().basis().id());
        steps.add(new Step(Text.of(key, total.reported(), basis), lines, figure));
    }

    /** A number with at most two decimals. */
    static String number(double value) {
        return Numbers.decimal(value, Line.DECIMALS);
    }

    /** The utilization of a share, in percent. */
    static double percent(Share share) {
        return 100 * share.instance().utilization();
    }
}
