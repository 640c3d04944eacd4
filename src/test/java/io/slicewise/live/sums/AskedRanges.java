package io.slicewise.live.sums;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.live.query.LabelNames;
import io.slicewise.live.query.Queries;
import io.slicewise.live.range.Grid;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A range at a server for tests of what is asked of it. */
public final class AskedRanges {
    private AskedRanges() {}

    /** Of these instances, each of which has this mean over all 61 steps of an hour; {@code NaN} where nobody reported anything. */
    public static AskedRange of(Timeline instances, double mean, Queries server) {
        Shapes none = Shapes.of(List.of(), Catalogue.builtIn(), SnapshotOptions.NONE, Weights.DEFAULT);
        Grid grid = Grid.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600), Duration.ofMinutes(1));
        int readings = Double.isNaN(mean) ? 0 : grid.count();
        Map<InstanceRef, AskedRange.Told> told = new HashMap<>();
        for (GpuTrack gpu : instances.gpus()) {
            for (InstanceTrack track : gpu.instances()) {
                told.put(track.ref(), new AskedRange.Told(key(gpu.gpu(), track), mean, readings, Double.NaN, 0));
            }
        }
        return new AskedRange(
                new RangeNumbers(server, grid, new ShapeQueries(LabelNames.EXPORTER, none, false)), instances, told);
    }

    private static InstanceKey key(Gpu gpu, InstanceTrack track) {
        return new InstanceKey(
                gpu.host(),
                gpu.id(),
                track.ref().instance(),
                gpu.modelName(),
                track.instance().profile().name());
    }
}
