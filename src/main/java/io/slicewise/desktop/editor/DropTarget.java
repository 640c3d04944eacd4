package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.mig.Fit;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import io.slicewise.scenario.Edit;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where on a GPU something that is dragged may end.
 *
 * @param gpu the GPU's id
 * @param payload what is dragged
 * @param profile the profile that it would have there; {@code null} when the GPU has none like it
 * @param starts the starts that fit, ascending; {@link Placement#UNKNOWN} alone where places are not known
 * @param reason why it fits nowhere; {@code null} when it fits somewhere
 */
record DropTarget(
        String gpu,
        Payload payload,
        @Nullable Profile profile,
        List<Integer> starts,
        @Nullable Text reason) {
    /** How many units beside a start the pointer may be for that start to be meant. */
    private static final double REACH = 1.0;

    DropTarget {
        starts = List.copyOf(starts);
    }

    static DropTarget of(Gpu gpu, Payload payload) {
        boolean own = payload instanceof Payload.Existing existing
                && existing.ref().gpu().equals(gpu.id());
        Optional<Layout> layout = payload instanceof Payload.Existing existing && own
                ? gpu.layoutWithout(Set.of(existing.ref().instance()))
                : gpu.layout();
        if (layout.isEmpty()) {
            return nowhere(gpu, payload, null, Text.of("scenario.refused.noModel", gpu.name()));
        }
        Optional<Profile> profile = layout.get().model().printedProfile(payload.profile());
        if (profile.isEmpty()) {
            return nowhere(
                    gpu,
                    payload,
                    null,
                    Text.of(
                            "scenario.refused.noProfile",
                            payload.profile(),
                            layout.get().model().name()));
        }
        return switch (layout.get().fit(profile.get())) {
            case Fit.DoesNotFit no -> nowhere(gpu, payload, profile.get(), no.reason());
            case Fit.Fits fits ->
                new DropTarget(
                        gpu.id(),
                        payload,
                        profile.get(),
                        fits.starts().stream().sorted().toList(),
                        null);
        };
    }

    private static DropTarget nowhere(Gpu gpu, Payload payload, @Nullable Profile profile, Text reason) {
        return new DropTarget(gpu.id(), payload, profile, List.of(), reason);
    }

    /** How many units it would take; 1 where that is not known. */
    int size() {
        PlacementRule rule = profile == null ? null : profile.placement();
        return rule == null ? 1 : rule.size();
    }

    /**
     * The start that is meant.
     *
     * @param unit where the left edge of what is dragged is, in units
     */
    OptionalInt startNear(double unit) {
        if (starts.equals(List.of(Placement.UNKNOWN))) {
            return OptionalInt.of(Placement.UNKNOWN);
        }
        double reach = Math.max(REACH, size() / 2.0);
        return starts.stream()
                .filter(start -> Math.abs(start - unit) <= reach)
                .mapToInt(Integer::intValue)
                .reduce((a, b) -> Math.abs(a - unit) <= Math.abs(b - unit) ? a : b);
    }

    /** Why it cannot be dropped where no start is meant. */
    Text whyNot() {
        return reason != null
                ? reason
                : Text.of(
                        "editor.drag.starts",
                        payload.profile(),
                        new Listing(starts.stream().map(String::valueOf).toList()));
    }

    /** The edit that dropping it does; empty when it would stay where it is. */
    Optional<Edit> drop(int start) {
        return switch (payload) {
            case Payload.Fresh fresh -> {
                Integer at = start == Placement.UNKNOWN ? null : Integer.valueOf(start);
                yield Optional.of(new InstanceEdit.AddInstance(gpu, fresh.profile(), at));
            }
            case Payload.Existing existing -> {
                boolean stays =
                        existing.ref().gpu().equals(gpu) && existing.instance().start() == start;
                yield stays ? Optional.empty() : Optional.of(new InstanceEdit.MoveInstance(existing.ref(), gpu, start));
            }
        };
    }
}
