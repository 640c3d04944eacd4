package io.slicewise.planning.moves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Fit;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.moves.FewestMovesTest.Promise;
import io.slicewise.planning.packing.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FewestMovesProperties {
    private static final GpuModel A100 = Fleets.model("a100-80gb");
    private static final Rows ROWS = Rows.of(A100);

    @Property(tries = 150)
    void movesEndInTheLayoutTheyPromiseAndTheClosedFormDecides(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int gpus) {
        Random random = new Random(seed);
        Fleet fleet = Fleets.random(random, gpus, 0.5 + random.nextDouble() / 2);
        MoveRequest request = MoveRequest.of(fleet, wanted(random));
        MoveAnswers answers = FewestMoves.of(request);
        Promise.holds(request, answers.withStop());
        Promise.holds(request, answers.newFirst());
        Promise.holdsInOrder(request, answers.newFirst());
        Map<String, Integer> counts = new HashMap<>();
        fleet.gpus()
                .forEach(gpu ->
                        gpu.instances().forEach(i -> counts.merge(i.profile().name(), 1, Integer::sum)));
        request.wanted().forEach(one -> counts.merge(one.on(A100).orElseThrow().name(), 1, Integer::sum));
        assertEquals(ROWS.gpus(counts) <= gpus, !(answers.withStop() instanceof MoveAnswer.Impossible));
        if (answers.withStop() instanceof MoveAnswer.Found stop
                && answers.newFirst() instanceof MoveAnswer.Found first) {
            assertTrue(first.moves() >= stop.moves());
        }
    }

    @Property(tries = 100)
    void noFewerLiftedInstancesWouldDo(@ForAll long seed) {
        Random random = new Random(seed);
        Fleet fleet = Fleets.random(random, 2, 0.6 + random.nextDouble() / 3);
        Set<InstanceRef> pinned = new HashSet<>();
        for (Gpu gpu : fleet.gpus()) {
            for (Instance instance : gpu.instances()) {
                if (random.nextInt(4) == 0) {
                    pinned.add(new InstanceRef(gpu.id(), instance.id()));
                }
            }
        }
        String on = random.nextBoolean() ? null : "g0";
        MoveRequest request = new MoveRequest(fleet, wanted(random), on, pinned);
        MoveAnswer answer = FewestMoves.of(request).withStop();
        Promise.holds(request, answer);
        int least = new ByTrying(request).leastOf(2);
        switch (answer) {
            case MoveAnswer.Found found -> assertEquals(found.moves() <= 2 ? found.moves() : -1, least);
            case MoveAnswer.Impossible _ -> assertEquals(-1, least);
            case MoveAnswer.Undecided _ -> fail("undecided");
        }
    }

    /** All sequences of at most two moves, one after the other, beside what the search says. */
    @Property(tries = 120)
    void noShorterSequenceHasRoomForEachNewInstanceFirst(@ForAll long seed) {
        Random random = new Random(seed);
        Fleet fleet = Fleets.random(random, 3, 0.5 + random.nextDouble() / 3);
        Set<InstanceRef> pinned = new HashSet<>();
        fleet.gpus()
                .forEach(gpu -> gpu.instances().stream()
                        .filter(_ -> random.nextInt(6) == 0)
                        .forEach(one -> pinned.add(new InstanceRef(gpu.id(), one.id()))));
        String on = random.nextInt(4) == 0 ? "g0" : null;
        String wanted = List.of("2g", "3g", "4g", "7g").get(random.nextInt(4));
        MoveRequest request = new MoveRequest(fleet, Fleets.wanted(wanted), on, pinned);
        MoveAnswer answer = FewestMoves.of(request).newFirst();
        Promise.holdsInOrder(request, answer);
        int least = shortest(request, fleet, 2);
        switch (answer) {
            case MoveAnswer.Found found ->
                assertEquals(found.isProven() && found.moves() <= 2 ? found.moves() : -1, least);
            case MoveAnswer.Impossible _ -> assertEquals(-1, least);
            case MoveAnswer.Undecided undecided -> assertTrue(least < 0 || least >= undecided.atLeast());
        }
    }

    /** The shortest sequence of at most so many moves; −1 where there is none. */
    private static int shortest(MoveRequest request, Fleet fleet, int most) {
        Profile wanted = request.wanted().getFirst().on(A100).orElseThrow();
        boolean isThere = fleet.gpus().stream()
                .filter(gpu -> request.on() == null || request.on().equals(gpu.id()))
                .anyMatch(gpu -> gpu.layout().orElseThrow().fit(wanted) instanceof Fit.Fits);
        if (isThere) {
            return 0;
        }
        int least = -1;
        for (Gpu from : most == 0 ? List.<Gpu>of() : fleet.gpus()) {
            for (Instance instance : from.instances()) {
                InstanceRef ref = new InstanceRef(from.id(), instance.id());
                for (Gpu to : request.pinned().contains(ref) ? List.<Gpu>of() : fleet.gpus()) {
                    if (to.layout().orElseThrow().fit(instance.profile()) instanceof Fit.Fits fits) {
                        for (int start : fits.starts()) {
                            Spot spot = new Spot(to.id(), new Placement(instance.profile(), start));
                            Move move = new Move(ref, new Spot(from.id(), instance.placement()), spot);
                            int rest =
                                    shortest(request, new MovePlan(List.of(move), List.of()).applied(fleet), most - 1);
                            least = rest >= 0 && (least < 0 || rest + 1 < least) ? rest + 1 : least;
                        }
                    }
                }
            }
        }
        return least;
    }

    /** A whole GPU in fleets that are nearly full: what stands on one goes to places that are free on the others. */
    @Test
    void aWholeGpuIsEmptiedNewOneFirst() {
        for (int seed = 0; seed < 3; seed++) {
            Fleet fleet = Fleets.random(new Random(seed), 128, 0.75);
            MoveRequest request = MoveRequest.of(fleet, Fleets.wanted("7g"));
            MoveAnswer answer = FewestMoves.of(request).newFirst();
            assertTrue(assertInstanceOf(MoveAnswer.Found.class, answer).isProven());
            Promise.holdsInOrder(request, answer);
        }
    }

    @Test
    void aHundredAndTwentyEightGpusAreDecided() {
        Random random = new Random(7);
        Fleet fleet = Fleets.random(random, 128, 0.7);
        for (String target : List.of("3g", "4g", "4g 3g", "2g 2g")) {
            MoveRequest request = MoveRequest.of(fleet, Fleets.wanted(target));
            MoveAnswers answers = FewestMoves.of(request);
            assertTrue(
                    assertInstanceOf(MoveAnswer.Found.class, answers.withStop()).isProven());
            Promise.holds(request, answers.withStop());
            Promise.holdsInOrder(request, answers.newFirst());
        }
    }

    private static List<WantedProfile> wanted(Random random) {
        return Fleets.wanted(List.of("1g", "2g", "3g", "4g", "7g", "3g 1g", "2g 2g", "1g 1g 2g")
                .get(random.nextInt(8)));
    }

    /** The same by lifting every set of instances and placing everything everywhere. */
    private static final class ByTrying {
        private final MoveRequest request;
        private final List<InstanceRef> movable = new ArrayList<>();

        ByTrying(MoveRequest request) {
            this.request = request;
            for (Gpu gpu : request.fleet().gpus()) {
                for (Instance instance : gpu.instances()) {
                    InstanceRef ref = new InstanceRef(gpu.id(), instance.id());
                    if (!request.pinned().contains(ref)) {
                        movable.add(ref);
                    }
                }
            }
        }

        /** The fewest, where that is at most so many; −1 otherwise. */
        int leastOf(int most) {
            int least = -1;
            for (int lifted = 0; lifted < 1 << movable.size(); lifted++) {
                int moves = Integer.bitCount(lifted);
                if (moves <= most && (least < 0 || moves < least) && works(lifted)) {
                    least = moves;
                }
            }
            return least;
        }

        private boolean works(int bits) {
            Set<InstanceRef> lifted = new HashSet<>();
            List<Profile> others = new ArrayList<>();
            for (int i = 0; i < movable.size(); i++) {
                if ((bits >> i & 1) != 0) {
                    lifted.add(movable.get(i));
                    others.add(request.fleet()
                            .instance(movable.get(i))
                            .orElseThrow()
                            .profile());
                }
            }
            List<Layout> layouts = new ArrayList<>();
            for (Gpu gpu : request.fleet().gpus()) {
                layouts.add(new Layout(
                        A100,
                        gpu.instances().stream()
                                .filter(one -> !lifted.contains(new InstanceRef(gpu.id(), one.id())))
                                .map(Instance::placement)
                                .toList()));
            }
            List<Profile> target = request.wanted().stream()
                    .map(one -> one.on(A100).orElseThrow())
                    .toList();
            return place(layouts, target, 0, others);
        }

        private boolean place(List<Layout> layouts, List<Profile> target, int next, List<Profile> others) {
            if (next == target.size() + others.size()) {
                return true;
            }
            boolean isTarget = next < target.size();
            Profile profile = isTarget ? target.get(next) : others.get(next - target.size());
            for (int g = 0; g < layouts.size(); g++) {
                boolean isAllowed =
                        !isTarget || request.on() == null || request.on().equals("g" + g);
                if (isAllowed && layouts.get(g).fit(profile) instanceof Fit.Fits fits) {
                    for (int start : fits.starts()) {
                        List<Layout> more = new ArrayList<>(layouts);
                        more.set(g, layouts.get(g).plus(new Placement(profile, start)));
                        if (place(more, target, next + 1, others)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }
    }
}
