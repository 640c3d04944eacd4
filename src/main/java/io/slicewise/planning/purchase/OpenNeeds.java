package io.slicewise.planning.purchase;

import java.util.stream.IntStream;

/** What is not served yet, while one filling after the other is handed out. */
final class OpenNeeds {
    private final BesideNeeds needs;
    private final Limit limit;
    private final long[] open;
    private final long[][] served;

    /** How many of a group an offer may serve here. */
    @FunctionalInterface
    interface Limit {
        long most(int group, int offer);
    }

    OpenNeeds(BesideNeeds needs, Limit limit) {
        this.needs = needs;
        this.limit = limit;
        open = IntStream.range(0, needs.groups()).mapToLong(needs::count).toArray();
        served = new long[needs.groups()][needs.offers().size()];
    }

    /** So much of a filling as is still wanted, by profile; what it serves is open no longer. */
    long[] serve(int offer, long[] filling) {
        long[] parts = parts(offer, filling);
        long[] taken = new long[filling.length];
        for (int g = 0; g < open.length; g++) {
            if (parts[g] != 0) {
                taken[needs.column(g, offer)] += parts[g];
                open[g] -= parts[g];
                served[g][offer] += parts[g];
            }
        }
        return taken;
    }

    /** The compute slices of what a filling would serve. */
    long slices(int offer, long[] filling) {
        long[] parts = parts(offer, filling);
        long slices = 0;
        for (int g = 0; g < open.length; g++) {
            if (parts[g] != 0) {
                slices += parts[g] * needs.slices(offer, needs.column(g, offer));
            }
        }
        return slices;
    }

    /** By group, how many of it a filling would serve. */
    private long[] parts(int offer, long[] filling) {
        long[] room = filling.clone();
        long[] parts = new long[open.length];
        for (int g = 0; g < open.length; g++) {
            int column = needs.column(g, offer);
            if (column >= 0) {
                long wanted = Math.min(open[g], limit.most(g, offer) - served[g][offer]);
                parts[g] = Math.min(room[column], wanted);
                room[column] -= parts[g];
            }
        }
        return parts;
    }

    /** How many of a group an offer serves here. */
    long served(int group, int offer) {
        return served[group][offer];
    }

    /** By group, how many are not served. */
    long[] open() {
        return open.clone();
    }
}
