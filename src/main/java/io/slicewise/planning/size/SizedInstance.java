package io.slicewise.planning.size;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * What is said of the size of an instance.
 *
 * @param gpu where it is
 * @param instance what it is
 * @param use what was recorded of it
 * @param answer whether its size is right
 */
public record SizedInstance(Gpu gpu, Instance instance, RecordedUse use, SizeAnswer answer) {
    /**
     * Of each instance that is there at the end of a range. Instances of a model that nobody knows are left out.
     *
     * @param cancel asked before each instance, by several threads
     * @throws CancellationException where it was cancelled
     */
    public static List<SizedInstance> of(Timeline timeline, SizeRules rules, Cancel cancel) {
        return timeline.gpus().stream()
                .flatMap(gpu -> gpu.instances().stream()
                        .filter(track -> track.existsAt(timeline.end() - 1))
                        .map(track -> new Recorded(gpu, track)))
                .toList()
                .parallelStream()
                .map(recorded -> {
                    cancel.check();
                    return recorded.sized(timeline, rules);
                })
                .flatMap(Optional::stream)
                .toList();
    }

    private record Recorded(GpuTrack gpu, InstanceTrack track) {
        Optional<SizedInstance> sized(Timeline timeline, SizeRules rules) {
            return gpu.gpu().model() == null
                    ? Optional.empty()
                    : Optional.of(SizedInstance.of(
                            gpu.gpu(), track.instance(), RecordedUse.of(timeline, track, rules.quantile()), rules));
        }
    }

    /** Of an instance of which somebody recorded so much; the model of its GPU is known. */
    public static SizedInstance of(Gpu gpu, Instance instance, RecordedUse use, SizeRules rules) {
        GpuModel model = Objects.requireNonNull(gpu.model());
        return new SizedInstance(gpu, instance, use, SizeAnswer.of(model, instance.profile(), use, rules));
    }

    /** What it is to become: the profile that is proposed, or the one that it has. */
    public Profile proposed() {
        return answer.proposed(instance.profile());
    }

    /** Which instance it is. */
    public InstanceRef ref() {
        return new InstanceRef(gpu.id(), instance.id());
    }

    /** Compute slices that the proposal gives back; less than 0 where it takes more. */
    public int freed() {
        return instance.profile().computeSlices() - proposed().computeSlices();
    }
}
