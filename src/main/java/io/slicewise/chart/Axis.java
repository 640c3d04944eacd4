package io.slicewise.chart;

/**
 * One direction of a chart.
 *
 * @param title what is measured, in the reader's language, without the unit: {@code Utilization}
 * @param unit how its values are written
 * @param from where the axis begins; {@code NaN} leaves it to the data
 * @param to where the axis ends; {@code NaN} leaves it to the data
 */
public record Axis(String title, Unit unit, double from, double to) {
    /** An axis as long as its data need. */
    public static Axis of(String title, Unit unit) {
        return new Axis(title, unit, Double.NaN, Double.NaN);
    }

    /** The same axis with fixed ends; data outside of them stretch it. */
    public Axis between(double low, double high) {
        return new Axis(title, unit, low, high);
    }

    /** The title with its unit, {@code Utilization (%)}: axis titles and table headers. */
    public String heading() {
        String symbol = unit.symbol().strip().replace("\u00a0", "");
        if (symbol.isEmpty()) {
            return title;
        }
        return title.isEmpty() ? symbol : title + " (" + symbol + ")";
    }
}
