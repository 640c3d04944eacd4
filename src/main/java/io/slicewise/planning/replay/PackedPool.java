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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** One instance to be placed; each is its own. */
    private static final class Piece {
        private final Going of;
        private final Profile profile;

        Piece(Going of, Profile profile) {
            this.of = of;
            this.profile = profile;
        }

        Going of() {
            return of;
        }

        Profile profile() {
            return profile;
        }

        String home() {
            return of.home().gpu().id();
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
        Waiting waiting = new Waiting(pieces);
        Map<Layout, Integer> most = new HashMap<>();
        layouts.forEach(layout -> most.computeIfAbsent(
                layout,
                one -> gpus.stream()
                        .mapToInt(gpu -> waiting.stays(gpu, one))
                        .max()
                        .orElse(0)));
        List<GpuTrack> free = new ArrayList<>(gpus);
        // where most can stay first, so that no one else takes their GPU
        for (Layout layout : layouts.stream()
                .sorted(Comparator.<Layout>comparingInt(most::get).reversed())
                .toList()) {
            GpuTrack gpu = free.isEmpty()
                    ? another(added)
                    : free.stream()
                            .max(Comparator.comparingInt(one -> waiting.stays(one, layout)))
                            .orElseThrow();
            free.remove(gpu);
            for (Placement placement : layout.placements()) {
                Piece next = waiting.take(placement.profile(), gpu);
                if (next != null) {
                    next.of().to(gpu.gpu().id(), next.profile(), placement.start());
                }
            }
        }
        return going.stream()
                .map(one -> new Regrouped(one.wanted().from(), one.slots()))
                .toList();
    }

    /** What has no place yet. */
    private static final class Waiting {
        private final Map<String, List<Piece>> byGpu = new HashMap<>();
        private final Map<Profile, Set<Piece>> byProfile = new HashMap<>();

        Waiting(List<Piece> pieces) {
            for (Piece piece : pieces) {
                byGpu.computeIfAbsent(piece.home(), _ -> new ArrayList<>()).add(piece);
                byProfile
                        .computeIfAbsent(piece.profile(), _ -> new LinkedHashSet<>())
                        .add(piece);
            }
        }

        /** How many instances of a GPU can stay on it. */
        int stays(GpuTrack gpu, Layout layout) {
            List<Profile> wanted = new ArrayList<>(
                    layout.placements().stream().map(Placement::profile).toList());
            int stays = 0;
            for (Piece piece : byGpu.getOrDefault(gpu.gpu().id(), List.of())) {
                stays += wanted.remove(piece.profile()) ? 1 : 0;
            }
            return stays;
        }

        /** One of the GPU itself where there is one, so that fewer move. */
        @Nullable
        Piece take(Profile profile, GpuTrack gpu) {
            List<Piece> own = byGpu.getOrDefault(gpu.gpu().id(), List.of());
            Set<Piece> all = byProfile.getOrDefault(profile, Set.of());
            Optional<Piece> found = own.stream()
                    .filter(piece -> piece.profile().equals(profile))
                    .findFirst()
                    .or(() -> all.stream().findFirst());
            found.ifPresent(piece -> {
                all.remove(piece);
                Objects.requireNonNull(byGpu.get(piece.home())).remove(piece);
            });
            return found.orElse(null);
        }
    }

    private List<Regrouped> asTheyStand() {
        List<Regrouped> groups = new ArrayList<>();
        for (Going one : going) {
            for (InstanceTrack track : one.wanted().from()) {
                Going alone = new Going(new Wanted(List.of(track), List.of()), one.home(), new ArrayList<>());
                alone.to(
                        one.home().gpu().id(),
                        track.instance().profile(),
                        track.instance().start());
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
}
