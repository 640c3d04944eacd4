package io.slicewise.exhibit;

import io.slicewise.text.Apportionment;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.Share;
import io.slicewise.usage.InstanceGroup;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sum over all instances, written out: in one line, or in a line a GPU, or in a line a profile. */
final class Sums {
    private static final int MOST_TERMS = 8;
    private static final int MOST_LINES = 12;
    private static final int MOST_DECIMALS = 6;

    private Sums() {}

    /** The lines of the sum; the last one ends in it. */
    static List<String> of(Figures figures, boolean weighted, double sum) {
        List<Share> reported =
                figures.shares().stream().filter(s -> s.instance().isReported()).toList();
        if (reported.size() <= MOST_TERMS) {
            return List.of(line(reported, weighted, sum));
        }
        Map<String, List<Share>> groups = byGpu(reported, figures);
        if (groups.size() > MOST_LINES || groups.size() == 1) {
            groups = byProfile(figures);
        }
        double[] parts = groups.values().stream()
                .mapToDouble(shares ->
                        shares.stream().mapToDouble(s -> term(s, weighted)).sum())
                .toArray();
        double[] shown = Apportionment.of(parts, sum, Line.DECIMALS);
        List<String> lines = new ArrayList<>();
        groups.forEach((name, shares) -> lines.add(name + ": "
                + (shares.size() <= MOST_TERMS
                        ? line(shares, weighted, shown[lines.size()])
                        : Arithmetic.number(shown[lines.size()]))));
        if (shown.length > 1) {
            lines.add(Arrays.stream(shown).mapToObj(Arithmetic::number).collect(Collectors.joining(" + ")) + " = "
                    + Arithmetic.number(sum));
        }
        return lines;
    }

    private static Map<String, List<Share>> byGpu(List<Share> reported, Figures figures) {
        Naming naming = Naming.of(figures);
        return reported.stream()
                .collect(Collectors.groupingBy(
                        share -> naming.gpu(share.gpu()), LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<String, List<Share>> byProfile(Figures figures) {
        Naming naming = Naming.of(figures);
        Map<String, List<Share>> groups = new LinkedHashMap<>();
        InstanceGroup.byProfile(figures).forEach(group -> groups.put(naming.profile(group), group.members()));
        return groups;
    }

    /** With as many decimals of the terms as a pocket calculator needs to come to the sum as it is written. */
    private static String line(List<Share> shares, boolean weighted, double sum) {
        int decimals = Line.DECIMALS;
        while (decimals < MOST_DECIMALS && !Line.holds(Line.written(written(shares, weighted, decimals)), sum)) {
            decimals++;
        }
        int enough = decimals;
        String terms = shares.stream()
                .map(share -> (weighted ? Arithmetic.number(share.weight()) + "·" : "")
                        + Numbers.decimal(Apportionment.shown(Arithmetic.percent(share), enough), enough))
                .collect(Collectors.joining(" + "));
        return terms + Line.sign(written(shares, weighted, decimals), sum) + Arithmetic.number(sum);
    }

    /** The sum of the terms as they are written. */
    private static double written(List<Share> shares, boolean weighted, int decimals) {
        return shares.stream()
                .mapToDouble(share -> Apportionment.shown(Arithmetic.percent(share), decimals)
                        * (weighted ? Line.written(share.weight()) : 1))
                .sum();
    }

    private static double term(Share share, boolean weighted) {
        return Arithmetic.percent(share) * (weighted ? share.weight() : 1);
    }
}
