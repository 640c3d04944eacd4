package io.slicewise.planning.purchase;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Profile;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.moves.FewestMoves;
import io.slicewise.planning.moves.MoveRequest;
import io.slicewise.planning.moves.Spot;
import io.slicewise.planning.packing.PackingRow;
import io.slicewise.planning.packing.Rows;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.program.IntegerProgram;
import io.slicewise.planning.program.Outcome;
import io.slicewise.planning.program.Solver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which fillings the GPUs that are there get, as an integer program: for GPUs that are alike how many get which of the fullest
 * sets that still fit, how many of what is wanted these serve, what is left for each offer, and by the rows how many GPUs that
 * takes.
 */
final class BesideProgram {
    private static final int UNITS = 0;
    private static final int FILLINGS = 1;
    private static final int LEFT = 2;
    private static final double ALMOST = 1e-6;

    /** Costs beyond it leave no room for what breaks ties. */
    private static final double LARGEST = 1e17;

    private final Demand demand;
    private final List<Offer> offers;
    private final Money money;
    private final boolean priced;
    private final List<Rows> rows = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Standing> standing = new ArrayList<>();
    private final List<int[]> fillings = new ArrayList<>();
    private final int[] units;
    private final int[] bought;
    private int[][] here = new int[0][];
    private int[][] left = new int[0][];
    private long unit = 1;

    /**
     * What the same profiles serve.
     *
     * @param columns by offer the profile's place in the model's rows; -1 where it serves nothing
     * @param lines which lines; none for instances that may move
     */
    private record Group(List<Integer> columns, List<Integer> lines, long count) {
        Group plus(List<Integer> more, long others) {
            List<Integer> all = new ArrayList<>(lines);
            all.addAll(more);
            return new Group(columns, all, count + others);
        }
    }

    BesideProgram(Fleet fleet, Set<InstanceRef> movable, Demand demand, List<Offer> offers) {
        this.demand = demand;
        this.offers = offers;
        money = Money.of(offers, null);
        priced = offers.stream().allMatch(offer -> offer.unitPrice() != null);
        units = new int[offers.size()];
        bought = new int[offers.size()];
        Set<String> unknown = FewestMoves.left(MoveRequest.of(fleet, List.of())).stream()
                .map(Gpu::id)
                .collect(Collectors.toSet());
        List<List<Gpu>> there = new ArrayList<>();
        List<List<Profile>> lifted = new ArrayList<>();
        for (Offer offer : offers) {
            List<Gpu> gpus = fleet.gpus().stream()
                    .filter(gpu -> offer.model().equals(gpu.model()) && !unknown.contains(gpu.id()))
                    .toList();
            there.add(gpus);
            lifted.add(gpus.stream()
                    .flatMap(gpu -> gpu.instances().stream()
                            .filter(instance -> movable.contains(new InstanceRef(gpu.id(), instance.id())))
                            .map(Instance::profile))
                    .toList());
        }
        want(lifted);
        for (int m = 0; m < offers.size(); m++) {
            stand(m, there.get(m), movable);
        }
    }

    /** What is wanted, and what may move: that goes to its own model. */
    private void want(List<List<Profile>> lifted) {
        List<List<@Nullable Profile>> serving = demand.lines().stream()
                .map(line -> Wanted.serving(line, offers))
                .toList();
        for (int m = 0; m < offers.size(); m++) {
            Set<Profile> all = new LinkedHashSet<>(lifted.get(m));
            for (List<@Nullable Profile> profiles : serving) {
                Profile profile = profiles.get(m);
                if (profile != null) {
                    all.add(profile);
                }
            }
            rows.add(Rows.of(offers.get(m).model(), all));
        }
        Map<List<Integer>, Group> byColumns = new LinkedHashMap<>();
        for (int m = 0; m < offers.size(); m++) {
            for (Profile profile : lifted.get(m)) {
                List<Integer> columns = new ArrayList<>();
                for (int other = 0; other < offers.size(); other++) {
                    columns.add(other == m ? rows.get(m).profiles().indexOf(profile) : -1);
                }
                want(byColumns, columns, List.of(), 1);
            }
        }
        for (int i = 0; i < serving.size(); i++) {
            List<Integer> columns = new ArrayList<>();
            for (int m = 0; m < offers.size(); m++) {
                Profile profile = serving.get(i).get(m);
                columns.add(profile == null ? -1 : rows.get(m).profiles().indexOf(profile));
            }
            want(byColumns, columns, List.of(i), demand.lines().get(i).count());
        }
        groups.addAll(byColumns.values());
    }

