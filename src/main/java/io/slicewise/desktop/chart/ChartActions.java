package io.slicewise.desktop.chart;

import io.slicewise.chart.ChartSpec;
import io.slicewise.chart.Palette;

/** What can be done with a chart besides looking at it. */
public interface ChartActions {
    /**
     * A chart as it stands on the screen.
     *
     * @param spec what it shows
     * @param width its width in the units of its layout
     * @param height its height in the units of its layout
     * @param palette its colours
     */
    record Shown(ChartSpec spec, double width, double height, Palette palette) {}

    /** Puts the picture on the clipboard. */
    void copyPicture(Shown chart);

    /** Puts the figures on the clipboard, as a table that spreadsheets take. */
    void copyTable(Shown chart);

    /** Asks for a file and writes the picture in pixels. */
    void savePng(Shown chart);

    /** Asks for a file and writes the picture in shapes and words. */
    void saveSvg(Shown chart);
}
