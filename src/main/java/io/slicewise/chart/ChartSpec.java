package io.slicewise.chart;

import java.util.List;

/**
 * What a chart shows, without where and in which colours. Values are ratios (1.0 is 100 %) or plain numbers, by their
 * axis; {@code NaN} is "no figure" and never drawn as zero. All words are finished and in the reader's language.
 */
public sealed interface ChartSpec
        permits BridgeChart, BarsChart, LinesChart, HousesChart, ScatterChart, StripsChart, TimelineChart {
    /** The words around the chart. */
    ChartHeading heading();

    /** The axis of the values: upwards, or to the right where bars lie down. */
    Axis values();

    /** Lines across the chart at values that matter. */
    List<Reference> references();

    /** Whether there is nothing to draw, so that the sentence for that stands there instead. */
    boolean isEmpty();
}
