package io.slicewise.planning.moves;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves, and the room that they make.
 *
 * @param moves in the order in which they can be made
 * @param room where what was wanted then fits, all of it at once
 */
public record MovePlan(List<Move> moves, List<Spot> room) {
    public MovePlan {
        moves = List.copyOf(moves);
        room = List.copyOf(room);
    }

    /** The ids of the GPUs that an instance leaves or comes to. */
    public Set<String> touched() {
        Set<String> touched = new LinkedHashSet<>();
        for (Move move : moves) {
            touched.add(move.from().gpu());
            touched.add(move.to().gpu());
        }
        return touched;
    }

    /**
     * The fleet after the moves. An instance keeps its id on its GPU; on another GPU it gets the first number that is free
     * there.
     */
    public Fleet applied(Fleet fleet) {
        Map<InstanceRef, Spot> last = new LinkedHashMap<>();
        moves.forEach(move -> last.put(move.instance(), move.to()));
        Map<String, List<Instance>> arriving = new HashMap<>();
        last.forEach((ref, spot) -> {
            if (!spot.gpu().equals(ref.gpu())) {
                Instance instance = fleet.instance(ref).orElseThrow();
                arriving.computeIfAbsent(spot.gpu(), _ -> new ArrayList<>())
                        .add(instance.withStart(spot.placement().start()));
            }
        });
        return new Fleet(fleet.gpus().stream()
                .map(gpu -> after(gpu, last, arriving.getOrDefault(gpu.id(), List.of())))
                .toList());
    }

    private static Gpu after(Gpu gpu, Map<InstanceRef, Spot> last, List<Instance> arriving) {
        List<Instance> instances = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Instance instance : gpu.instances()) {
            Spot spot = last.get(new InstanceRef(gpu.id(), instance.id()));
            if (spot == null || spot.gpu().equals(gpu.id())) {
                instances.add(
                        spot == null
                                ? instance
                                : instance.withStart(spot.placement().start()));
                ids.add(instance.id());
            }
        }
        int number = 1;
        for (Instance instance : arriving) {
            while (!ids.add(String.valueOf(number))) {
                number++;
            }
            instances.add(instance.withId(String.valueOf(number)));
        }
        return gpu.withInstances(instances);
    }

    /** The layout of a GPU after the moves and with what was wanted in it. */
    public Optional<Layout> filled(Fleet fleet, String gpu) {
        return applied(fleet).gpu(gpu).flatMap(Gpu::layout).map(layout -> {
            Layout filled = layout;
            for (Spot spot : room) {
                filled = spot.gpu().equals(gpu) ? filled.plus(spot.placement()) : filled;
            }
            return filled;
        });
    }
}
