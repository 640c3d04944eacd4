package io.slicewise.snapshot.collect;

import io.slicewise.mig.Placement;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts outputs of one machine together that tell different things of the same GPU: {@code mig -lgi} has places, the
 * table of nvidia-smi SMs and the model, {@code nvidia-smi -L} the UUID. Only where each of them is there once for the
 * GPU's number and they do not contradict each other; two machines of one layout stay two. For one use.
 */
final class Complements {
    private final Notes notes;
    private final Set<String> listings;

    /**
     * @param listings files with a layout
     */
    Complements(Notes notes, Set<String> listings) {
        this.notes = notes;
        this.listings = listings;
    }

    /** What is said about a GPU number. */
    private static final class Told {
        final List<GpuRows> placed = new ArrayList<>();
        final List<GpuRows> unplaced = new ArrayList<>();
        final List<GpuRows> named = new ArrayList<>();
    }

    /** The GPUs, those put together that complement each other. */
    List<GpuRows> of(Collection<GpuRows> gpus) {
        Map<String, Told> byNumber = new LinkedHashMap<>();
        for (GpuRows gpu : gpus) {
            if (gpu.instances().isEmpty() || gpu.number().isEmpty()) {
                continue;
            }
            Told told = byNumber.computeIfAbsent(gpu.number(), number -> new Told());
            if (gpu.hasUuid()) {
                told.named.add(gpu);
            } else if (!gpu.isSupposed() && listings.contains(gpu.host())) {
                (isPlaced(gpu) ? told.placed : told.unplaced).add(gpu);
            }
        }
        List<GpuRows> all = new ArrayList<>(gpus);
        byNumber.values().forEach(told -> join(told, all));
        return all;
    }

    private void join(Told told, List<GpuRows> all) {
        if (told.placed.size() > 1 || told.unplaced.size() > 1 || told.named.size() > 1) {
            return;
        }
        GpuRows listing = told.placed.isEmpty() ? first(told.unplaced) : told.placed.getFirst();
        if (listing == null) {
            return;
        }
        GpuRows table = told.placed.isEmpty() ? null : first(told.unplaced);
        boolean joined = false;
        if (table != null && table.instanceIds().equals(listing.instanceIds())) {
            listing.take(table);
            all.remove(table);
            joined = true;
        }
        GpuRows named = first(told.named);
        if (named != null && named.isSupposed() && profiles(named).equals(profiles(listing))) {
            GpuRows one = listing.calledAs(named);
            all.set(all.indexOf(listing), one);
            all.remove(named);
            notes.add(Note.COMPLEMENTED, one.place(), one.id());
        } else if (joined) {
            listing.withoutHost();
            notes.add(Note.COMPLEMENTED, listing.place(), "GPU " + listing.number());
        }
    }

    private static @Nullable GpuRows first(List<GpuRows> gpus) {
        return gpus.isEmpty() ? null : gpus.getFirst();
    }

    private static boolean isPlaced(GpuRows gpu) {
        return gpu.instances().stream().anyMatch(rows -> rows.start() != Placement.UNKNOWN);
    }

    private static List<String> profiles(GpuRows gpu) {
        return gpu.instances().stream()
                .map(rows -> String.join(" ", rows.profiles()))
                .sorted()
                .toList();
    }
}
