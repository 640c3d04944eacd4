package io.slicewise.chart;

import java.util.List;

/**
 * Bars side by side in groups: for every category one bar a series. They stand, or lie where there are few categories
 * with long names.
 *
 * @param heading the words around it
 * @param categoryTitle what a category is, as a table header: {@code Instance}
 * @param values the axis of the bars
 * @param series what each bar of a group is, in the order in which they are drawn
 * @param categories the groups
 * @param references lines across the chart
 */
public record BarsChart(
        ChartHeading heading,
        String categoryTitle,
        Axis values,
        List<Series> series,
        List<Category> categories,
        List<Reference> references)
        implements ChartSpec {
    public BarsChart {
        series = List.copyOf(series);
        categories = List.copyOf(categories);
        references = List.copyOf(references);
        for (Category category : categories) {
            if (category.values().size() != series.size()) {
                throw new IllegalArgumentException("category " + category.name() + " has "
                        + category.values().size() + " values for " + series.size() + " series");
            }
        }
    }

    @Override
    public boolean isEmpty() {
        return categories.stream()
                .flatMap(category -> category.values().stream())
                .noneMatch(Double::isFinite);
    }

    /**
     * One bar of every group.
     *
     * @param name what it is called in the legend
     * @param role its colour
     * @param pattern how it is filled
     */
    public record Series(String name, ColorRole role, Pattern pattern) {}

    /**
     * A group of bars.
     *
     * @param name what it is called
     * @param values one value a series, in their order; {@code NaN} for none
     * @param details further finished lines for its tip
     */
    public record Category(String name, List<Double> values, List<String> details) {
        public Category {
            values = List.copyOf(values);
            details = List.copyOf(details);
        }

        public static Category of(String name, Double... values) {
            return new Category(name, List.of(values), List.of());
        }
    }
}
