package io.slicewise.exhibit;

import io.slicewise.text.Numbers;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A figure's formula with the numbers put in, percentages without their sign: {@code (90 + 80 + 70 + 60) / 4}. It can be
 * followed with a pocket calculator. With many instances the terms in the middle are left out and the sums stand there.
 */
public final class Formula {
    private static final int MOST_TERMS = 8;

    private Formula() {}

    /** {@code (90 + 80 + 70 + 60) / 4}; empty where there is no figure. */
    public static String instanceAverage(Figures figures) {
        List<Figures.Share> reported = reported(figures);
        Averages total = figures.total();
        if (reported.isEmpty()) {
            return "";
        }
        if (reported.size() > MOST_TERMS) {
            return percent(total.instanceAverage() * total.reported()) + " / " + total.reported();
        }
        return bracketed(reported.stream()
                        .map(share -> percent(share.instance().utilization()))
                        .toList())
                + " / " + reported.size();
    }

    /** {@code (1·90 + 1·80 + 1·70 + 2·60) / 5}; empty where there is no figure. */
    public static String weightedAverage(Figures figures) {
        return weighted(
                figures, figures.total().weightedAverage(), figures.total().reportedWeight());
    }

    /**
     * {@code (1·90 + 1·80 + 1·70 + 2·60) / 7}; where readings are missing {@code W · A}, {@code 240 / 3 · 5 / 7}, since
     * the sum of what is known is not what the GPU does; empty where there is no figure.
     */
    public static String wholeGpu(Figures figures) {
        Averages total = figures.total();
        if (!total.isComplete() && !Double.isNaN(total.wholeGpu())) {
            return percent(total.weightedAverage() * total.reportedWeight()) + " / " + number(total.reportedWeight())
                    + " · " + number(total.allocatedWeight()) + " / " + number(total.totalWeight());
        }
        return weighted(figures, total.wholeGpu(), total.totalWeight());
    }

    private static String weighted(Figures figures, double figure, double divisor) {
        List<Figures.Share> reported = reported(figures);
        if (Double.isNaN(figure)) {
            return "";
        }
        if (reported.size() > MOST_TERMS) {
            Averages total = figures.total();
            return percent(total.weightedAverage() * total.reportedWeight()) + " / " + number(divisor);
        }
        return bracketed(reported.stream()
                        .map(share -> number(share.weight()) + "·"
                                + percent(share.instance().utilization()))
                        .toList())
                + " / " + number(divisor);
    }

    private static String bracketed(List<String> terms) {
        return terms.size() == 1 ? terms.getFirst() : terms.stream().collect(Collectors.joining(" + ", "(", ")"));
    }

    private static List<Figures.Share> reported(Figures figures) {
        return figures.shares().stream().filter(s -> s.instance().isReported()).toList();
    }

    private static String percent(double ratio) {
        return Numbers.decimal(ratio * 100, 2);
    }

    private static String number(double weight) {
        return Numbers.decimal(weight, 2);
    }
}
