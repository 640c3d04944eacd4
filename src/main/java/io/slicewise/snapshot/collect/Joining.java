package io.slicewise.snapshot.collect;

import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together what several rows or files say about one GPU under several names. For one use. */
public final class Joining {
    private final Notes notes;

    /** Files with a layout, which may name GPUs by number alone, as {@code nvidia-smi mig -lgi} does. */
    private final Set<String> listings;

    private final Map<String, List<GpuRows>> byNumber = new LinkedHashMap<>();

    /** By number the GPUs that only listings name. */
    private final Map<String, Integer> listed = new HashMap<>();

    /** Hosts, and ids of GPUs, whose instances some file lists. */
    private final Set<String> told = new HashSet<>();

    public Joining(Notes notes, Set<String> listings) {
        this.notes = notes;
        this.listings = listings;
    }

    /** The GPUs, those that some rows name by UUID and others by host and number put together. */
    public List<GpuRows> of(Collection<GpuRows> gpus) {
        // nearly all exports name every GPU by its UUID, once: nothing is to be put together
        if (gpus.stream().allMatch(gpu -> gpu.hasUuid() && !gpu.isSupposed())) {
            return List.copyOf(gpus);
        }
        List<GpuRows> complemented = byId(new Complements(notes, listings).of(gpus));
        for (GpuRows gpu : complemented) {
            if (gpu.isSupposed()) {
                continue;
            }
            if (gpu.hasUuid()) {
                byNumber.computeIfAbsent(gpu.number(), number -> new ArrayList<>())
                        .add(gpu);
            } else if (listings.contains(gpu.host())) {
                listed.merge(gpu.number(), 1, Integer::sum);
            }
            if (!gpu.instances().isEmpty()) {
                told.add(gpu.id());
                told.add(gpu.host());
            }
        }
        List<GpuRows> all = new ArrayList<>();
        for (GpuRows gpu : complemented) {
            if (gpu.isSupposed()) {
                supposed(gpu, all);
            } else if (gpu.hasUuid() || !isTaken(gpu)) {
                all.add(gpu);
            }
        }
        return all;
    }

    /** A GPU that one file lists without its instances, and another with them, is one. */
    private static List<GpuRows> byId(List<GpuRows> gpus) {
        Map<String, GpuRows> known = new HashMap<>();
        List<GpuRows> all = new ArrayList<>();
        for (GpuRows gpu : gpus) {
            GpuRows same = gpu.hasUuid() ? known.get(gpu.id()) : null;
            if (same != null && gpu.instances().isEmpty()) {
                same.take(gpu);
            } else if (same != null && same.instances().isEmpty()) {
                gpu.take(same);
                known.put(gpu.id(), gpu);
                all.set(all.indexOf(same), gpu);
            } else {
                known.putIfAbsent(gpu.id(), gpu);
                all.add(gpu);
            }
        }
        return all;
    }

    /** What is listed somewhere is not counted a second time. */
    private void supposed(GpuRows gpu, List<GpuRows> all) {
        if (told.contains(gpu.id()) || (!gpu.host().isEmpty() && told.contains(gpu.host()))) {
            notes.add(Note.SUPPOSED, gpu.place(), gpu.id());
            return;
        }
        if (!gpu.hasUuid()) {
            notes.add(Note.NO_UUID, gpu.place(), gpu.id());
        }
        all.add(gpu);
    }

    private boolean isTaken(GpuRows gpu) {
        String host = gpu.host();
        boolean listing = listings.contains(host);
        List<GpuRows> same = byNumber.getOrDefault(gpu.number(), List.of()).stream()
                .filter(one -> listing
                        ? isListingOf(gpu, one)
                        : host.isEmpty() || one.host().equals(host))
                .toList();
        if (same.size() != 1) {
            notes.add(Note.NO_UUID, gpu.place(), gpu.id());
            return false;
        }
        notes.add(Note.NO_UUID, gpu.place(), listing ? same.getFirst().id() : gpu.id());
        same.getFirst().take(gpu);
        return true;
    }

    /** A listing does not tell its host: it is a GPU's if that one has the same number and the same instances. */
    private boolean isListingOf(GpuRows listing, GpuRows gpu) {
        return listed.getOrDefault(listing.number(), 0) == 1
                && gpu.instanceIds().equals(listing.instanceIds());
    }
}
