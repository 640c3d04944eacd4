package io.slicewise.snapshot.assemble;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where the instances of a GPU stand: as printed, or as they could stand. */
final class Starts {
    private final Placing placing;
    private final Notes notes;

    Starts(Placing placing, Notes notes) {
        this.placing = placing;
        this.notes = notes;
    }

    /** The printed places, else one possible place for each, or none for any where they cannot stand together. */
    List<Integer> of(KnownGpu gpu, List<Weighed> kept) {
        GpuModel model = gpu.model();
        List<Profile> profiles = Weighed.profiles(kept);
        if (arePrinted(kept)) {
            List<Integer> printed = printed(kept);
            if (model == null || Placing.stand(model, profiles, printed)) {
                return printed;
            }
            notes.add(Note.NO_SUCH_PLACES, gpu.rows().place(), gpu.label(), model.name());
        }
        List<Integer> starts =
                model == null ? null : placing.place(model, profiles).orElse(null);
        if (starts != null) {
            if (isAnyKnown(starts)) {
                notes.add(Note.PLACEMENT, 0, "");
            }
            return starts;
        }
        if (model != null) {
            sayWhyNone(gpu, model, profiles);
        }
        return Collections.nCopies(profiles.size(), Placement.UNKNOWN);
    }

    private void sayWhyNone(KnownGpu gpu, GpuModel model, List<Profile> profiles) {
        int slices = profiles.stream().mapToInt(Profile::computeSlices).sum();
        long place = gpu.rows().place();
        if (slices > model.computeSlices()) {
            notes.add(Note.OVERFULL, place, Text.of("snapshot.slicesOf", gpu.label(), slices, model.computeSlices()));
        } else {
            notes.add(Note.NOT_PLACEABLE, place, gpu.label());
        }
    }

    private static boolean arePrinted(List<Weighed> kept) {
        for (Weighed one : kept) {
            if (one.rows().start() == Placement.UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> printed(List<Weighed> kept) {
        List<Integer> starts = new ArrayList<>(kept.size());
        for (Weighed one : kept) {
            starts.add(one.rows().start());
        }
        return starts;
    }

    private static boolean isAnyKnown(List<Integer> starts) {
        for (int start : starts) {
            if (start != Placement.UNKNOWN) {
                return true;
            }
        }
        return false;
    }
}