    private static void want(
            Map<List<Integer>, Group> byColumns, List<Integer> columns, List<Integer> lines, long count) {
        Group group = byColumns.getOrDefault(columns, new Group(columns, List.of(), 0));
        byColumns.put(columns, group.plus(lines, count));
    }

    private void stand(int m, List<Gpu> gpus, Set<InstanceRef> movable) {
        GpuModel model = offers.get(m).model();
        long[] most = everything(m);
        Map<String, Standing> kinds = new LinkedHashMap<>();
        for (Gpu gpu : gpus) {
            Layout layout = new Layout(
                    model,
                    gpu.instances().stream()
                            .filter(instance -> !movable.contains(new InstanceRef(gpu.id(), instance.id())))
                            .map(Instance::placement)
                            .toList());
            String key = layout.placements().stream()
                    .map(placement -> placement.profile().name() + "@" + placement.start())
                    .sorted()
                    .collect(Collectors.joining(" "));
            kinds.computeIfAbsent(key, _ -> new Standing(m, layout, rows.get(m).profiles(), most))
                    .add(gpu);
        }
        standing.addAll(kinds.values());
    }

    /** As much as an offer could ever serve, by profile. */
    private long[] everything(int m) {
        long[] all = new long[rows.get(m).profiles().size()];
        for (Group group : groups) {
            int column = group.columns().get(m);
            if (column >= 0) {
                all[column] += group.count();
            }
        }
        return all;
    }

    Optional<Beside> solve(Effort effort) {
        IntegerProgram program = program();
        Outcome outcome = Solver.solve(program, this::rounded, effort);
        return switch (outcome) {
            case Outcome.Found found -> Optional.of(found(found));
            case Outcome.Impossible _ -> Optional.empty();
            // stopped at once: everything on GPUs that have to come
            case Outcome.Stopped _ -> Optional.of(nothingHere());
        };
    }

    private Beside found(Outcome.Found found) {
        long[] open = counts();
        long[][] served = new long[groups.size()][offers.size()];
        for (int g = 0; g < served.length; g++) {
            for (int m = 0; m < offers.size(); m++) {
                boolean shared = here[g][m] >= 0;
                served[g][m] = shared ? found.x().at(here[g][m]) : Long.MAX_VALUE;
            }
        }
        List<Spot> spots = new ArrayList<>();
        for (int k = 0; k < standing.size(); k++) {
            Standing kind = standing.get(k);
            for (int f = 0; f < kind.fillings().size(); f++) {
                for (long n = found.x().at(fillings.get(k)[f]); n > 0; n--) {
                    spots.addAll(kind.place(serve(kind, f, open, served)));
                }
            }
        }
        long more = 0;
        long parts = 0;
        for (int m = 0; m < offers.size(); m++) {
            long count = found.x().at(bought[m]);
            more += count * offers.get(m).perHost();
            parts += count * cost(m);
        }
        return new Beside(spots, rest(open), more, priced ? money.money(parts) : null, least(found.bound() / unit));
    }

    private PurchasePlan.Least least(long bound) {
        return priced ? new PurchasePlan.Least(null, money.money(bound)) : new PurchasePlan.Least(bound, null);
    }

    private Beside nothingHere() {
        long[] x = new long[Arrays.stream(bought).max().orElse(0) + 1];
        buy(counts(), new double[0], x);
        long more = 0;
        long parts = 0;
        for (int m = 0; m < offers.size(); m++) {
            more += x[bought[m]] * offers.get(m).perHost();
            parts += x[bought[m]] * cost(m);
        }
        return new Beside(List.of(), demand, more, priced ? money.money(parts) : null, least(0));
    }

    private long[] counts() {
        return groups.stream().mapToLong(Group::count).toArray();
    }

