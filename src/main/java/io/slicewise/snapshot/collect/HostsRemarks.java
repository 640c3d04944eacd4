package io.slicewise.snapshot.collect;

import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was noticed in what several hosts printed: each kind once, as it was on the first host that has it, with how many
 * others have it and which. For one use.
 */
final class HostsRemarks {
    private static final int SHOWN = 3;

    private final Map<String, Alike> kinds = new LinkedHashMap<>();

    /** Remarks of one kind. */
    private static final class Alike {
        final String host;
        final List<Problem> first = new ArrayList<>();
        final Set<String> others = new LinkedHashSet<>();
        long count;

        Alike(String host) {
            this.host = host;
        }
    }

    /** What was noticed in what a host printed. */
    void add(String host, List<Problem> noticed) {
        for (Problem one : noticed) {
            Alike alike = kinds.computeIfAbsent(one.message().kind(), _ -> new Alike(host));
            if (alike.host.equals(host)) {
                alike.first.add(one);
            } else {
                alike.others.add(host);
                alike.count += one.count();
            }
        }
    }

    /** All of it, the kinds in the order in which they came up. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        for (Alike alike : kinds.values()) {
            Problem last = alike.first.getLast();
            all.addAll(alike.first.subList(0, alike.first.size() - 1));
            all.add(alike.others.isEmpty() ? last : withOthers(last, alike));
        }
        return all;
    }

    private static Problem withOthers(Problem problem, Alike alike) {
        Listing hosts = Listing.first(alike.others, SHOWN);
        Text message = Text.of("snapshot.onOtherHosts", problem.message(), alike.others.size(), hosts);
        return new Problem(problem.severity(), problem.where(), message, problem.count() + alike.count);
    }
}
