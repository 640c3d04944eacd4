package io.slicewise.planning.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Fit;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.moves.Spot;
import io.slicewise.planning.packing.Rows;
import io.slicewise.planning.program.Effort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BesideTest {
    private static final GpuModel A100 = Fleets.model("a100-80gb");
    private static final Offer OFFER = Offer.of(A100, null);
    private static final Rows ROWS = Rows.of(A100);

    private static Demand demand(String... profiles) {
        List<DemandLine> lines = new ArrayList<>();
        for (String profile : profiles) {
            lines.add(DemandLine.of(profile, 1, new Need.Named(profile)));
        }
        return new Demand(lines);
    }

    private static Beside beside(Fleet fleet, Set<InstanceRef> movable, Demand demand) {
        return Beside.of(fleet, movable, demand, List.of(OFFER), Effort.USUAL).orElseThrow();
    }

    private static Set<InstanceRef> all(Fleet fleet) {
        Set<InstanceRef> all = new HashSet<>();
        fleet.gpus().forEach(gpu -> gpu.instances().forEach(one -> all.add(new InstanceRef(gpu.id(), one.id()))));
        return all;
    }

    /** d02's fleet: three slices are free, but no 3g fits before two instances move. */
    @Test
    void whatRunsStaysUnlessItMayMove() {
        Fleet fleet = Fleets.of(A100, "2g@0 1g@4 1g@6");
        Beside staying = beside(fleet, Set.of(), demand("3g", "1g"));
        assertThat(staying.more()).isEqualTo(1);
        assertThat(staying.isProven()).isTrue();
        assertThat(staying.here())
                .extracting(spot -> spot.placement().profile().name())
                .containsExactly("1g.10gb");
        assertThat(staying.rest().lines()).extracting(DemandLine::name).containsExactly("3g");

        Beside moving = beside(fleet, all(fleet), demand("3g"));
        assertThat(moving.more()).isZero();
        assertThat(moving.here()).hasSize(4);
    }

    @Test
    void noOtherWayNeedsFewerGpus() {
        List<Layout> layouts = Layouts.reachable(A100, A100.baseProfiles());
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Fleet fleet = fleet(A100, layouts, random, random.nextInt(1, 3));
            String[] wanted = new String[random.nextInt(1, 4)];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = List.of("1g", "2g", "3g", "4g", "7g").get(random.nextInt(5));
            }
            Beside staying = beside(fleet, Set.of(), demand(wanted));
            assertThat(staying.isProven()).as("%d", seed).isTrue();
            assertThat(staying.more()).as("%d", seed).isEqualTo(byTrying(fleet, wanted));
            isLegal(fleet, staying);

            Map<String, Integer> counts = new HashMap<>();
            fleet.gpus()
                    .forEach(gpu -> gpu.instances()
                            .forEach(one -> counts.merge(one.profile().name(), 1, Integer::sum)));
            for (String one : wanted) {
                counts.merge(Fleets.profile(A100, one).name(), 1, Integer::sum);
            }
            Beside moving = beside(fleet, all(fleet), demand(wanted));
            assertThat(moving.more())
                    .as("%d", seed)
                    .isEqualTo(Math.max(0, ROWS.gpus(counts) - fleet.gpus().size()));
        }
    }

    /** Each of what is wanted on every GPU of every model at every start, or on a new one of each model. */
    @Test
    void ofSeveralModelsTheCheapestChoiceIsFound() {
        GpuModel a30 = Fleets.model("a30-24gb");
        List<Layout> ofA100 = Layouts.reachable(A100, A100.baseProfiles());
        List<Layout> ofA30 = Layouts.reachable(a30, a30.baseProfiles());
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Gpu> gpus = new ArrayList<>(
                    fleet(A100, ofA100, random, random.nextInt(0, 3)).gpus());
            gpus.addAll(fleet(a30, ofA30, random, random.nextInt(0, 3)).gpus());
            Fleet fleet = new Fleet(gpus);
            List<DemandLine> lines = new ArrayList<>();
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                int slices = random.nextInt(1, 5);
                int gib = List.of(1, 5, 9, 11, 20).get(random.nextInt(5));
                lines.add(DemandLine.of("n" + i, 1, new Need.AtLeast(slices, gib)));
            }
            boolean priced = random.nextBoolean();
            List<Offer> offers = List.of(
                    Offer.of(A100, priced ? BigDecimal.valueOf(11) : null),
                    Offer.of(a30, priced ? BigDecimal.valueOf(random.nextInt(2, 9)) : null));
            Beside beside = Beside.of(fleet, Set.of(), new Demand(lines), offers, Effort.USUAL)
                    .orElseThrow();
            assertThat(beside.isProven()).as("%d", seed).isTrue();
            isLegal(fleet, beside);
            long least = new Trying(offers, priced)
                    .least(
                            fleet.gpus().stream()
                                    .map(gpu -> gpu.layout().orElseThrow())
                                    .toList(),
                            lines,
                            List.of());
            BigDecimal cost = beside.cost();
            assertThat(cost == null ? beside.more() : cost.longValueExact())
                    .as("%d", seed)
                    .isEqualTo(least);
            // what is left can be bought for what was promised
            if (!beside.rest().lines().isEmpty()) {
                PurchasePlan rest = Purchase.plan(beside.rest(), offers, PlanRules.NONE, List.of(), Effort.USUAL);
                assertThat(
                                cost == null
                                        ? rest.total().bought()
                                        : rest.total().cost().longValueExact())
                        .as("%d", seed)
                        .isEqualTo(least);
            }
        }
    }

    /** All ways, one after the other. */
    private record Trying(List<Offer> offers, boolean priced) {
        long least(List<Layout> layouts, List<DemandLine> open, List<Map<Integer, Profile>> bought) {
            if (open.isEmpty()) {
                return cost(bought);
            }
            long least = Long.MAX_VALUE;
            List<DemandLine> others = open.subList(1, open.size());
            for (int m = 0; m < offers.size(); m++) {
                Profile profile = Wanted.serving(open.getFirst(), offers).get(m);
                if (profile == null) {
                    continue;
                }
                List<Map<Integer, Profile>> more = new ArrayList<>(bought);
                more.add(Map.of(m, profile));
                least = Math.min(least, least(layouts, others, more));
                for (int g = 0; g < layouts.size(); g++) {
                    if (layouts.get(g).model().equals(offers.get(m).model())
                            && layouts.get(g).fit(profile) instanceof Fit.Fits fits) {
                        for (int start : fits.starts()) {
                            List<Layout> next = new ArrayList<>(layouts);
                            next.set(g, layouts.get(g).plus(new Placement(profile, start)));
                            least = Math.min(least, least(next, others, bought));
                        }
                    }
                }
            }
            return least;
        }

        private long cost(List<Map<Integer, Profile>> bought) {
            long cost = 0;
            for (int m = 0; m < offers.size(); m++) {
                Map<String, Integer> counts = new HashMap<>();
                for (Map<Integer, Profile> one : bought) {
                    Profile profile = one.get(m);
                    if (profile != null) {
                        counts.merge(profile.name(), 1, Integer::sum);
                    }
                }
                BigDecimal price = offers.get(m).price();
                cost += Rows.of(offers.get(m).model()).gpus(counts)
                        * (price == null || !priced ? 1 : price.longValueExact());
            }
            return cost;
        }
    }

    @Test
    void thereCanBeTooFewGpus() {
        Fleet fleet = Fleets.of(A100, "7g@0");
        Offer one = new Offer(A100, null, 1, null, 1, null, 0, 1);
        assertThat(Beside.of(fleet, Set.of(), demand("7g", "7g"), List.of(one), Effort.USUAL))
                .isEmpty();
        Offer host = new Offer(A100, null, 1, null, 4, null, 0, null);
        Beside inHosts = Beside.of(fleet, Set.of(), demand("7g", "1g"), List.of(host), Effort.USUAL)
                .orElseThrow();
        assertThat(inHosts.more()).isEqualTo(4);
        assertThat(inHosts.isProven()).isTrue();
    }

    private static void isLegal(Fleet fleet, Beside beside) {
        for (Gpu gpu : fleet.gpus()) {
            Layout layout = gpu.layout().orElseThrow();
            for (Spot spot : beside.here()) {
                layout = spot.gpu().equals(gpu.id()) ? layout.plus(spot.placement()) : layout;
            }
            assertThat(layout.conflicts()).isEmpty();
        }
    }

    private static Fleet fleet(GpuModel model, List<Layout> layouts, SplittableRandom random, int gpus) {
        List<Gpu> all = new ArrayList<>();
        for (int g = 0; g < gpus; g++) {
            List<Instance> instances = new ArrayList<>();
            for (Placement placement :
                    layouts.get(random.nextInt(layouts.size())).placements()) {
                if (random.nextInt(3) > 0) {
                    instances.add(Instance.of("i" + instances.size(), placement.profile(), placement.start(), 0.5));
                }
            }
            all.add(Gpu.of(model.id() + g, "GPU " + g, model, instances));
        }
        return new Fleet(all);
    }

    private static long byTrying(Fleet fleet, String... wanted) {
        List<Layout> layouts =
                fleet.gpus().stream().map(gpu -> gpu.layout().orElseThrow()).toList();
        return byTrying(new ArrayList<>(layouts), List.of(wanted), new HashMap<>());
    }

    /** Each of what is wanted on every GPU at every start, or on a new one. */
    private static long byTrying(List<Layout> layouts, List<String> wanted, Map<String, Integer> rest) {
        if (wanted.isEmpty()) {
            return ROWS.gpus(rest);
        }
        Profile profile = Fleets.profile(A100, wanted.getFirst());
        List<String> others = wanted.subList(1, wanted.size());
        Map<String, Integer> more = new HashMap<>(rest);
        more.merge(profile.name(), 1, Integer::sum);
        long least = byTrying(layouts, others, more);
        for (int g = 0; g < layouts.size(); g++) {
            if (layouts.get(g).fit(profile) instanceof Fit.Fits fits) {
                for (int start : fits.starts()) {
                    List<Layout> next = new ArrayList<>(layouts);
                    next.set(g, layouts.get(g).plus(new Placement(profile, start)));
                    least = Math.min(least, byTrying(next, others, rest));
                }
            }
        }
        return least;
    }
}
