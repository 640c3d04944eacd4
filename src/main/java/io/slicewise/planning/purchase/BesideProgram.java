package io.slicewise.planning.purchase;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Sizing;
import io.slicewise.planning.moves.FewestMoves;
import io.slicewise.planning.moves.MoveRequest;
import io.slicewise.planning.moves.Spot;
import io.slicewise.planning.packing.PackingRow;
import io.slicewise.planning.packing.Rows;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.program.IntegerProgram;
import io.slicewise.planning.program.Outcome;
import io.slicewise.planning.program.Solver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which fillings the GPUs that are there get, as an integer program: for GPUs that are alike how many get which of the fullest
 * sets that still fit, what is left of each profile, and by the rows how many GPUs that takes.
 */
final class BesideProgram {
    private static final int GPUS = 0;
    private static final int FILLINGS = 1;
    private static final int LEFT = 2;
    private static final double ALMOST = 1e-6;

    private final Demand demand;
    private final Rows rows;
    private final List<Profile> profiles;
    private final List<Profile> serving = new ArrayList<>();
    private final long[] wanted;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<int[]> columns = new ArrayList<>();
    private int[] left = new int[0];
    private int gpus;
    private long price;

    /** GPUs on which the same stays. */
    private record Kind(Layout layout, Deque<Gpu> gpus, List<long[]> fillings) {}

    BesideProgram(Fleet fleet, Set<InstanceRef> movable, Demand demand, Offer offer) {
        this.demand = demand;
        GpuModel model = offer.model();
        List<Gpu> there = there(fleet, model);
        List<Profile> lifted = new ArrayList<>();
        for (Gpu gpu : there) {
            for (Instance instance : gpu.instances()) {
                if (movable.contains(new InstanceRef(gpu.id(), instance.id()))) {
                    lifted.add(instance.profile());
                }
            }
        }
        for (DemandLine line : demand.lines()) {
            serving.add(new Sizing(model, offer.speed()).serving(line.need()).orElseThrow());
        }
        Set<Profile> all = new LinkedHashSet<>(serving);
        all.addAll(lifted);
        rows = Rows.of(model, all);
        profiles = rows.profiles();
        wanted = new long[profiles.size()];
        for (int i = 0; i < serving.size(); i++) {
            wanted[profiles.indexOf(serving.get(i))] += demand.lines().get(i).count();
        }
        lifted.forEach(profile -> wanted[profiles.indexOf(profile)]++);
        there.forEach(gpu -> add(gpu, movable));
    }

    private static List<Gpu> there(Fleet fleet, GpuModel model) {
        Set<String> unknown = FewestMoves.left(MoveRequest.of(fleet, List.of())).stream()
                .map(Gpu::id)
                .collect(Collectors.toSet());
        return fleet.gpus().stream()
                .filter(gpu -> model.equals(gpu.model()) && !unknown.contains(gpu.id()))
                .toList();
    }

    private void add(Gpu gpu, Set<InstanceRef> movable) {
        Layout standing = new Layout(
                rows.model(),
                gpu.instances().stream()
                        .filter(instance -> !movable.contains(new InstanceRef(gpu.id(), instance.id())))
                        .map(Instance::placement)
                        .toList());
        String key = standing.placements().stream()
                .map(placement -> placement.profile().name() + "@" + placement.start())
                .sorted()
                .collect(Collectors.joining(" "));
        kinds.computeIfAbsent(key, _ -> new Kind(standing, new ArrayDeque<>(), fillings(standing)))
                .gpus()
                .add(gpu);
    }

