package io.slicewise.desktop.story;

import io.slicewise.chart.BridgeChart;
import io.slicewise.chart.ChartSpec;
import io.slicewise.exhibit.Exhibits;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.story.Finding;
import io.slicewise.usage.Figures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What proves a finding: a chart, and which of its data and of the instances are to be lit.
 *
 * @param data the lit data of the chart, as {@link io.slicewise.chart.Hit#index()}
 */
record Proof(ChartSpec chart, List<Integer> data, Set<InstanceRef> instances) {
    Proof {
        data = List.copyOf(data);
        instances = Set.copyOf(instances);
    }

    /**
     * The proof of a finding; without one, the bridge as it is.
     *
     * @param exhibits makes the charts in the reader's language
     */
    static Proof of(@Nullable Finding finding, Figures figures, Exhibits exhibits) {
        if (finding == null) {
            return new Proof(exhibits.bridge(figures), List.of(), Set.of());
        }
        Set<InstanceRef> instances = new LinkedHashSet<>(finding.instances());
        boolean profiles = Exhibits.isMany(figures);
        List<Integer> entries = Exhibits.entries(figures, instances, profiles);
        return switch (finding.view()) {
            case WEIGHTS -> new Proof(exhibits.weights(figures, profiles), entries, instances);
            case BRIDGE, READINGS, EDITOR -> bridge(figures, exhibits, shifted(entries), instances);
            case FIGURES -> bridge(figures, exhibits, totals(exhibits.bridge(figures), 1), instances);
            case PLAN -> bridge(figures, exhibits, last(exhibits.bridge(figures)), instances);
        };
    }

    private static Proof bridge(Figures figures, Exhibits exhibits, List<Integer> data, Set<InstanceRef> instances) {
        return new Proof(exhibits.bridge(figures), data, instances);
    }

    /** In the bridge the instance average stands before the first instance. */
    private static List<Integer> shifted(List<Integer> entries) {
        return entries.stream().map(entry -> entry + 1).toList();
    }

    /** The total of this number in the bridge, the instance average being 0. */
    private static List<Integer> totals(BridgeChart bridge, int which) {
        List<Integer> totals = new ArrayList<>();
        for (int i = 0; i < bridge.steps().size(); i++) {
            if (bridge.steps().get(i) instanceof BridgeChart.Total) {
                totals.add(i);
            }
        }
        return which < totals.size() ? List.of(totals.get(which)) : List.of();
    }

    /** What is not allocated stands before the whole GPU, where there is one. */
    private static List<Integer> last(BridgeChart bridge) {
        int free = bridge.steps().size() - 2;
        return free > 0 && bridge.steps().get(free) instanceof BridgeChart.Delta ? List.of(free) : List.of();
    }
}
