package io.slicewise.snapshot.collect;

import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import io.slicewise.snapshot.unit.Units;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All rows of the files that are read as one, by GPU and instance.
 *
 * @param source the name of all of it
 * @param gpus each GPU once, under whatever names it went
 * @param notes what was noticed so far; takes more
 * @param units the values by which ratio or percent is decided
 * @param collectorsKeepApart whether some row tells the workload's labels from the collector's own
 * @param silence what is said once where no instance has a reading; {@code null} to name each of them
 * @param others the metrics of other readings than the utilization that instances have
 * @param counts how much was read
 * @param time the newest timestamp; {@code null} when there is none
 */
public record Collected(
        String source,
        List<GpuRows> gpus,
        Notes notes,
        Units units,
        boolean collectorsKeepApart,
        @Nullable Note silence,
        Set<MetricKind> others,
        Counts counts,
        @Nullable Instant time) {
    public Collected {
        gpus = List.copyOf(gpus);
        others = Set.copyOf(others);
    }

    /**
     * How much was read.
     *
     * @param samples rows of DCGM metrics of any kind
     * @param readings rows of utilization, of instances and of GPUs
     * @param blanks readings that are none
     * @param blanksBefore values of a range, before the newest one of their series, that are no reading
     */
    public record Counts(long samples, long readings, long blanks, long blanksBefore) {}
}