    /** So much of a filling as is still wanted, by profile; what it serves is open no longer. */
    private long[] serve(Standing kind, int filling, long[] open, long[][] served) {
        int m = kind.offer();
        long[] room = kind.fillings().get(filling).clone();
        long[] taken = new long[room.length];
        for (int g = 0; g < open.length; g++) {
            int column = groups.get(g).columns().get(m);
            if (column >= 0) {
                long some = Math.min(Math.min(room[column], open[g]), served[g][m]);
                room[column] -= some;
                taken[column] += some;
                open[g] -= some;
                served[g][m] -= some;
            }
        }
        return taken;
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
        left = new int[groups.size()][offers.size()];
        here = new int[groups.size()][offers.size()];
        for (int g = 0; g < groups.size(); g++) {
            for (int m = 0; m < offers.size(); m++) {
                int column = groups.get(g).columns().get(m);
                long slices = column < 0 || !breaksTies ? 0 : slices(m, column);
                long count = groups.get(g).count();
                left[g][m] = column < 0 ? -1 : program.unknown(slices, count, LEFT);
                here[g][m] = isShared(g, m) ? program.unknown(0, count, LEFT) : -1;
            }
        }
        for (Standing kind : standing) {
            addFillings(program, kind);
        }
        for (int g = 0; g < groups.size(); g++) {
            addGroup(program, g);
        }
        for (int m = 0; m < offers.size(); m++) {
            addShared(program, m);
            for (PackingRow row : rows.get(m).list()) {
                addRow(program, m, row);
            }
        }
        return program.build();
    }

