package io.slicewise.exhibit;

import io.slicewise.story.Figure;
import io.slicewise.text.Apportionment;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.Share;
import io.slicewise.usage.InstanceGroup;
import io.slicewise.usage.Naming;
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
    public record Step(
            Text title, List<String> lines, @Nullable Figure figure) {
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
        Text title = title("exhibit.arithmetic.weigh");
        steps.add(new Step(
                PartsOfGpu.of(figures)
                        .map(parts -> Text.of("exhibit.arithmetic.weigh.parts", title, parts))
                        .orElse(title),
                Sums.of(figures, true, weighted),
                null));
        divide("exhibit.arithmetic.weighted", weighted, total.reportedWeight(), Figure.WEIGHTED);
        if (!Double.isNaN(total.wholeGpu())) {
            whole(weighted);
        }
        gap();
    }

    private void whole(double weighted) {
        double scaled = 100 * total.wholeGpu();
        String share = share(weighted, scaled);
        if (total.isComplete()) {
            divide("exhibit.arithmetic.whole", weighted, total.totalWeight(), Figure.WHOLE_GPU);
            step("exhibit.arithmetic.check", List.of(share), null);
        } else {
            step("exhibit.arithmetic.silent", List.of(share), Figure.WHOLE_GPU);
        }
    }

    /** {@code 72 · 5 / 7}; with what W is a quotient of where its two decimals are not all of it. */
    private String share(double weighted, double result) {
        double average = 100 * total.weightedAverage();
        if (Line.holds(average, average)) {
            return Line.of(average, " · ", total.allocatedWeight(), " / ", total.totalWeight())
                    .equal((a, b, c) -> a * b / c, result);
        }
        double written = Line.written(weighted)
                / Line.written(total.reportedWeight())
                * Line.written(total.allocatedWeight())
                / Line.written(total.totalWeight());
        return number(weighted) + " / " + number(total.reportedWeight()) + " · " + number(total.allocatedWeight())
                + " / " + number(total.totalWeight()) + Line.sign(written, result) + number(result);
    }

    private void gap() {
        double average = 100 * total.instanceAverage();
        double gap = Line.written(100 * total.weightedAverage()) - Line.written(average);
        boolean many = Exhibits.isMany(figures);
        Naming naming = Naming.of(figures);
        List<InstanceGroup> groups = InstanceGroup.of(figures, many);
        double[] exact =
                groups.stream().mapToDouble(group -> 100 * group.contribution()).toArray();
        double[] shown = Apportionment.of(exact, gap, Line.DECIMALS);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            InstanceGroup group = groups.get(i);
            lines.add(naming.group(group, many) + ": " + contribution(group, shown[i]));
        }
        lines.add(Line.of(100 * total.weightedAverage(), " − ", average, "", 0).equal((a, b, c) -> a - b, gap));
        step("exhibit.arithmetic.gap", lines, null);
    }

    private String contribution(InstanceGroup group, double result) {
        double weight = group.shareOfWeight() * total.reportedWeight();
        double load = 100 * group.utilization();
        double average = 100 * total.instanceAverage();
        boolean quotient = !Line.holds(average, average);
        double sum = average * total.reported();
        double subtracted = quotient ? Line.written(sum) / total.reported() : average;
        double written = (Line.written(weight) / Line.written(total.reportedWeight())
                        - (double) group.members().size() / total.reported())
                * (Line.written(load) - subtracted);
        return "(" + number(weight) + " / " + number(total.reportedWeight()) + " − "
                + group.members().size() + " / " + total.reported() + ") · (" + number(load) + " − "
                + (quotient ? number(sum) + " / " + total.reported() : number(average)) + ")"
                + Line.sign(written, result) + number(result);
    }

    private void divide(String key, double sum, double by, Figure figure) {
        String line = Line.of(sum, " / ", by, "", 0).equal((a, b, c) -> a / b, sum / by);
        step(key, List.of(line), figure);
    }

    private void step(String key, List<String> lines, @Nullable Figure figure) {
        steps.add(new Step(title(key), lines, figure));
    }

    private Text title(String key) {
        return Text.of(
                key,
                total.reported(),
                Text.of("usage.basis." + figures.weights().basis().id()));
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
