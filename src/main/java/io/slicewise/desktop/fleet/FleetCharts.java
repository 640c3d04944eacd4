package io.slicewise.desktop.fleet;

import io.slicewise.chart.BarsChart;
import io.slicewise.chart.ScatterChart;
import io.slicewise.exhibit.FleetExhibits;
import io.slicewise.text.Messages;
import io.slicewise.usage.survey.GpuRow;
import java.util.List;

/**
 * The charts of some GPUs.
 *
 * @param gpus how many
 */
record FleetCharts(int gpus, BarsChart distribution, ScatterChart averages, BarsChart gaps, BarsChart waste) {
    static FleetCharts of(List<GpuRow> gpus, Messages messages) {
        FleetExhibits exhibits = new FleetExhibits(messages);
        return new FleetCharts(
                gpus.size(),
                exhibits.distribution(gpus),
                exhibits.averages(gpus),
                exhibits.gaps(gpus),
                exhibits.waste(gpus));
    }
}