    /** The fullest sets of what is wanted that fit beside what stands. */
    private List<long[]> fillings(Layout standing) {
        List<long[]> all = new ArrayList<>();
        fill(standing, new long[profiles.size()], 0, all);
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> !Arrays.equals(one, other) && covers(other, one)))
                .toList();
    }

    /** Every multiset once: one more of this profile as long as it fits, then the next profile. */
    private void fill(Layout standing, long[] counts, int from, List<long[]> all) {
        all.add(counts.clone());
        for (int p = from; p < counts.length; p++) {
            if (counts[p] < wanted[p]) {
                counts[p]++;
                if (Layouts.place(standing, expanded(counts)).isPresent()) {
                    fill(standing, counts, p, all);
                }
                counts[p]--;
            }
        }
    }

    private static boolean covers(long[] more, long[] less) {
        for (int i = 0; i < less.length; i++) {
            if (more[i] < less[i]) {
                return false;
            }
        }
        return true;
    }

    private List<Profile> expanded(long[] counts) {
        List<Profile> all = new ArrayList<>();
        for (int p = counts.length - 1; p >= 0; p--) {
            all.addAll(Collections.nCopies((int) counts[p], profiles.get(p)));
        }
        return all;
    }

    Beside solve(Effort effort) {
        Outcome outcome = Solver.solve(program(), this::rounded, effort);
        if (!(outcome instanceof Outcome.Found found)) {
            // stopped at once: everything on GPUs that have to come
            return new Beside(List.of(), demand, rows.gpus(wanted), 0);
        }
        long[] open = wanted.clone();
        List<Spot> here = new ArrayList<>();
        int k = 0;
        for (Kind kind : kinds.values()) {
            int[] x = columns.get(k++);
            for (int f = 0; f < x.length; f++) {
                for (long n = found.x().at(x[f]); n > 0; n--) {
                    here.addAll(placed(kind, kind.fillings().get(f), open));
                }
            }
        }
        return new Beside(here, rest(open), rows.gpus(open), found.bound() / price);
    }

    private IntegerProgram program() {
        IntegerProgram.Drafting program = new IntegerProgram.Drafting();
        // one GPU more outweighs whatever is placed here instead
        price = 1;
        for (int p = 0; p < wanted.length; p++) {
            price = Math.addExact(
                    price, Math.multiplyExact(wanted[p], (long) profiles.get(p).computeSlices()));
        }
        gpus = program.unknown(price, rows.gpus(wanted), GPUS);
        left = new int[wanted.length];
        for (int p = 0; p < wanted.length; p++) {
            left[p] = program.unknown(profiles.get(p).computeSlices(), wanted[p], LEFT);
        }
        for (Kind kind : kinds.values()) {
            int[] x = new int[kind.fillings().size()];
            IntegerProgram.Sum most = program.atLeast(-kind.gpus().size());
            for (int f = 0; f < x.length; f++) {
                x[f] = program.unknown(0, kind.gpus().size(), FILLINGS);
                most.plus(-1, x[f]);
            }
            most.end();
            columns.add(x);
        }
        for (int p = 0; p < wanted.length; p++) {
            IntegerProgram.Sum served = program.atLeast(wanted[p]).plus(1, left[p]);
            int k = 0;
            for (Kind kind : kinds.values()) {
                for (int f = 0; f < kind.fillings().size(); f++) {
                    served.plus(kind.fillings().get(f)[p], columns.get(k)[f]);
                }
                k++;
            }
            served.end();
        }
        for (PackingRow row : rows.list()) {
            IntegerProgram.Sum room = program.atLeast(0).plus(row.capacity(), gpus);
            for (int p = 0; p < wanted.length; p++) {
                room.plus(-row.weights().get(p), left[p]);
            }
            room.end();
        }
        return program.build();
    }

    /** Rounds the fillings down, and gives each GPU that is left the filling that then serves most. */
    private long[] rounded(double[] relaxed) {
        long[] x = new long[relaxed.length];
        long[] open = wanted.clone();
        int k = 0;
        for (Kind kind : kinds.values()) {
            int[] column = columns.get(k++);
            long free = kind.gpus().size();
            for (int f = 0; f < column.length; f++) {
                long times = Math.clamp((long) Math.floor(relaxed[column[f]] + ALMOST), 0, free);
                x[column[f]] += times;
                free -= times;
                take(open, kind.fillings().get(f), times);
            }
            while (free > 0) {
                int best = best(kind, open);
                x[column[best]]++;
                free--;
                take(open, kind.fillings().get(best), 1);
            }
        }
        for (int p = 0; p < wanted.length; p++) {
            x[left[p]] = open[p];
        }
        x[gpus] = rows.gpus(open);
        return x;
    }

    private int best(Kind kind, long[] open) {
        int best = 0;
        long most = -1;
        for (int f = 0; f < kind.fillings().size(); f++) {
            long slices = 0;
            for (int p = 0; p < open.length; p++) {
                slices += Math.min(open[p], kind.fillings().get(f)[p])
                        * profiles.get(p).computeSlices();
            }
            if (slices > most) {
                most = slices;
                best = f;
            }
        }
        return best;
    }

    private static void take(long[] open, long[] filling, long times) {
        for (int p = 0; p < open.length; p++) {
            open[p] -= Math.min(open[p], filling[p] * times);
        }
    }

    /** So much of a filling as is still wanted, with its places on a GPU. */
    private List<Spot> placed(Kind kind, long[] filling, long[] open) {
        long[] counts = new long[filling.length];
        for (int p = 0; p < counts.length; p++) {
            counts[p] = Math.min(filling[p], open[p]);
            open[p] -= counts[p];
        }
        List<Profile> some = expanded(counts);
        if (some.isEmpty()) {
            return List.of();
        }
        Gpu gpu = kind.gpus().remove();
        List<Integer> starts = Layouts.place(kind.layout(), some).orElseThrow();
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            spots.add(new Spot(gpu.id(), new Placement(some.get(i), starts.get(i))));
        }
        return spots;
    }

    /** What of the demand is left where so much of each profile is; what moved is taken to have found its place first. */
    private Demand rest(long[] open) {
        long[] some = open.clone();
        List<DemandLine> lines = new ArrayList<>();
        for (int i = demand.lines().size() - 1; i >= 0; i--) {
            DemandLine line = demand.lines().get(i);
            int p = profiles.indexOf(serving.get(i));
            int count = (int) Math.min(some[p], line.count());
            some[p] -= count;
            if (count > 0) {
                lines.addFirst(line.withCount(count));
            }
        }
        return new Demand(lines);
    }
}
