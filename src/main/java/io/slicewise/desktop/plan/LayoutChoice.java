package io.slicewise.desktop.plan;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.demand.Sizing;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.PurchasePlan.ServedLine;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.replay.ReplayLayout.Wanted;
import io.slicewise.planning.replay.Replayed;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedDemand;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which layout a range is replayed in: that of the proposals, of a plan, or the recorded one, with what somebody changed in it by hand.
 * Whether it is replayed from samples or by a server is nothing to it. Needs no toolkit; for one thread.
 */
final class LayoutChoice {
    private final Timeline timeline;
    private final ObjectProperty<Start> start = new SimpleObjectProperty<>(this, "start", Start.PROPOSED);
    private final ObjectProperty<List<ByHand>> byHand = new SimpleObjectProperty<>(this, "byHand", List.of());
    private final ObjectProperty<Set<InstanceRef>> meant = new SimpleObjectProperty<>(this, "meant", Set.of());
    private final Map<String, Gpu> gpus = new HashMap<>();
    private boolean startingAnew;

    /** From which layout a replay starts. */
    enum Start {
        PROPOSED,
        /** What the plan serves each instance by, where its demand names the instance. */
        PLANNED,
        RECORDED
    }

    /**
     * What somebody chose for instances.
     *
     * @param from which instances; several are put together
     * @param to what they become; several where they are split up
     */
    record ByHand(Set<InstanceRef> from, List<Profile> to) {
        ByHand {
            from = Set.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /**
     * An instance of the replay, or what was put together or split up.
     *
     * @param replayed what became of it
     * @param sized what is said of the recorded ones; fewer where a model is not known
     */
    record Row(Replayed replayed, List<SizedInstance> sized) {
        Set<InstanceRef> refs() {
            Set<InstanceRef> refs = new LinkedHashSet<>();
            replayed.group().from().forEach(track -> refs.add(track.ref()));
            return refs;
        }
    }

    /** @param timeline who is there; its readings are not looked at */
    LayoutChoice(Timeline timeline) {
        this.timeline = timeline;
        timeline.gpus().forEach(track -> gpus.put(track.gpu().id(), track.gpu()));
        start.subscribe((_, _) -> startAnew());
    }

    private void startAnew() {
        startingAnew = true;
        byHand.set(List.of());
        startingAnew = false;
    }

    /** Runs this once after each change; another start and what it does away with are one. */
    void onChange(Runnable then) {
        start.subscribe((_, _) -> then.run());
        byHand.subscribe((_, _) -> {
            if (!startingAnew) {
                then.run();
            }
        });
    }

    Timeline timeline() {
        return timeline;
    }

    ObjectProperty<Start> startProperty() {
        return start;
    }

    /** What was changed by hand. */
    ObjectProperty<List<ByHand>> byHandProperty() {
        return byHand;
    }

    /** The instances that somebody came here for. */
    ObjectProperty<Set<InstanceRef>> meantProperty() {
        return meant;
    }

    /** Gives instances another profile, puts them together or splits them up, instead of what was chosen for any of them. */
    void choose(Set<InstanceRef> from, List<Profile> to) {
        List<ByHand> now = new ArrayList<>(byHand.get());
        now.removeIf(one -> one.from().stream().anyMatch(from::contains));
        now.add(new ByHand(from, to));
        byHand.set(List.copyOf(now));
    }

    /** The profiles that instances can become, the smallest first; none where they are on GPUs of several models. */
    List<Profile> profiles(Collection<Row> rows) {
        Set<Optional<GpuModel>> models = rows.stream()
                .flatMap(row -> row.refs().stream())
                .map(ref -> Optional.ofNullable(gpus.get(ref.gpu())).map(Gpu::model))
                .collect(Collectors.toSet());
        return models.size() == 1
                ? models.iterator()
                        .next()
                        .map(model -> new Sizing(model, 1).chain())
                        .orElse(List.of())
                : List.of();
    }

    /** Puts rows together into the smallest profile with all their slices; nothing where there is none. */
    void join(Collection<Row> rows) {
        Set<InstanceRef> refs = new LinkedHashSet<>();
        rows.forEach(row -> refs.addAll(row.refs()));
        joined(rows).ifPresent(profile -> choose(refs, List.of(profile)));
    }

    private Optional<Profile> joined(Collection<Row> rows) {
        int slices = rows.stream()
                .mapToInt(row -> row.replayed().group().slicesAfter())
                .sum();
        return profiles(rows).stream()
                .filter(profile -> profile.computeSlices() >= slices)
                .findFirst();
    }

    boolean canJoin(Collection<Row> rows) {
        return rows.size() > 1 && joined(rows).isPresent();
    }

    /** Splits a row up into as many of the smallest profile as it has slices. */
    void split(Row row) {
        Profile smallest = profiles(List.of(row)).getFirst();
        Profile[] parts = new Profile[row.replayed().group().slicesAfter()];
        Arrays.fill(parts, smallest);
        choose(row.refs(), List.of(parts));
    }

    boolean canSplit(Collection<Row> rows) {
        return rows.size() == 1
                && !profiles(rows).isEmpty()
                && rows.iterator().next().replayed().group().to().size() == 1
                && rows.iterator().next().replayed().group().slicesAfter() > 1;
    }

    /** What is chosen now. */
    Chosen now(@Nullable PurchasePlan plan) {
        return new Chosen(timeline, start.get(), start.get() == Start.PLANNED ? plan : null, byHand.get());
    }

    /**
     * What is chosen, to be worked out on any thread.
     *
     * @param plan whose answer is taken, where it starts from that; {@code null} where there is none
     */
    record Chosen(Timeline timeline, Start start, @Nullable PurchasePlan plan, List<ByHand> byHand) {
        /** The layout, with what is said of the instances. */
        ReplayLayout layout(List<SizedInstance> sizes) {
            Map<InstanceRef, Profile> chosen = switch (start) {
                case PROPOSED -> proposed(sizes);
                case PLANNED -> planned();
                case RECORDED -> Map.of();
            };
            return ReplayLayout.packed(timeline, wanted(chosen, byHand));
        }

        private static Map<InstanceRef, Profile> proposed(List<SizedInstance> sizes) {
            Map<InstanceRef, Profile> proposed = new HashMap<>();
            sizes.forEach(one -> proposed.put(one.ref(), one.proposed()));
            return proposed;
        }

        /** The profiles by which a plan serves instances on GPUs of their model; a demand names them as it was taken from them. */
        Map<InstanceRef, Profile> planned() {
            PurchasePlan from = plan;
            if (from == null) {
                return Map.of();
            }
            Map<String, ServedLine> lines = new HashMap<>();
            from.demands().forEach(line -> lines.put(line.line().name(), line));
            Map<InstanceRef, Profile> planned = new HashMap<>();
            for (GpuTrack gpu : timeline.gpus()) {
                GpuModel of = gpu.gpu().model();
                for (InstanceTrack track : gpu.instances()) {
                    ServedLine line = lines.get(SizedDemand.name(gpu.gpu(), track.instance()));
                    if (of != null && line != null && line.served().getOrDefault(of.id(), 0) > 0) {
                        planned.put(
                                track.ref(),
                                Objects.requireNonNull(line.profiles().get(of.id())));
                    }
                }
            }
            return planned;
        }

        private List<Wanted> wanted(Map<InstanceRef, Profile> proposed, List<ByHand> hand) {
            Map<InstanceRef, ByHand> chosenFor = new HashMap<>();
            hand.forEach(one -> one.from().forEach(ref -> chosenFor.put(ref, one)));
            Map<ByHand, List<InstanceTrack>> together = new LinkedHashMap<>();
            List<Wanted> wanted = new ArrayList<>();
            for (InstanceTrack track : atTheEnd()) {
                ByHand chosen = chosenFor.get(track.ref());
                if (chosen == null) {
                    Profile own = track.instance().profile();
                    wanted.add(new Wanted(List.of(track), List.of(proposed.getOrDefault(track.ref(), own))));
                } else {
                    together.computeIfAbsent(chosen, _ -> new ArrayList<>()).add(track);
                }
            }
            together.forEach((chosen, tracks) -> wanted.add(new Wanted(tracks, chosen.to())));
            return wanted;
        }

        private List<InstanceTrack> atTheEnd() {
            return timeline.gpus().stream()
                    .flatMap(gpu -> gpu.instances().stream())
                    .filter(track -> track.existsAt(timeline.end() - 1))
                    .toList();
        }
    }

    /** The groups of a replay, each with what is said of its instances, and where the first of them was recorded. */
    List<Row> rows(List<Replayed> groups, List<SizedInstance> sizes) {
        Map<InstanceRef, Integer> places = new HashMap<>();
        timeline.gpus()
                .forEach(gpu -> gpu.instances().forEach(track -> places.putIfAbsent(track.ref(), places.size())));
        Map<InstanceRef, SizedInstance> byRef = new HashMap<>();
        sizes.forEach(one -> byRef.put(one.ref(), one));
        return groups.stream()
                .map(group -> new Row(
                        group,
                        group.group().from().stream()
                                .flatMap(track -> Optional.ofNullable(byRef.get(track.ref())).stream())
                                .toList()))
                .sorted(Comparator.comparing(row -> row.refs().stream()
                        .mapToInt(ref -> places.getOrDefault(ref, places.size()))
                        .min()
                        .orElse(places.size())))
                .toList();
    }

    /**
     * What is wanted: what instances were observed to need where the replay has the proposed sizes, and the profiles of the replay
     * where somebody chose them.
     */
    static Demand demand(List<Row> rows, List<SizedInstance> sizes, SizeRules rules) {
        Map<InstanceRef, DemandLine> observed = new HashMap<>();
        List<DemandLine> lines = SizedDemand.of(sizes, rules).lines();
        for (int i = 0; i < lines.size(); i++) {
            observed.put(sizes.get(i).ref(), lines.get(i));
        }
        List<DemandLine> wanted = new ArrayList<>();
        for (Row row : rows) {
            InstanceRef first = row.refs().iterator().next();
            DemandLine line = observed.get(first);
            boolean isProposed = row.sized().size() == 1
                    && row.replayed().group().to().size() == 1
                    && row.sized()
                            .getFirst()
                            .proposed()
                            .equals(row.replayed()
                                    .group()
                                    .to()
                                    .getFirst()
                                    .instance()
                                    .profile());
            if (line != null && isProposed) {
                wanted.add(line);
            } else {
                row.replayed()
                        .group()
                        .to()
                        .forEach(slot -> wanted.add(new DemandLine(
                                line == null ? slot.instance().label() : line.name(),
                                1,
                                new Need.Named(slot.instance().profile().name()),
                                slot.instance().owner(),
                                0)));
            }
        }
        return new Demand(wanted);
    }
}
