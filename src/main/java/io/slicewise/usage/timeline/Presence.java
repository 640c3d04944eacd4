package io.slicewise.usage.timeline;

import io.slicewise.mig.GpuModel;
import io.slicewise.usage.timeline.Recording.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Makes out when the instances of one GPU existed, so that those of two layouts never stand beside each other. For one
 * use.
 */
final class Presence {
    /** A longer silence of an instance whose neighbours report means that it is gone. */
    static final long LONGEST_FAULT = Duration.ofHours(1).toMillis();

    private static final long ABSENT = Long.MIN_VALUE;

    private final Recording recording;
    private final long validity;
    private final int slices;
    private final long lastOfAll;
    private final List<Episode> episodes = new ArrayList<>();
    private final Spans[] spans;

    /** By instance when it came, {@link #ABSENT} while it is not there. */
    private final long[] since;

    /** By instance the episode that goes on, or that ended and is not followed by another one yet. */
    private final Episode[] current;

    /**
     * A time in which something told of an instance at least as often as a reading holds.
     *
     * @param last the last instant that told
     * @param ends whether the instance is gone afterwards; otherwise the silence is a fault
     */
    private record Episode(int instance, long first, long last, boolean ends) {
        Episode ending() {
            return new Episode(instance, first, last, true);
        }
    }

    Presence(Recording recording, long validity) {
        this.recording = recording;
        this.validity = validity;
        int count = recording.instances().size();
        GpuModel model = recording.gpu().model();
        slices = model == null ? Integer.MAX_VALUE : model.computeSlices();
        lastOfAll = recording.instances().stream()
                .mapToLong(Recorded::lastSeen)
                .max()
                .orElse(0);
        spans = new Spans[count];
        Arrays.fill(spans, Spans.NONE);
        since = new long[count];
        Arrays.fill(since, ABSENT);
        current = new Episode[count];
    }

    /** The times in which each instance existed, in the order of the recording. */
    List<Spans> find() {
        List<Episode> found = new ArrayList<>();
        for (int i = 0; i < recording.instances().size(); i++) {
            found.addAll(episodes(i));
        }
        for (int i = 0; i < found.size(); i++) {
            Episode one = found.get(i);
            boolean goesOn = !one.ends() && isFault(one.last(), found.get(i + 1).first(), found);
            episodes.add(goesOn ? one : one.ending());
        }
        episodes.sort(Comparator.comparingLong(Episode::first).thenComparingLong(Episode::last));
        for (int i = 0; i < episodes.size(); ) {
            int end = i;
            while (end < episodes.size()
                    && episodes.get(end).first() == episodes.get(i).first()) {
                end++;
            }
            begin(episodes.subList(i, end));
            i = end;
        }
        for (int i = 0; i < spans.length; i++) {
            if (since[i] != ABSENT) {
                end(i, current[i].last() + validity);
            }
        }
        return List.of(spans);
    }

    private List<Episode> episodes(int instance) {
        Recorded recorded = recording.instances().get(instance);
        List<Episode> found = new ArrayList<>();
        long[] first = {recorded.firstSeen()};
        SampleColumns samples = recorded.telling();
        samples.silences(validity, (from, to) -> {
            found.add(new Episode(instance, first[0], from, false));
            first[0] = to;
        });
        long last = samples.isEmpty() ? first[0] : samples.last();
        found.add(new Episode(instance, first[0], Math.max(last, recorded.lastSeen()), true));
        return found;
    }

    /** Whether an instance was silent by a fault: for a short time, or as long as its neighbours. */
    private boolean isFault(long from, long to, List<Episode> all) {
        if (to - from <= LONGEST_FAULT) {
            return true;
        }
        for (Episode one : all) {
            if (one.first() < to && one.last() > from + validity) {
                return false;
            }
        }
        return true;
    }

    /** Episodes begin at one instant: whoever has ended goes, and whoever cannot be there beside them. */
    private void begin(List<Episode> group) {
        long now = group.getFirst().first();
        for (int i = 0; i < since.length; i++) {
            if (since[i] != ABSENT && current[i].ends() && current[i].last() + validity <= now) {
                end(i, current[i].last() + validity);
            }
        }
        boolean[] comes = new boolean[since.length];
        for (Episode one : group) {
            comes[one.instance()] = true;
            current[one.instance()] = one;
        }
        // of two that come at once with one id the one that stays longer
        for (Episode one : group) {
            if (since[one.instance()] == ABSENT) {
                endSameId(one.instance(), now);
                since[one.instance()] = now;
            }
        }
        makeRoom(comes, now);
    }

    private void endSameId(int newcomer, long now) {
        String id = recording.instances().get(newcomer).instance().id();
        for (int i = 0; i < since.length; i++) {
            boolean same = recording.instances().get(i).instance().id().equals(id);
            if (same && i != newcomer && since[i] != ABSENT) {
                end(i, now);
            }
        }
    }

    private void makeRoom(boolean[] comes, long now) {
        if (allocated() <= slices) {
            return;
        }
        for (int i = 0; i < since.length; i++) {
            if (since[i] != ABSENT && !comes[i] && current[i].last() < now) {
                end(i, now);
            }
        }
        // Prometheus goes on repeating the last sample of a series for as long as it is valid
        int lingering = firstToEnd(comes, now);
        while (allocated() > slices && lingering >= 0) {
            long last = current[lingering].last();
            end(lingering, now);
            lingering = firstToEnd(comes, now);
            // those that end at one time went together, unless it is the recording that ends
            while (lingering >= 0 && current[lingering].last() == last && last < lastOfAll) {
                end(lingering, now);
                lingering = firstToEnd(comes, now);
            }
        }
    }

    /** Of the instances that end while readings from before still hold, the one that ends first; −1 without one. */
    private int firstToEnd(boolean[] comes, long now) {
        int found = -1;
        for (int i = 0; i < since.length; i++) {
            boolean ending = since[i] != ABSENT && !comes[i] && current[i].last() < now + validity;
            if (ending && (found < 0 || current[i].last() < current[found].last())) {
                found = i;
            }
        }
        return found;
    }

    private int allocated() {
        int sum = 0;
        for (int i = 0; i < since.length; i++) {
            sum += since[i] == ABSENT
                    ? 0
                    : recording.instances().get(i).instance().profile().computeSlices();
        }
        return sum;
    }

    private void end(int instance, long now) {
        spans[instance] = spans[instance].and(since[instance], now);
        since[instance] = ABSENT;
    }
}
