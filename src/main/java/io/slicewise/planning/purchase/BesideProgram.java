package io.slicewise.planning.purchase;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.moves.Spot;
import io.slicewise.planning.packing.PackingRow;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.program.IntegerProgram;
import io.slicewise.planning.program.Outcome;
import io.slicewise.planning.program.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToLongFunction;

/**
 * Which fillings the GPUs that are there get, as an integer program: for GPUs that are alike how many get which of the fullest
 * sets that still fit, how many of what is wanted these serve, what is left for each offer, and by the rows how many GPUs that
 * takes.
 */
final class BesideProgram {
    private static final int UNITS = 0;
    private static final int FILLINGS = 1;
    private static final int LEFT = 2;

    /** Costs beyond it leave no room for what breaks ties. */
    private static final double LARGEST = 1e17;

    private final BesideNeeds needs;
    private final List<Offer> offers;
    private final Money money;
    private final boolean priced;
    private final List<Standing> standing;
    private final BesideUnknowns unknowns;
    private long unit = 1;

    BesideProgram(Fleet fleet, Set<InstanceRef> movable, Demand demand, List<Offer> offers) {
        this.offers = offers;
        money = Money.of(offers, null);
        priced = offers.stream().allMatch(offer -> offer.unitPrice() != null);
        List<List<Gpu>> there = BesideNeeds.there(fleet, offers);
        needs = new BesideNeeds(demand, offers, BesideNeeds.movable(there, movable));
        standing = needs.standing(there, movable);
        unknowns = BesideUnknowns.of(needs.groups(), offers.size());
    }

    Optional<Beside> solve(Effort effort) {
        IntegerProgram program = program();
        BesideRounding rounding = new BesideRounding(needs, standing, unknowns);
        Outcome outcome = Solver.solve(program, rounding, effort);
        return switch (outcome) {
            case Outcome.Found found -> Optional.of(found(found));
            case Outcome.Impossible _ -> Optional.empty();
            // stopped at once: everything on GPUs that have to come
            case Outcome.Stopped _ -> {
                long[] x = rounding.nothingHere(program.unknowns().size());
                yield Optional.of(beside(List.of(), new OpenNeeds(needs, (_, _) -> 0), m -> x[m], 0));
            }
        };
    }

    private Beside found(Outcome.Found found) {
        OpenNeeds open = new OpenNeeds(needs, (g, m) -> {
            int here = unknowns.here()[g][m];
            return here < 0 ? Long.MAX_VALUE : found.x().at(here);
        });
        List<Spot> spots = new ArrayList<>();
        for (int k = 0; k < standing.size(); k++) {
            Standing kind = standing.get(k);
            for (int f = 0; f < kind.fillings().size(); f++) {
                for (long n = found.x().at(unknowns.fillings().get(k)[f]); n > 0; n--) {
                    spots.addAll(
                            kind.place(open.serve(kind.offer(), kind.fillings().get(f))));
                }
            }
        }
        return beside(spots, open, found.x()::at, found.bound() / unit);
    }

    private Beside beside(List<Spot> spots, OpenNeeds open, IntToLongFunction x, long bound) {
        long more = 0;
        long parts = 0;
        for (int m = 0; m < offers.size(); m++) {
            long count = x.applyAsLong(unknowns.bought()[m]);
            more += count * offers.get(m).perHost();
            parts += count * cost(m);
        }
        PurchasePlan.Least least =
                priced ? new PurchasePlan.Least(null, money.money(bound)) : new PurchasePlan.Least(bound, null);
        return new Beside(spots, needs.rest(open.open()), more, priced ? money.money(parts) : null, least);
    }

    /** What a unit that is bought costs: its price, or where nothing has one its GPUs. */
    private long cost(int m) {
        Offer offer = offers.get(m);
        return priced ? money.parts(offer.unitPrice()) : offer.perHost();
    }

    private IntegerProgram program() {
        IntegerProgram.Drafting program = new IntegerProgram.Drafting();
        long[] most = mostUnits();
        boolean breaksTies = weigh(most);
        for (int m = 0; m < offers.size(); m++) {
            addUnits(program, m, most[m]);
        }
        for (int g = 0; g < needs.groups(); g++) {
            for (int m = 0; m < offers.size(); m++) {
                int column = needs.column(g, m);
                long slices = column < 0 || !breaksTies ? 0 : needs.slices(m, column);
                long count = needs.count(g);
                unknowns.left()[g][m] = column < 0 ? -1 : program.unknown(slices, count, LEFT);
                unknowns.here()[g][m] = needs.isShared(g, m) ? program.unknown(0, count, LEFT) : -1;
            }
        }
        for (Standing kind : standing) {
            addFillings(program, kind);
        }
        for (int g = 0; g < needs.groups(); g++) {
            addGroup(program, g);
        }
        for (int m = 0; m < offers.size(); m++) {
            addShared(program, m);
            for (PackingRow row : needs.rows(m).list()) {
                addRow(program, m, row);
            }
        }
        return program.build();
    }

