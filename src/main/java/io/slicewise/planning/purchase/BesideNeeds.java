package io.slicewise.planning.purchase;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Profile;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.moves.FewestMoves;
import io.slicewise.planning.moves.MoveRequest;
import io.slicewise.planning.packing.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has to find a place on GPUs that are there or have to come: a demand, and instances that may move. */
final class BesideNeeds {
    private final Demand demand;
    private final List<Offer> offers;
    private final List<Rows> rows = new ArrayList<>();
    private final List<Group> groups;

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

    /**
     * @param movable by offer the profiles of the instances that may move; those go to their own model
     */
    BesideNeeds(Demand demand, List<Offer> offers, List<List<Profile>> movable) {
        this.demand = demand;
        this.offers = offers;
        List<List<@Nullable Profile>> serving = demand.lines().stream()
                .map(line -> Wanted.serving(line, offers))
                .toList();
        for (int m = 0; m < offers.size(); m++) {
            Set<Profile> all = new LinkedHashSet<>(movable.get(m));
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
            for (Profile profile : movable.get(m)) {
                List<Integer> columns = new ArrayList<>();
                for (int other = 0; other < offers.size(); other++) {
                    columns.add(other == m ? rows.get(m).profiles().indexOf(profile) : -1);
                }
                add(byColumns, columns, List.of(), 1);
            }
        }
        for (int i = 0; i < serving.size(); i++) {
            List<Integer> columns = new ArrayList<>();
            for (int m = 0; m < offers.size(); m++) {
                Profile profile = serving.get(i).get(m);
                columns.add(profile == null ? -1 : rows.get(m).profiles().indexOf(profile));
            }
            add(byColumns, columns, List.of(i), demand.lines().get(i).count());
        }
        groups = List.copyOf(byColumns.values());
    }

    private static void add(
            Map<List<Integer>, Group> byColumns, List<Integer> columns, List<Integer> lines, long count) {
        Group group = byColumns.getOrDefault(columns, new Group(columns, List.of(), 0));
        byColumns.put(columns, group.plus(lines, count));
    }

    /** The GPUs of each offer's model whose instances' places are known and legal. */
    static List<List<Gpu>> there(Fleet fleet, List<Offer> offers) {
        Set<String> unknown = FewestMoves.left(MoveRequest.of(fleet, List.of())).stream()
                .map(Gpu::id)
                .collect(Collectors.toSet());
        return offers.stream()
                .map(offer -> fleet.gpus().stream()
                        .filter(gpu -> offer.model().equals(gpu.model()) && !unknown.contains(gpu.id()))
                        .toList())
                .toList();
    }

    /** The profiles of those instances that may move, by offer. */
    static List<List<Profile>> movable(List<List<Gpu>> there, Set<InstanceRef> movable) {
        return there.stream()
                .map(gpus -> gpus.stream()
                        .flatMap(gpu -> gpu.instances().stream()
                                .filter(instance -> movable.contains(new InstanceRef(gpu.id(), instance.id())))
                                .map(Instance::profile))
                        .toList())
                .toList();
    }

    /** GPUs on which the same stays, together. */
    List<Standing> standing(List<List<Gpu>> there, Set<InstanceRef> movable) {
        List<Standing> all = new ArrayList<>();
        for (int m = 0; m < offers.size(); m++) {
            long[] most = everything(m);
            Map<String, Standing> kinds = new LinkedHashMap<>();
            for (Gpu gpu : there.get(m)) {
                int offer = m;
                Layout layout = new Layout(
                        offers.get(m).model(),
                        gpu.instances().stream()
                                .filter(instance -> !movable.contains(new InstanceRef(gpu.id(), instance.id())))
                                .map(Instance::placement)
                                .toList());
                String key = layout.placements().stream()
                        .map(placement -> placement.profile().name() + "@" + placement.start())
                        .sorted()
                        .collect(Collectors.joining(" "));
                kinds.computeIfAbsent(
                                key,
                                _ -> new Standing(offer, layout, rows.get(offer).profiles(), most))
                        .add(gpu);
            }
            all.addAll(kinds.values());
        }
        return all;
    }

    /** How many groups there are: what the same profiles serve is one. */
    int groups() {
        return groups.size();
    }

    /** How many instances a group has. */
    long count(int group) {
        return groups.get(group).count();
    }

    /** The place of the profile that serves a group, in the rows of an offer; -1 where it serves nothing. */
    int column(int group, int offer) {
        return groups.get(group).columns().get(offer);
    }

    List<Offer> offers() {
        return offers;
    }

    /** What GPUs of an offer's model can hold. */
    Rows rows(int offer) {
        return rows.get(offer);
    }

    /** The compute slices of a profile of an offer. */
    int slices(int offer, int column) {
        return rows.get(offer).profiles().get(column).computeSlices();
    }

    /** As much as an offer could ever serve, by profile. */
    long[] everything(int offer) {
        long[] all = new long[rows.get(offer).profiles().size()];
        for (Group group : groups) {
            int column = group.columns().get(offer);
            if (column >= 0) {
                all[column] += group.count();
            }
        }
        return all;
    }

    /** Whether a profile serves several groups here: only then it has to be said how many of each. */
    boolean isShared(int group, int offer) {
        int column = column(group, offer);
        return column >= 0
                && groups.stream()
                                .filter(other -> other.columns().get(offer) == column)
                                .count()
                        > 1;
    }

    /**
     * What of the demand is left; what moved is taken to have found its place first.
     *
     * @param open by group, how many are not served
     */
    Demand rest(long[] open) {
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
