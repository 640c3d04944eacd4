package io.slicewise.chart;

/** Says for every part of a chart where it goes. The same chart, size and measure give the same drawing. */
public final class ChartLayout {
    private ChartLayout() {}

    /** The margin around everything in a chart of this size, in pixels. */
    public static double margin(double width, double height) {
        return Frame.margin(Type.forSize(width, height), width, height);
    }

    /**
     * Lays out a chart. All marks lie within the size; small charts do without subtitle, note and axis title.
     *
     * @param spec what is shown
     * @param width in pixels; below 1 as 1
     * @param height in pixels; below 1 as 1
     * @param measure how wide words are where they will be painted
     */
    public static Drawing layout(ChartSpec spec, double width, double height, TextMeasure measure) {
        double w = Math.max(1, width);
        double h = Math.max(1, height);
        Type type = Type.forSize(w, h);
        Sketch sketch = new Sketch(measure);
        Area area = Frame.draw(sketch, type, spec.heading(), w, h);
        if (spec.isEmpty()) {
            Frame.empty(sketch, type, spec.heading().whenEmpty(), area);
        } else if (area.width() > 40 && area.height() > 30) {
            switch (spec) {
                case BridgeChart bridge -> BridgeLayout.draw(bridge, sketch, type, area);
                case BarsChart bars -> BarsLayout.draw(bars, sketch, type, area);
                case LinesChart lines -> LinesLayout.draw(lines, sketch, type, area);
                case HousesChart houses -> HousesLayout.draw(houses, sketch, type, area);
                case ScatterChart scatter -> ScatterLayout.draw(scatter, sketch, type, area);
                case StripsChart strips -> StripsLayout.draw(strips, sketch, type, area);
                case TimelineChart timeline -> TimelineLayout.draw(timeline, sketch, type, area);
            }
        }
        String description =
                spec.isEmpty() ? spec.heading().whenEmpty() : spec.heading().summary();
        return new Drawing(w, h, spec.heading().title(), description, sketch.marks(), sketch.hits());
    }
}
