package io.slicewise.desktop.editor;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Fit;
import io.slicewise.mig.Profile;
import io.slicewise.scenario.Edit;
import io.slicewise.scenario.InstanceEdit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the arrow keys do in a slice map. */
final class KeyMoves {
    private KeyMoves() {}

    /**
     * The instance beside another one.
     *
     * @param from where to start; {@code null}, or an instance elsewhere, gives the first one in the direction
     * @param direction −1 to the left, +1 to the right
     */
    static Optional<InstanceRef> neighbour(Gpu gpu, @Nullable InstanceRef from, int direction) {
        List<InstanceRef> row = SliceMapModel.of(gpu).blocks().stream()
                .map(SliceMapModel.Block::ref)
                .toList();
        if (row.isEmpty()) {
            return Optional.empty();
        }
        int at = from == null ? -1 : row.indexOf(from);
        if (at < 0) {
            return Optional.of(direction > 0 ? row.getFirst() : row.getLast());
        }
        return Optional.of(row.get(Math.clamp(at + direction, 0, row.size() - 1)));
    }

    /** The instance to the next start that fits, in a direction; empty when there is none. */
    static Optional<Edit> toNextStart(Fleet fleet, InstanceRef ref, int direction) {
        Optional<Gpu> gpu = fleet.gpu(ref.gpu());
        Optional<Instance> instance = fleet.instance(ref);
        if (gpu.isEmpty() || instance.isEmpty()) {
            return Optional.empty();
        }
        int start = instance.get().start();
        return DropTarget.of(gpu.get(), new Payload.Existing(ref, instance.get())).starts().stream()
                .filter(other -> direction > 0 ? other > start : other < start)
                .min(Comparator.comparingInt(other -> Math.abs(other - start)))
                .map(other -> new InstanceEdit.MoveInstance(ref, ref.gpu(), other));
    }

    /** The instance to the nearest GPU in a direction on which it fits; empty when there is none. */
    static Optional<Edit> toNextGpu(Fleet fleet, InstanceRef ref, int direction) {
        Optional<Instance> instance = fleet.instance(ref);
        int from = IntStream.range(0, fleet.gpus().size())
                .filter(i -> fleet.gpus().get(i).id().equals(ref.gpu()))
                .findFirst()
                .orElse(-1);
        if (instance.isEmpty() || from < 0) {
            return Optional.empty();
        }
        for (int at = from + direction; at >= 0 && at < fleet.gpus().size(); at += direction) {
            Gpu gpu = fleet.gpus().get(at);
            Optional<Integer> best = best(gpu, instance.get());
            if (best.isPresent()) {
                return Optional.of(new InstanceEdit.MoveInstance(ref, gpu.id(), best.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> best(Gpu gpu, Instance instance) {
        Optional<Profile> profile = Optional.ofNullable(gpu.model())
                .flatMap(model -> model.printedProfile(instance.profile().name()));
        return profile.isPresent()
                        && gpu.layoutWithout(Set.of()).orElseThrow().fit(profile.get()) instanceof Fit.Fits fits
                ? Optional.of(fits.best())
                : Optional.empty();
    }
}
