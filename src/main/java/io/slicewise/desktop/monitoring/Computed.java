package io.slicewise.desktop.monitoring;

import io.slicewise.live.LiveReader;
import io.slicewise.live.Way;
import io.slicewise.live.sums.Group;
import java.util.Locale;

/** Who computes the figures of a server, as a person chooses it. */
enum Computed {
    /** By the size of the fleet: this program up to a number of series, the server above. */
    AUTOMATIC(Way.AUTOMATIC, Group.HOST),
    /** This program, from every series. */
    SERIES(Way.SERIES, Group.HOST),
    /** The server, with a sum for each host. */
    HOSTS(Way.SUMS, Group.HOST),
    /** The server, with a sum for each GPU. */
    GPUS(Way.SUMS, Group.GPU);

    private final Way way;
    private final Group group;

    Computed(Way way, Group group) {
        this.way = way;
        this.group = group;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A reader that goes this way. */
    LiveReader of(LiveReader reader) {
        return reader.withWay(way).withSums(group, reader.weights());
    }
}
