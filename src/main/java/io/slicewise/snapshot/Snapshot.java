package io.slicewise.snapshot;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.text.Problem;
import io.slicewise.usage.timeline.Timeline;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one export of the monitoring tells about a fleet at one time: the last that it tells of.
 *
 * @param source the name of what was read
 * @param fleet the GPUs with GPU instances, by host and number; placements are one possibility, since metrics do not
 *     tell them
 * @param wholeGpus the GPUs without GPU instances, by host and number; in no figure
 * @param crossChecks GPU-level readings of GPUs in the fleet, beside what their instances amount to
 * @param unweighed instances whose profile was not printed; they are not in the fleet, because no one knows what they
 *     weigh
 * @param printedProfiles what the exporter printed for the profile, where that is not the profile's name
 * @param labels what the file says about the instances of the fleet beyond that: namespace, pod, container, and its
 *     other labels under their printed names; host and model stand in the fleet
 * @param unit how the utilization was read; of files of several formats, how that of the first with values was
 * @param counts how much was read
 * @param time the newest timestamp; {@code null} when there is none
 * @param timeline all that was reported over time, where that was at more than one instant; {@code null} otherwise
 * @param problems what was noticed, each kind once
 */
public record Snapshot(
        String source,
        Fleet fleet,
        List<WholeGpu> wholeGpus,
        List<CrossCheck> crossChecks,
        List<Unweighed> unweighed,
        Map<InstanceRef, String> printedProfiles,
        Labels labels,
        UnitDecision unit,
        Counts counts,
        @Nullable Instant time,
        @Nullable Timeline timeline,
        List<Problem> problems) {
    public Snapshot {
        wholeGpus = List.copyOf(wholeGpus);
        crossChecks = List.copyOf(crossChecks);
        unweighed = List.copyOf(unweighed);
        printedProfiles = Map.copyOf(printedProfiles);
        problems = List.copyOf(problems);
    }

    /** The same, with other problems. */
    public Snapshot withProblems(List<Problem> others) {
        return with(timeline, others);
    }

    /** The same, with what was reported over time. */
    public Snapshot withTimeline(@Nullable Timeline over) {
        return with(over, problems);
    }

    private Snapshot with(@Nullable Timeline over, List<Problem> others) {
        return new Snapshot(
                source,
                fleet,
                wholeGpus,
                crossChecks,
                unweighed,
                printedProfiles,
                labels,
                unit,
                counts,
                time,
                over,
                others);
    }

    /** What it tells about some of its GPUs at its time; what it noticed is about all, and stays behind. */
    public Snapshot only(Fleet some) {
        Set<String> ids = some.gpus().stream().map(Gpu::id).collect(Collectors.toSet());
        Map<InstanceRef, String> printed = new HashMap<>(printedProfiles);
        printed.keySet().removeIf(ref -> !ids.contains(ref.gpu()));
        return new Snapshot(
                source,
                some,
                List.of(),
                crossChecks.stream().filter(check -> ids.contains(check.gpu())).toList(),
                unweighed.stream().filter(one -> ids.contains(one.gpu())).toList(),
                printed,
                labels,
                unit,
                counts,
                time,
                null,
                List.of());
    }

    /** Its GPUs at another moment, of which it knows their readings only. */
    public Snapshot moment(Fleet then) {
        return new Snapshot(
                source,
                then,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Labels.NONE,
                unit,
                counts,
                null,
                null,
                List.of());
    }

    /**
     * How much was read.
     *
     * @param samples rows of DCGM metrics of any kind
     * @param readings rows of utilization, of instances and of GPUs
     * @param blanks readings that are none: NaN, negative, far above the range
     * @param clamped instances and GPUs whose reading lay a little above 100 % and was taken as 100 %
     * @param repeated rows of an instance that had a reading already
     * @param blanksBefore values of a range, before the newest one of their series, that are no reading
     */
    public record Counts(long samples, long readings, long blanks, long clamped, long repeated, long blanksBefore) {}

    /**
     * An instance that cannot be weighed, because no row of it has a profile.
     *
     * @param gpu the id of its GPU
     * @param instance its id within the GPU
     * @param utilization a ratio from 0 to 1, {@code NaN} without a reading
     * @param owner {@code namespace/pod}, empty where it was not said
     */
    public record Unweighed(String gpu, String instance, double utilization, String owner) {}
}
