package io.slicewise.desktop.monitoring;

import java.util.Locale;

/** The parts of the Monitoring screen. */
public enum MonitoringPart {
    /** One query after the other, explained. */
    QUERIES,
    /** All files for a monitoring. */
    FILES,
    /** Other people's queries, checked. */
    CHECK,
    /** A server. */
    LIVE;

    /** The persistent name. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
