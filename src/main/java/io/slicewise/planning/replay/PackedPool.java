package io.slicewise.planning.replay;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.packing.GpuPacking;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.packing.Rows;
import io.slicewise.planning.replay.Regrouped.Slot;
import io.slicewise.planning.replay.ReplayLayout.Wanted;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The GPUs of a model, and what is packed onto as few of them as hold it. */
final class PackedPool {
    private final @Nullable GpuModel model;
    private final List<GpuTrack> gpus = new ArrayList<>();
    private final List<Going> going = new ArrayList<>();

    PackedPool(@Nullable GpuModel model) {
        this.model = model;
    }

    /** Instances that go somewhere together, and where they went so far. */
    private record Going(Wanted wanted, GpuTrack home, List<Slot> slots) {
        void to(String gpu, Profile profile, int start) {
            InstanceTrack first = wanted.from().getFirst();
            String id = home.gpu().id() + "/" + first.ref().instance();
            Instance instance = first.instance()
                    .withProfile(profile, start)
                    .withId(slots.isEmpty() ? id : id + "#" + (slots.size() + 1));
            slots.add(new Slot(gpu, instance));
        }
    }

    /** One instance to be placed. */
    private record Piece(Going of, Profile profile) {
        boolean isOn(GpuTrack gpu) {
            return of.home().gpu().id().equals(gpu.gpu().id());
        }
    }

    void add(GpuTrack gpu) {
        gpus.add(gpu);
    }

    void add(Wanted wanted, GpuTrack home) {
        going.add(new Going(wanted, home, new ArrayList<>()));
    }

    /** @param added GPUs that are needed beside those that are there; more are put behind them */
    List<Regrouped> groups(List<GpuTrack> added) {
        List<Piece> pieces = new ArrayList<>();
        for (Going one : going) {
            one.wanted().to().forEach(profile -> pieces.add(new Piece(one, profile)));
        }
        List<Layout> layouts = model != null && model.hasPlacements() ? layouts(model, pieces) : List.of();
        if (layouts.isEmpty()) {
            return asTheyStand();
        }
        List<GpuTrack> free = new ArrayList<>(gpus);
        for (Layout layout : layouts) {
            GpuTrack gpu = free.isEmpty()
                    ? another(added)
                    : free.stream()
                            .max(Comparator.comparingInt(one -> stays(one, layout, pieces)))
                            .orElseThrow();
            free.remove(gpu);
            for (Placement placement : layout.placements()) {
                Piece next = take(pieces, placement.profile(), gpu);
                if (next != null) {
                    next.of().to(gpu.gpu().id(), next.profile(), placement.start());
                }
            }
        }
        return going.stream()
                .map(one -> new Regrouped(one.wanted().from(), one.slots()))
                .toList();
    }

    private List<Regrouped> asTheyStand() {
        List<Regrouped> groups = new ArrayList<>();
        for (Going one : going) {
            for (InstanceTrack track : one.wanted().from()) {
                Going alone = new Going(new Wanted(List.of(track), List.of()), one.home(), new ArrayList<>());
                alone.to(one.home().gpu().id(), track.instance().profile(), track.instance().start());
                groups.add(new Regrouped(List.of(track), alone.slots()));
            }
        }
        return groups;
    }

    /** A GPU that was there as long as the first one. */
    private GpuTrack another(List<GpuTrack> added) {
        String name = "+" + (added.size() + 1);
        Gpu gpu = new Gpu(name, name, "", model, "", List.of());
        GpuTrack track = new GpuTrack(gpu, List.of(), gpus.getFirst().span());
        added.add(track);
        return track;
    }

    /** How many instances of a GPU can stay on it. */
    private static int stays(GpuTrack gpu, Layout layout, List<Piece> waiting) {
        List<Profile> wanted = new ArrayList<>(
                layout.placements().stream().map(Placement::profile).toList());
        int stays = 0;
        for (Piece one : waiting) {
            stays += one.isOn(gpu) && wanted.remove(one.profile()) ? 1 : 0;
        }
        return stays;
    }

    private static List<Layout> layouts(GpuModel ofModel, List<Piece> pieces) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        pieces.forEach(one -> counts.merge(one.profile().name(), 1, Integer::sum));
        List<Layout> layouts = new ArrayList<>();
        for (PackedLayout packed : GpuPacking.of(Rows.of(ofModel), counts).layouts()) {
            for (long i = 0; i < packed.count(); i++) {
                layouts.add(packed.layout());
            }
        }
        return layouts;
    }

    /** One of the GPU itself where there is one, so that fewer move. */
    private static @Nullable Piece take(List<Piece> waiting, Profile profile, GpuTrack gpu) {
        Piece found = null;
        for (Piece one : waiting) {
            if (one.profile().equals(profile) && (found == null || one.isOn(gpu) && !found.isOn(gpu))) {
                found = one;
            }
        }
        if (found != null) {
            waiting.remove(found);
        }
        return found;
    }
}
