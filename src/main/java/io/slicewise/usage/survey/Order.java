package io.slicewise.usage.survey;

import io.slicewise.usage.survey.Query.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Puts rows in order. */
final class Order {
    private final FleetTable survey;
    private final Sort sort;

    Order(FleetTable survey, Sort sort) {
        this.survey = survey;
        this.sort = sort;
    }

    /** The rows in order; those that are alike stay in theirs. */
    <R extends Row> List<R> of(List<R> rows) {
        if (sort.column() == Column.Fixed.FLEET) {
            return sort.descending() ? rows.reversed() : rows;
        }
        return switch (sort.column()) {
            case Column.Of of -> byText(rows, row -> survey.text(row, of.attribute()));
            case Column.Fixed.INSTANCE -> byText(rows, Order::instance);
            case Column.Fixed fixed -> byNumber(rows, fixed::of);
        };
    }

    /** What a row without a text, or a group, is ordered by. */
    private interface Said {
        String of(Row row);
    }

    private record ByText<R>(R row, String text) {}

    private <R extends Row> List<R> byText(List<R> rows, Said said) {
        Comparator<ByText<R>> order = Comparator.comparing(ByText::text, NaturalOrder.INSTANCE);
        List<ByText<R>> keyed = new ArrayList<>(rows.size());
        rows.forEach(row -> keyed.add(new ByText<>(row, said.of(row))));
        keyed.sort(Comparator.comparing((ByText<R> one) -> one.text().isEmpty())
                .thenComparing(sort.descending() ? order.reversed() : order));
        return keyed.stream().map(ByText::row).toList();
    }

    private record ByNumber<R>(R row, double number) {}

    private <R extends Row> List<R> byNumber(List<R> rows, ToDoubleFunction<R> number) {
        Comparator<ByNumber<R>> order = Comparator.comparingDouble(ByNumber::number);
        List<ByNumber<R>> keyed = new ArrayList<>(rows.size());
        rows.forEach(row -> keyed.add(new ByNumber<>(row, number.applyAsDouble(row))));
        keyed.sort(Comparator.comparing((ByNumber<R> one) -> Double.isNaN(one.number()))
                .thenComparing(sort.descending() ? order.reversed() : order));
        return keyed.stream().map(ByNumber::row).toList();
    }

    private static String instance(Row row) {
        return row instanceof InstanceRow one
                ? (one.instance().name().isEmpty()
                        ? one.instance().id()
                        : one.instance().name())
                : "";
    }
}
