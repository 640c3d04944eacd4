package io.slicewise.usage.timeline;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Profile;
import io.slicewise.usage.timeline.Recording.Recorded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes out when the instances of one GPU existed: each from its first row on, silent or not, until something comes that
 * cannot be there beside it. For one use.
 */
final class Presence {
    /** Compute slices of the largest GPU there is: more than that stand nowhere together. */
    private static final int MOST_SLICES = 7;

    private static final long ABSENT = Long.MIN_VALUE;

    private final Recording recording;
    private final long validity;
    private final @Nullable GpuModel model;
    private final long lastOfAll;
    private final Spans[] spans;

    /** By instance when it came, {@link #ABSENT} while it is not there. */
    private final long[] since;

    /** By instance the episode that goes on, or that ended and is not followed by another one yet. */
    private final Episode[] current;

    /** By the names of profiles whether they can stand together. */
    private final Map<List<String>, Boolean> placeable = new HashMap<>();

    /**
     * A time in which something told of an instance at least as often as a reading holds.
     *
     * @param last the last instant that told
     */
    private record Episode(int instance, long first, long last) {}

    Presence(Recording recording, long validity) {
        this.recording = recording;
        this.validity = validity;
        int count = recording.instances().size();
        model = recording.gpu().model();
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

    /**
     * The times in which each instance existed, in the order of the recording.
     *
     * @param end the instant after the last one that is looked at
     */
    List<Spans> find(long end) {
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < recording.instances().size(); i++) {
            addEpisodes(i, episodes);
        }
        episodes.sort(Comparator.comparingLong(Episode::first).thenComparingLong(Episode::last));
        for (int i = 0; i < episodes.size(); ) {
            int next = i;
            while (next < episodes.size()
                    && episodes.get(next).first() == episodes.get(i).first()) {
                next++;
            }
            begin(episodes.subList(i, next));
            i = next;
        }
        for (int i = 0; i < spans.length; i++) {
            if (since[i] != ABSENT) {
                end(i, end);
            }
        }
        return List.of(spans);
    }

    private void addEpisodes(int instance, List<Episode> into) {
        Recorded recorded = recording.instances().get(instance);
        long[] first = {recorded.firstSeen()};
        SampleColumns samples = recorded.telling();
        samples.silences(validity, (from, to) -> {
            into.add(new Episode(instance, first[0], from));
            first[0] = to;
        });
        long last = samples.isEmpty() ? first[0] : samples.last();
        into.add(new Episode(instance, first[0], Math.max(last, recorded.lastSeen())));
    }

    /** Episodes begin at one instant: who cannot be there beside them goes. */
    private void begin(List<Episode> group) {
        long now = group.getFirst().first();
        boolean[] comes = new boolean[since.length];
        boolean changed = false;
        // of two that come at once with one id the one that stays longer
        for (Episode one : group) {
            comes[one.instance()] = true;
            current[one.instance()] = one;
            if (since[one.instance()] == ABSENT) {
                endSameId(one.instance(), now);
                since[one.instance()] = now;
                changed = true;
            }
        }
        if (changed && !fits()) {
            makeRoom(comes, now);
        }
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
        for (int i = 0; i < since.length; i++) {
            if (since[i] != ABSENT && !comes[i] && current[i].last() < now) {
                end(i, now);
            }
        }
        // Prometheus goes on repeating the last sample of a series for as long as it is valid
        int lingering = firstToEnd(comes, now);
        while (lingering >= 0 && !fits()) {
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

    /** Whether all that is there can stand together. */
    private boolean fits() {
        List<Profile> there = new ArrayList<>();
        int slices = 0;
        for (int i = 0; i < since.length; i++) {
            if (since[i] != ABSENT) {
                Profile profile = recording.instances().get(i).instance().profile();
                there.add(profile);
                slices += profile.computeSlices();
            }
        }
        if (model == null) {
            return slices <= MOST_SLICES;
        }
        return slices <= model.computeSlices() && isPlaceable(model, there);
    }

    /** A profile that the model does not have is known by its slices only, and can stand anywhere. */
    private boolean isPlaceable(GpuModel on, List<Profile> there) {
        List<Profile> known = there.stream()
                .filter(profile -> on.profile(profile.name()).isPresent())
                .sorted(Comparator.comparing(Profile::name))
                .toList();
        List<String> names = known.stream().map(Profile::name).toList();
        return placeable.computeIfAbsent(names, _ -> Layouts.place(on, known).isPresent());
    }

    private void end(int instance, long now) {
        spans[instance] = spans[instance].and(since[instance], now);
        since[instance] = ABSENT;
    }
}
