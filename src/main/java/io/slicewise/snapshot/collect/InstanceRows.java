package io.slicewise.snapshot.collect;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.Placement;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.WorkloadLabels;
import io.slicewise.snapshot.exposition.SampleHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a file says about one instance. */
public final class InstanceRows {
    private final String id;
    private final ReadingSlots readings = new ReadingSlots();

    /** Nearly always the only ones: a list for each of 200,000 instances would cost more than what is in it. */
    private @Nullable Series first;

    private @Nullable List<Series> several;
    private @Nullable ComputeInstances computeInstances;

    public InstanceRows(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** The utilization. */
    public ReadingSlot reading() {
        return readings().of(ReadingKind.ENGINE);
    }

    /** All readings; what its compute instances read stands for what nothing read of all of it. */
    public ReadingSlots readings() {
        if (computeInstances != null) {
            computeInstances.standIn(readings);
        }
        return readings;
    }

    /** Where to put what a row reads. */
    ReadingSlots slots(RawSource source) {
        String compute = source.computeInstance();
        return compute.isEmpty() ? readings : computes().slots(compute, source.profile());
    }

    private ComputeInstances computes() {
        ComputeInstances there = computeInstances;
        if (there == null) {
            there = new ComputeInstances();
            computeInstances = there;
        }
        return there;
    }

    /** The parts of it that had rows of their own. */
    public ComputeInstances computeInstances() {
        return computeInstances == null ? ComputeInstances.NONE : computeInstances;
    }

    void add(Series one) {
        if (first == null) {
            first = one;
        } else if (several == null) {
            several = new ArrayList<>(List.of(first, one));
        } else {
            several.add(one);
        }
    }

    /** Who told of it. */
    public List<Series> series() {
        if (several != null) {
            return Collections.unmodifiableList(several);
        }
        return first == null ? List.of() : List.of(first);
    }

    /** The only one who told of it; {@code null} where several did. */
    private @Nullable Series only() {
        return several == null ? first : null;
    }

    /** Where a row first told of it; 0 where none did. */
    public long place() {
        return first == null ? 0 : first.place();
    }

    void take(InstanceRows other) {
        other.series().forEach(this::add);
        readings.take(other.readings);
        if (other.computeInstances != null) {
            computes().take(other.computeInstances);
        }
    }

    public Freshness freshness() {
        Series only = only();
        return only == null
                ? Freshness.newest(series().stream().map(Series::freshness).toList())
                : only.freshness();
    }

    /** When a row first told of it; later than any time where nothing had a time. */
    public long oldest() {
        Series only = only();
        if (only != null) {
            return only.oldest();
        }
        long oldest = Long.MAX_VALUE;
        for (Series one : series()) {
            oldest = Math.min(oldest, one.oldest());
        }
        return oldest;
    }

    /** When a row last told of it; {@link SampleHandler#NO_TIMESTAMP} where nothing had a time. */
    public long newest() {
        Series only = only();
        if (only != null) {
            return only.newest();
        }
        long newest = SampleHandler.NO_TIMESTAMP;
        for (Series one : series()) {
            newest = Math.max(newest, one.newest());
        }
        return newest;
    }

    /** Where it stands, as the newest row that tells says; {@link Placement#UNKNOWN} where none does. */
    public int start() {
        Series only = only();
        if (only != null) {
            return only.start();
        }
        int start = Placement.UNKNOWN;
        Freshness newest = Freshness.NEVER;
        for (Series one : series()) {
            if (one.start() != Placement.UNKNOWN && one.freshness().compareTo(newest) >= 0) {
                start = one.start();
                newest = one.freshness();
            }
        }
        return start;
    }

    public boolean isRepeated() {
        Series only = only();
        if (only != null) {
            return only.isRepeated();
        }
        for (Series one : series()) {
            if (one.isRepeated()) {
                return true;
            }
        }
        return false;
    }

    /** The printed profiles, normalised, the one that counts first: of the newest scrape, then of the most rows. */
    public List<String> profiles() {
        Series only = only();
        if (only != null) {
            String profile = PrintedProfile.normal(only.source().profile());
            return profile.isEmpty() ? List.of() : List.of(profile);
        }
        Votes votes = new Votes();
        for (Series one : series()) {
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
        for (Series one : series()) {
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
        Series only = only();
        return only == null ? owner(series(), collectorsKeepApart) : owner(only, collectorsKeepApart);
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
        Series only = only();
        if (only != null) {
            return WorkloadLabels.of(only.source().labels(), collectorsKeepApart);
        }
        Freshness newest = freshness();
        Map<String, String> labels = new LinkedHashMap<>();
        for (Series one : series()) {
            if (!one.freshness().isBefore(newest)) {
                one.source().labels().forEach(labels::putIfAbsent);
            }
        }
        return WorkloadLabels.of(labels, collectorsKeepApart);
    }
}