    private long[] mostUnits() {
        long[] most = new long[offers.size()];
        for (int m = 0; m < most.length; m++) {
            Offer offer = offers.get(m);
            most[m] = Math.ceilDiv(rows.get(m).gpus(everything(m)), (long) offer.perHost());
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
        for (Group group : groups) {
            int slices = 0;
            for (int m = 0; m < offers.size(); m++) {
                int column = group.columns().get(m);
                slices = Math.max(slices, column < 0 ? 0 : slices(m, column));
            }
            ties += (double) slices * group.count();
        }
        boolean fits = ties * Math.max(1, all) < LARGEST;
        unit = fits ? (long) ties : 1;
        return fits;
    }

    private int slices(int m, int column) {
        return rows.get(m).profiles().get(column).computeSlices();
    }

    private void addUnits(IntegerProgram.Drafting program, int m, long most) {
        Offer offer = offers.get(m);
        long each = Math.multiplyExact(unit, cost(m));
        long have = offer.have() / offer.perHost();
        units[m] = program.unknown(have == 0 ? each : 0, most, UNITS);
        bought[m] = have == 0 ? units[m] : program.unknown(each, most, UNITS);
        if (have > 0) {
            program.atLeast(-have).plus(1, bought[m]).plus(-1, units[m]).end();
        }
    }

    private void addFillings(IntegerProgram.Drafting program, Standing kind) {
        int[] x = new int[kind.fillings().size()];
        IntegerProgram.Sum most = program.atLeast(-kind.count());
        for (int f = 0; f < x.length; f++) {
            x[f] = program.unknown(0, kind.count(), FILLINGS);
            most.plus(-1, x[f]);
        }
        most.end();
        fillings.add(x);
    }

    /** Whether a profile serves several groups here: only then it has to be said how many of each. */
    private boolean isShared(int g, int m) {
        int column = groups.get(g).columns().get(m);
        return column >= 0
                && groups.stream()
                                .filter(other -> other.columns().get(m) == column)
                                .count()
                        > 1;
    }

    private void addGroup(IntegerProgram.Drafting program, int g) {
        Group group = groups.get(g);
        IntegerProgram.Sum served = program.atLeast(group.count());
        for (int m = 0; m < offers.size(); m++) {
            int column = group.columns().get(m);
            if (column >= 0) {
                served.plus(1, left[g][m]);
                if (here[g][m] >= 0) {
                    served.plus(1, here[g][m]);
                } else {
                    addRoom(served, m, column);
                }
            }
        }
        served.end();
    }

    private void addShared(IntegerProgram.Drafting program, int m) {
        for (int p = 0; p < rows.get(m).profiles().size(); p++) {
            IntegerProgram.Sum room = program.atLeast(0);
            boolean isShared = false;
            for (int g = 0; g < groups.size(); g++) {
                if (here[g][m] >= 0 && groups.get(g).columns().get(m) == p) {
                    room.plus(-1, here[g][m]);
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
                    sum.plus(sets.get(f)[profile], fillings.get(k)[f]);
                }
            }
        }
    }

    private void addRow(IntegerProgram.Drafting program, int m, PackingRow row) {
        long perHost = offers.get(m).perHost();
        IntegerProgram.Sum room = program.atLeast(0).plus(perHost * row.capacity(), units[m]);
        for (int g = 0; g < groups.size(); g++) {
            int column = groups.get(g).columns().get(m);
            if (column >= 0) {
                room.plus(-row.weights().get(column), left[g][m]);
            }
        }
        room.end();
    }

    /** Rounds the fillings down, and gives each GPU that is left the filling that then serves most. */
    private long[] rounded(double[] relaxed) {
        long[] x = new long[relaxed.length];
        long[] open = counts();
        long[][] served = new long[groups.size()][offers.size()];
        Stream.of(served).forEach(row -> Arrays.fill(row, Long.MAX_VALUE));
        for (int k = 0; k < standing.size(); k++) {
            Standing kind = standing.get(k);
            int[] column = fillings.get(k);
            long free = kind.count();
            for (int f = 0; f < column.length; f++) {
                long times = Math.clamp((long) Math.floor(relaxed[column[f]] + ALMOST), 0, free);
                free -= times;
                for (; times > 0; times--) {
                    x[column[f]]++;
                    serve(kind, f, open, served);
                }
            }
            for (; free > 0; free--) {
                int best = best(kind, open);
                x[column[best]]++;
                serve(kind, best, open, served);
            }
        }
        for (int g = 0; g < groups.size(); g++) {
            for (int m = 0; m < offers.size(); m++) {
                if (here[g][m] >= 0) {
                    x[here[g][m]] = Long.MAX_VALUE - served[g][m];
                }
            }
        }
        buy(open, relaxed, x);
        return x;
    }

    private int best(Standing kind, long[] open) {
        int best = 0;
        long most = -1;
        for (int f = 0; f < kind.fillings().size(); f++) {
            long[] room = kind.fillings().get(f).clone();
            long slices = 0;
            for (int g = 0; g < open.length; g++) {
                int column = groups.get(g).columns().get(kind.offer());
                if (column >= 0) {
                    long some = Math.min(room[column], open[g]);
                    room[column] -= some;
                    slices += some * slices(kind.offer(), column);
                }
            }
            if (slices > most) {
                most = slices;
                best = f;
            }
        }
        return best;
    }

    /**
     * What is open goes to offers as the relaxed numbers have it, and what is over to the one that was rounded down most.
     *
     * @param relaxed empty where there are none
     */
    private void buy(long[] open, double[] relaxed, long[] x) {
        long[][] all = new long[offers.size()][];
        for (int m = 0; m < all.length; m++) {
            all[m] = new long[rows.get(m).profiles().size()];
        }
        for (int g = 0; g < open.length; g++) {
            long over = open[g];
            int last = -1;
            double lost = -1;
            for (int m = 0; m < offers.size(); m++) {
                int column = groups.get(g).columns().get(m);
                if (column < 0) {
                    continue;
                }
                double part = relaxed.length == 0 ? 0 : relaxed[left[g][m]];
                long some = Math.clamp((long) Math.floor(part + ALMOST), 0, over);
                over -= some;
                all[m][column] += some;
                set(x, left[g][m], some);
                if (part - some > lost) {
                    lost = part - some;
                    last = m;
                }
            }
            all[last][groups.get(g).columns().get(last)] += over;
            set(x, left[g][last], over);
        }
        for (int m = 0; m < offers.size(); m++) {
            Offer offer = offers.get(m);
            x[units[m]] = Math.ceilDiv(rows.get(m).gpus(all[m]), (long) offer.perHost());
            x[bought[m]] = Math.max(0, x[units[m]] - (bought[m] == units[m] ? 0 : offer.have() / offer.perHost()));
        }
    }

    private static void set(long[] x, int column, long more) {
        if (column < x.length) {
            x[column] += more;
        }
    }

    /** What of the demand is left; what moved is taken to have found its place first. */
    private Demand rest(long[] open) {
        long[] byLine = new long[demand.lines().size()];
        for (int g = 0; g < open.length; g++) {
            long some = open[g];
            for (int index : groups.get(g).lines().reversed()) {
                byLine[index] = Math.min(some, demand.lines().get(index).count());
                some -= byLine[index];
            }
        }
        List<DemandLine> lines = new ArrayList<>();
        for (int i = 0; i < byLine.length; i++) {
            if (byLine[i] > 0) {
                lines.add(demand.lines().get(i).withCount((int) byLine[i]));
            }
        }
        return new Demand(lines);
    }
}
