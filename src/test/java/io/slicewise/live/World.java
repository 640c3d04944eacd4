package io.slicewise.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Threads, a timer and a clock that stand still until a test moves them. */
final class World {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final Deque<Runnable> owner = new ArrayDeque<>();
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final List<Planned> planned = new ArrayList<>();
    private Instant now = START;

    private record Planned(Instant at, Runnable action) {}

    Surroundings surroundings() {
        return new Surroundings(owner::add, worker::add, this::after, () -> now);
    }

    private Runnable after(Duration time, Runnable action) {
        Planned plan = new Planned(now.plus(time), action);
        planned.add(plan);
        return () -> planned.remove(plan);
    }

    Instant now() {
        return now;
    }

    /** Lets workers and owner do all that is to do now. */
    void settle() {
        while (!worker.isEmpty() || !owner.isEmpty()) {
            work();
            while (!owner.isEmpty()) {
                owner.remove().run();
            }
        }
    }

    /** Lets one question be answered, and leaves the answer on its way to the owner. */
    void work() {
        if (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    /** How many questions are under way. */
    int questions() {
        return worker.size();
    }

    /** Lets time pass, with all that is planned in it, at its time. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        while (true) {
            Planned next = planned.stream()
                    .filter(plan -> !plan.at().isAfter(end))
                    .min(Comparator.comparing(Planned::at))
                    .orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            planned.remove(next);
            now = next.at();
            next.action().run();
            settle();
        }
    }

    /** Lets time pass and nothing happen, as on a machine that sleeps. */
    void sleep(Duration time) {
        now = now.plus(time);
    }
}
