package io.slicewise.snapshot.collect;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.Placement;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.WorkloadLabels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a file says about one instance. */
public final class InstanceRows {
    private final String id;
    private final List<Series> series = new ArrayList<>(1);
    private final ReadingSlots readings = new ReadingSlots();

    public InstanceRows(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** The utilization. */
    public ReadingSlot reading() {
        return readings.of(ReadingKind.ENGINE);
    }

    public ReadingSlots readings() {
        return readings;
    }

    public List<Series> series() {
        return series;
    }

    public void take(InstanceRows other) {
        series.addAll(other.series);
        readings.take(other.readings);
    }

    public Freshness freshness() {
        if (series.size() == 1) {
            return series.getFirst().freshness();
        }
        return Freshness.newest(series.stream().map(Series::freshness).toList());
    }

    /** Where it stands, as the newest row that tells says; {@link Placement#UNKNOWN} where none does. */
    public int start() {
        if (series.size() == 1) {
            return series.getFirst().start();
        }
        int start = Placement.UNKNOWN;
        Freshness newest = Freshness.NEVER;
        for (Series one : series) {
            if (one.start() != Placement.UNKNOWN && one.freshness().compareTo(newest) >= 0) {
                start = one.start();
                newest = one.freshness();
            }
        }
        return start;
    }

    public boolean isRepeated() {
        for (Series one : series) {
            if (one.isRepeated()) {
                return true;
            }
        }
        return false;
    }

    /** The printed profiles, normalised, the one that counts first: of the newest scrape, then of the most rows. */
    public List<String> profiles() {
        if (series.size() == 1) {
            String only = PrintedProfile.normal(series.getFirst().source().profile());
            return only.isEmpty() ? List.of() : List.of(only);
        }
        Votes votes = new Votes();
        for (Series one : series) {
            votes.add(PrintedProfile.normal(one.source().profile()), one.samples(), one.freshness());
        }
        return votes.ranked();
    }

    /**
     * The series by what they print for the profile, normalised, in the order of {@link #profiles}; those that print none
     * go with the first.
     */
    public Map<String, List<Series>> byProfile() {
        Map<String, List<Series>> found = new LinkedHashMap<>();
        List<String> printed = profiles();
        for (String profile : printed) {
            found.put(profile, new ArrayList<>(1));
        }
        for (Series one : series) {
            String profile = PrintedProfile.normal(one.source().profile());
            List<Series> same = found.get(profile.isEmpty() && !printed.isEmpty() ? printed.getFirst() : profile);
            if (same != null) {
                same.add(one);
            }
        }
        return found;
    }

    /** {@code namespace/pod} of who used it in the newest scrape; several in alphabetical order. */
    public String owner(boolean collectorsKeepApart) {
        return owner(series, collectorsKeepApart);
    }

    /** As {@link #owner(boolean)}, of some of the series. */
    public static String owner(List<Series> series, boolean collectorsKeepApart) {
        if (series.size() == 1) {
            return owner(series.getFirst(), collectorsKeepApart);
        }
        Freshness newest =
                Freshness.newest(series.stream().map(Series::freshness).toList());
        return String.join(
                ", ",
                series.stream()
                        .filter(one -> !one.freshness().isBefore(newest))
                        .map(one -> owner(one, collectorsKeepApart))
                        .filter(owner -> !owner.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static String owner(Series series, boolean collectorsKeepApart) {
        RawSource source = series.source();
        return collectorsKeepApart ? source.user() : source.pod();
    }

    /** What the rows of the newest scrape say about it beyond who it is; of two that differ the first counts. */
    public Map<String, String> labels(boolean collectorsKeepApart) {
        if (series.size() == 1) {
            return WorkloadLabels.of(series.getFirst().source().labels(), collectorsKeepApart);
        }
        Freshness newest = freshness();
        Map<String, String> labels = new LinkedHashMap<>();
        for (Series one : series) {
            if (!one.freshness().isBefore(newest)) {
                one.source().labels().forEach(labels::putIfAbsent);
            }
        }
        return WorkloadLabels.of(labels, collectorsKeepApart);
    }
}
