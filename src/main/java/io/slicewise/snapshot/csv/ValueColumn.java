package io.slicewise.snapshot.csv;

import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.SourceLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Which column of a long table has the utilization, chosen by what it says and never by where it stands.
 *
 * @param index the column; -1 where none can be told to be it
 * @param maybe where none can, those that do not say that they are another reading
 * @param left the other columns of numbers
 */
record ValueColumn(int index, List<Integer> maybe, List<Integer> left) {
    /** What a column of values is called that does not say of what. */
    private static final Set<String> VALUES = Set.of("value", "last", "last *", "mean", "max", "current", "_value");

    private static final Pattern OTHER = Pattern.compile("temp|memory|mem[_"
            + " ]|power|watt|clock|mhz|celsius|°c|fb_|\\bused|free|total|bytes|[mg]ib|energy|\\becc|xid|pcie|nvlink|\\bfan|dram|bandwidth|tensor|sm[_"
            + " ]|occupancy|count|온도|메모리|전력|클럭|\\bid$|번호|아이디|순번|number|index");
    private static final Pattern UTILIZATION =
            Pattern.compile("util|gr_engine|graphics|engine|activ|busy|load|usage|사용률|활용률|가동률|이용률");

    ValueColumn {
        maybe = List.copyOf(maybe);
        left = List.copyOf(left);
    }

    private enum Says {
        UTILIZATION,
        NOTHING,
        OTHER
    }

    /**
     * Chooses.
     *
     * @param names the heading
     * @param taken columns that are something else already
     * @param first what stands below it: a column of words is a label
     * @param said whether a person said that a column is it
     */
    static ValueColumn of(List<String> names, Set<Integer> taken, FirstRows first, IntPredicate said) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean value = !taken.contains(i) && new SourceLabels().ignores(names.get(i));
            boolean number =
                    first.isEmpty(i) || first.mostly(i, cell -> Cell.of(cell).kind() != Cell.Kind.OTHER);
            if (value && number) {
                numbers.add(i);
            }
        }
        int index = numbers.stream().filter(said::test).findFirst().orElseGet(() -> choose(names, numbers));
        return new ValueColumn(
                index,
                index >= 0
                        ? List.of()
                        : numbers.stream()
                                .filter(i -> says(names.get(i)) != Says.OTHER)
                                .toList(),
                numbers.stream().filter(i -> i != index).toList());
    }

    private static int choose(List<String> names, List<Integer> numbers) {
        List<Integer> said = numbers.stream()
                .filter(i -> says(names.get(i)) == Says.UTILIZATION)
                .toList();
        List<Integer> metrics = said.stream()
                .filter(i -> MetricKind.of(names.get(i)).isUtilization())
                .toList();
        List<Integer> open =
                numbers.stream().filter(i -> says(names.get(i)) == Says.NOTHING).toList();
        List<Integer> values = open.stream()
                .filter(i -> isValue(names.get(i).strip().toLowerCase(Locale.ROOT)))
                .toList();
        if (!metrics.isEmpty()) {
            return metrics.getFirst();
        }
        if (!said.isEmpty()) {
            return said.size() == 1 ? said.getFirst() : -1;
        }
        if (values.size() == 1) {
            return values.getFirst();
        }
        return open.size() == 1 ? open.getFirst() : -1;
    }

    private static boolean isValue(String plain) {
        return VALUES.contains(plain) || plain.startsWith("value #");
    }

    private static Says says(String name) {
        MetricKind kind = MetricKind.of(name);
        if (kind.isUtilization()) {
            return Says.UTILIZATION;
        }
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (kind != MetricKind.UNRELATED || OTHER.matcher(plain).find()) {
            return Says.OTHER;
        }
        return UTILIZATION.matcher(plain).find() ? Says.UTILIZATION : Says.NOTHING;
    }
}
