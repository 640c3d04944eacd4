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
        long[] room = filling.clone();
        long[] taken = new long[room.length];
        for (int g = 0; g < open.length; g++) {
            int column = needs.column(g, offer);
            if (column >= 0) {
                long some = some(g, offer, room[column]);
                room[column] -= some;
                taken[column] += some;
                open[g] -= some;
                served[g][offer] += some;
            }
        }
        return taken;
    }

    /** The compute slices of what a filling would serve. */
    long slices(int offer, long[] filling) {
        long[] room = filling.clone();
        long slices = 0;
        for (int g = 0; g < open.length; g++) {
            int column = needs.column(g, offer);
            if (column >= 0) {
                long some = some(g, offer, room[column]);
                room[column] -= some;
                slices += some * needs.slices(offer, column);
            }
        }
        return slices;
    }

    private long some(int group, int offer, long room) {
        return Math.min(Math.min(room, open[group]), limit.most(group, offer) - served[group][offer]);
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
