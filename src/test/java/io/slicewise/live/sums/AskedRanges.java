package io.slicewise.live.sums;

import io.slicewise.live.query.LabelNames;
import io.slicewise.live.query.Queries;
import io.slicewise.live.range.Grid;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A range at a server for tests of what is asked of it. */
public final class AskedRanges {
    private AskedRanges() {}

    /** Of these instances, of which no number is known. */
    public static AskedRange of(Timeline instances, Queries server) {
        Shapes none = Shapes.of(List.of(), Catalogue.builtIn(), SnapshotOptions.NONE, Weights.DEFAULT);
        Grid grid = Grid.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600), Duration.ofMinutes(1));
        return new AskedRange(
                new RangeNumbers(server, grid, new ShapeQueries(LabelNames.EXPORTER, none, false)),
                instances,
                Map.of());
    }
}
