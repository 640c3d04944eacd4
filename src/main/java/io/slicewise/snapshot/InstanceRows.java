package io.slicewise.snapshot;

import java.util.ArrayList;
import java.util.List;

/** All that a file says about one instance. */
final class InstanceRows {
    private final String id;
    private final List<Series> series = new ArrayList<>(1);
    private final ReadingSlot reading = new ReadingSlot();

    InstanceRows(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    ReadingSlot reading() {
        return reading;
    }

    List<Series> series() {
        return series;
    }

    void take(InstanceRows other) {
        series.addAll(other.series);
        reading.take(other.reading);
    }

    Freshness freshness() {
        return Freshness.newest(series.stream().map(Series::freshness).toList());
    }

    boolean isRepeated() {
        return series.stream().anyMatch(Series::isRepeated);
    }

    /** The printed profiles, normalised, the one that counts first: of the newest scrape, then of the most rows. */
    List<String> profiles() {
        Votes votes = new Votes();
        for (Series one : series) {
            votes.add(PrintedProfile.normal(one.source().profile()), one.samples(), one.freshness());
        }
        return votes.ranked();
    }

    /** {@code namespace/pod} of who used it in the newest scrape; several in alphabetical order. */
    String owner(boolean collectorsKeepApart) {
        Freshness newest = freshness();
        return String.join(
                ", ",
                series.stream()
                        .filter(one -> !one.freshness().isBefore(newest))
                        .map(Series::source)
                        .map(source -> collectorsKeepApart ? source.user() : source.pod())
                        .filter(owner -> !owner.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
