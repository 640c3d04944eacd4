package io.slicewise.planning.purchase;

import io.slicewise.mig.Layout;
import io.slicewise.mig.Profile;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Sizing;
import io.slicewise.planning.packing.GpuPacking;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.packing.Rows;
import io.slicewise.planning.purchase.PurchasePlan.Least;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.planning.purchase.PurchasePlan.Objective;
import io.slicewise.planning.purchase.PurchasePlan.RowValue;
import io.slicewise.planning.purchase.PurchasePlan.ServedLine;
import io.slicewise.planning.purchase.PurchasePlan.Taxes;
import io.slicewise.planning.purchase.PurchasePlan.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a plan of what the program found: layouts, sums, taxes. */
final class Answer {
    private final Wanted wanted;
    private final Demand demand;
    private final Money money;
    private final List<ModelPlan> models = new ArrayList<>();
    private boolean placed = true;
    private boolean packed = true;
    private long gpus;
    private long installed;
    private long bought;
    private long hosts;
    private boolean inHosts;
    private long watts;
    private boolean wattsKnown = true;
    private BigDecimal cost = BigDecimal.ZERO;
    private boolean priced = true;

    Answer(Wanted wanted, Demand demand, Money money) {
        this.wanted = wanted;
        this.demand = demand;
        this.money = money;
    }

    /**
     * @param turn which of the turns that were planned for
     * @param keepsUnits whether units beyond what this turn needs are there for a reason
     */
    PurchasePlan plan(Objective objective, PurchaseProgram.Solved solved, int turn, boolean keepsUnits) {
        long[][] served = solved.served().get(turn);
        for (int m = 0; m < wanted.offers().size(); m++) {
            if (solved.units()[m] > 0) {
                add(m, served, solved.units()[m], keepsUnits);
            }
        }
        List<ServedLine> lines = lines(served);
        Totals total = new Totals(
                gpus,
                installed,
                bought,
                priced ? cost : null,
                inHosts ? (Long) hosts : null,
                wattsKnown ? (Long) watts : null);
        Least least = new Least(
                objective == Objective.GPUS ? (Long) solved.bound() : null,
                objective == Objective.COST ? money.money(solved.bound()) : null);
        boolean proven = placed && packed && solved.cost() == solved.bound();
        return new PurchasePlan(objective, proven, placed, total, least, taxes(lines), models, lines, null);
    }

    private void add(int m, long[][] served, long found, boolean keepsUnits) {
        Offer offer = wanted.offers().get(m);
        Rows rows = wanted.rows().get(m);
        long[] all = new long[rows.profiles().size()];
        Map<Layout, Long> layouts = new LinkedHashMap<>();
        long needed = 0;
        for (int t = 0; t < wanted.teams().size(); t++) {
            long[] counts = wanted.counts(served, m, t);
            GpuPacking packing = GpuPacking.of(rows, counts);
            needed += packing.gpus();
            packing.layouts().forEach(layout -> layouts.merge(layout.layout(), layout.count(), Long::sum));
            for (int i = 0; i < all.length; i++) {
                all[i] += counts[i];
            }
        }
        // the rows of a model are proven by enumeration; where a planner's own GPU defies them, more units are needed
        long least = Math.ceilDiv(needed, (long) offer.perHost());
        packed &= least <= found;
        long units = keepsUnits ? Math.max(least, found) : least;
        placed &= rows.isPlaced();
        List<RowValue> values = rows.list().stream()
                .map(row -> new RowValue(row, row.value(all)))
                .toList();
        List<PackedLayout> packedLayouts = layouts.entrySet().stream()
                .map(entry -> new PackedLayout(entry.getValue(), entry.getKey()))
                .toList();
        boolean hosted = offer.inHosts();
        long used = units * offer.perHost();
        models.add(new ModelPlan(
                offer, needed, hosted ? (Long) units : null, used, values, rows.binding(all), packedLayouts));
        sum(offer, needed, units);
    }

    private void sum(Offer offer, long needed, long units) {
        long newUnits = Math.max(0, units - offer.have() / offer.perHost());
        gpus += needed;
        installed += units * offer.perHost();
        bought += newUnits * offer.perHost();
        inHosts |= offer.inHosts();
        hosts += offer.inHosts() ? units : 0;
        Integer each = offer.watts();
        wattsKnown &= each != null;
        watts += each == null ? 0 : units * offer.perHost() * each;
        BigDecimal price = offer.unitPrice();
        priced &= price != null;
        cost = price == null ? cost : cost.add(price.multiply(BigDecimal.valueOf(newUnits)));
    }

    /** Shares out what a group got over its lines, in their order. */
    private List<ServedLine> lines(long[][] served) {
        List<Map<String, Integer>> byLine = new ArrayList<>();
        demand.lines().forEach(line -> byLine.add(new LinkedHashMap<>()));
        for (int g = 0; g < wanted.groups().size(); g++) {
            long[] left = served[g].clone();
            for (int index : wanted.groups().get(g).lines()) {
                int open = demand.lines().get(index).count();
                for (int m = 0; m < left.length; m++) {
                    int taken = (int) Math.min(open, left[m]);
                    if (taken > 0) {
                        byLine.get(index).put(wanted.offers().get(m).model().id(), taken);
                        left[m] -= taken;
                        open -= taken;
                    }
                }
            }
        }
        List<ServedLine> lines = new ArrayList<>();
        for (int i = 0; i < byLine.size(); i++) {
            DemandLine line = demand.lines().get(i);
            Map<String, Profile> profiles = new LinkedHashMap<>();
            for (Offer offer : wanted.offers()) {
                new Sizing(offer.model(), offer.speed())
                        .serving(line.need())
                        .ifPresent(profile -> profiles.put(offer.model().id(), profile));
            }
            lines.add(new ServedLine(line, profiles, byLine.get(i)));
        }
        return lines;
    }

    private Taxes taxes(List<ServedLine> lines) {
        double divisible = 0;
        double rounded = 0;
        for (ServedLine line : lines) {
            for (Offer offer : wanted.offers()) {
                int count = line.served().getOrDefault(offer.model().id(), 0);
                Profile profile = line.profiles().get(offer.model().id());
                if (count > 0 && profile != null) {
                    Sizing sizing = new Sizing(offer.model(), offer.speed());
                    divisible += count * sizing.divided(line.line().need(), profile);
                    rounded += count * sizing.rounded(profile);
                }
            }
        }
        return new Taxes(divisible, rounded, gpus);
    }
}