    private long[] mostUnits() {
        long[] most = new long[offers.size()];
        for (int m = 0; m < most.length; m++) {
            Offer offer = offers.get(m);
            most[m] = Math.ceilDiv(needs.rows(m).gpus(needs.everything(m)), (long) offer.perHost());
            Integer allowed = offer.most();
            most[m] = allowed == null ? most[m] : Math.min(most[m], allowed / offer.perHost());
        }
        return most;
    }

    /** One unit more outweighs whatever is placed here instead, as far as such numbers can be counted. */
    private boolean weigh(long[] most) {
        double ties = 1;
        double all = 0;
        for (int m = 0; m < most.length; m++) {
            all += (double) most[m] * cost(m);
        }
        for (int g = 0; g < needs.groups(); g++) {
            int slices = 0;
            for (int m = 0; m < offers.size(); m++) {
                int column = needs.column(g, m);
                slices = Math.max(slices, column < 0 ? 0 : needs.slices(m, column));
            }
            ties += (double) slices * needs.count(g);
        }
        boolean fits = ties * Math.max(1, all) < LARGEST;
        unit = fits ? (long) ties : 1;
        return fits;
    }

    private void addUnits(IntegerProgram.Drafting program, int m, long most) {
        Offer offer = offers.get(m);
        long each = Math.multiplyExact(unit, cost(m));
        long have = offer.have() / offer.perHost();
        int units = program.unknown(have == 0 ? each : 0, most, UNITS);
        int bought = have == 0 ? units : program.unknown(each, most, UNITS);
        if (have > 0) {
            program.atLeast(-have).plus(1, bought).plus(-1, units).end();
        }
        unknowns.units()[m] = units;
        unknowns.bought()[m] = bought;
    }

    private void addFillings(IntegerProgram.Drafting program, Standing kind) {
        int[] x = new int[kind.fillings().size()];
        IntegerProgram.Sum most = program.atLeast(-kind.count());
        for (int f = 0; f < x.length; f++) {
            x[f] = program.unknown(0, kind.count(), FILLINGS);
            most.plus(-1, x[f]);
        }
        most.end();
        unknowns.fillings().add(x);
    }

    private void addGroup(IntegerProgram.Drafting program, int g) {
        IntegerProgram.Sum served = program.atLeast(needs.count(g));
        for (int m = 0; m < offers.size(); m++) {
            int column = needs.column(g, m);
            if (column >= 0) {
                served.plus(1, unknowns.left()[g][m]);
                int here = unknowns.here()[g][m];
                if (here >= 0) {
                    served.plus(1, here);
                } else {
                    addRoom(served, m, column);
                }
            }
        }
        served.end();
    }

    private void addShared(IntegerProgram.Drafting program, int m) {
        for (int p = 0; p < needs.rows(m).profiles().size(); p++) {
            IntegerProgram.Sum room = program.atLeast(0);
            boolean isShared = false;
            for (int g = 0; g < needs.groups(); g++) {
                int here = unknowns.here()[g][m];
                if (here >= 0 && needs.column(g, m) == p) {
                    room.plus(-1, here);
                    isShared = true;
                }
            }
            if (isShared) {
                addRoom(room, m, p);
                room.end();
            }
        }
    }

    /** How many of a profile the fillings have. */
    private void addRoom(IntegerProgram.Sum sum, int m, int profile) {
        for (int k = 0; k < standing.size(); k++) {
            if (standing.get(k).offer() == m) {
                List<long[]> sets = standing.get(k).fillings();
                for (int f = 0; f < sets.size(); f++) {
                    sum.plus(sets.get(f)[profile], unknowns.fillings().get(k)[f]);
                }
            }
        }
    }

    private void addRow(IntegerProgram.Drafting program, int m, PackingRow row) {
        long perHost = offers.get(m).perHost();
        IntegerProgram.Sum room = program.atLeast(0).plus(perHost * row.capacity(), unknowns.units()[m]);
        for (int g = 0; g < needs.groups(); g++) {
            int column = needs.column(g, m);
            if (column >= 0) {
                room.plus(-row.weights().get(column), unknowns.left()[g][m]);
            }
        }
        room.end();
    }
}
