package io.slicewise.planning.purchase;

import io.slicewise.mig.Profile;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Shift;
import io.slicewise.planning.demand.Sizing;
import io.slicewise.planning.packing.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A demand before offers: which profile of which model serves what, and lines that come to the same together.
 *
 * @param offers what is offered
 * @param rows of each offer's model
 * @param teams the teams that get GPUs of their own; one without a name where all share
 * @param groups what has to be served
 */
record Wanted(List<Offer> offers, List<Rows> rows, List<String> teams, List<Group> groups) {
    /**
     * Lines that the same profiles serve, for the same team, of the same value and in the same turn.
     *
     * @param shift when they are wanted
     * @param columns by offer the profile's place in the model's rows; -1 where it serves nothing
     * @param lines which lines
     * @param count how many instances they want together
     */
    record Group(int team, long value, Shift shift, List<Integer> columns, List<Integer> lines, int count) {
        Group withCount(int newCount) {
            return new Group(team, value, shift, columns, lines, newCount);
        }
    }

    private record Key(int team, long value, Shift shift, List<String> names) {}

    /** The profile of each offer that serves a line; {@code null} where none does. */
    static List<@Nullable Profile> serving(DemandLine line, List<Offer> offers) {
        List<@Nullable Profile> profiles = new ArrayList<>();
        for (Offer offer : offers) {
            profiles.add(new Sizing(offer.model(), offer.speed())
                    .serving(line.need())
                    .orElse(null));
        }
        return profiles;
    }

    static Wanted of(Demand demand, List<Offer> offers, boolean teamOwn) {
        List<DemandLine> lines = demand.lines();
        List<List<@Nullable Profile>> serving =
                lines.stream().map(line -> serving(line, offers)).toList();
        List<Rows> rows = new ArrayList<>();
        for (int m = 0; m < offers.size(); m++) {
            int offer = m;
            rows.add(Rows.of(
                    offers.get(m).model(),
                    serving.stream()
                            .map(profiles -> profiles.get(offer))
                            .filter(Objects::nonNull)
                            .toList()));
        }
        List<String> teams =
                teamOwn ? lines.stream().map(DemandLine::team).distinct().toList() : List.of("");
        Map<Key, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            DemandLine line = lines.get(i);
            if (line.count() > 0) {
                int team = teamOwn ? teams.indexOf(line.team()) : 0;
                Group group = group(team, line, i, serving.get(i), rows);
                List<String> names = serving.get(i).stream()
                        .map(profile -> profile == null ? "" : profile.name())
                        .toList();
                groups.merge(new Key(team, line.value(), line.shift(), names), group, Wanted::together);
            }
        }
        return new Wanted(offers, rows, teams, List.copyOf(groups.values()));
    }

    private static Group group(
            int team, DemandLine line, int index, List<@Nullable Profile> profiles, List<Rows> rows) {
        List<Integer> columns = new ArrayList<>();
        for (int m = 0; m < profiles.size(); m++) {
            Profile profile = profiles.get(m);
            columns.add(profile == null ? -1 : rows.get(m).profiles().indexOf(profile));
        }
        return new Group(team, line.value(), line.shift(), columns, List.of(index), line.count());
    }

    private static Group together(Group a, Group b) {
        List<Integer> lines = new ArrayList<>(a.lines);
        lines.addAll(b.lines);
        return new Group(a.team, a.value, a.shift, a.columns, lines, Math.addExact(a.count, b.count));
    }

    /** The instances of a model for a team, in the order of its rows. */
    long[] counts(long[][] served, int offer, int team) {
        long[] counts = new long[rows.get(offer).profiles().size()];
        for (int g = 0; g < groups.size(); g++) {
            int column = groups.get(g).columns().get(offer);
            if (groups.get(g).team() == team && column >= 0) {
                counts[column] += served[g][offer];
            }
        }
        return counts;
    }

    /** As much as could ever be served by each offer. */
    long[][] everything() {
        long[][] all = new long[groups.size()][offers.size()];
        for (int g = 0; g < all.length; g++) {
            for (int m = 0; m < all[g].length; m++) {
                all[g][m] = groups.get(g).columns().get(m) >= 0 ? groups.get(g).count() : 0;
            }
        }
        return all;
    }
}
