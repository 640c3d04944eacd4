package io.slicewise.exhibit;

import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sum over all instances, written out: in one line, or in a line a GPU, or in a line a profile. */
final class Sums {
    private static final int MOST_TERMS = 8;
    private static final int MOST_LINES = 12;

    private Sums() {}

    /** The lines of the sum; the last one ends in it. */
    static List<String> of(Figures figures, boolean weighted, double sum) {
        List<Share> reported =
                figures.shares().stream().filter(s -> s.instance().isReported()).toList();
        if (reported.size() <= MOST_TERMS) {
            return List.of(line(reported, weighted, sum));
        }
        Map<String, List<Share>> groups = grouped(reported, share -> share.gpu().name());
        if (groups.size() > MOST_LINES || groups.size() == 1) {
            groups = grouped(reported, share -> share.instance().profile().name());
        }
        List<String> lines = new ArrayList<>();
        List<Double> sums = new ArrayList<>();
        groups.forEach((name, shares) -> {
            double part = shares.stream().mapToDouble(s -> term(s, weighted)).sum();
            sums.add(part);
            lines.add(shares.size() <= MOST_TERMS
                    ? name + ": " + line(shares, weighted, part)
                    : name + " × " + shares.size() + ": " + Arithmetic.number(part));
        });
        if (sums.size() > 1) {
            double written = sums.stream().mapToDouble(Line::written).sum();
            lines.add(sums.stream().map(Arithmetic::number).collect(Collectors.joining(" + "))
                    + sign(written, sum)
                    + Arithmetic.number(sum));
        }
        return lines;
    }

    private static Map<String, List<Share>> grouped(List<Share> shares, Function<Share, String> by) {
        return shares.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    private static String line(List<Share> shares, boolean weighted, double sum) {
        String terms = shares.stream()
                .map(share -> (weighted ? Arithmetic.number(share.weight()) + "·" : "")
                        + Arithmetic.number(Arithmetic.percent(share)))
                .collect(Collectors.joining(" + "));
        double written = shares.stream()
                .mapToDouble(share ->
                        Line.written(Arithmetic.percent(share)) * (weighted ? Line.written(share.weight()) : 1))
                .sum();
        return terms + sign(written, sum) + Arithmetic.number(sum);
    }

    private static double term(Share share, boolean weighted) {
        return Arithmetic.percent(share) * (weighted ? share.weight() : 1);
    }

    private static String sign(double written, double sum) {
        return Line.holds(written, sum) ? " = " : " ≈ ";
    }
}
