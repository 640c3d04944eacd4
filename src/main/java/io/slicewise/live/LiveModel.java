package io.slicewise.live;

import io.slicewise.live.http.Backoff;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.LiveException;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A view that asks a server again and again, one question at a time. Survives whatever the server does: after a failure
 * it waits longer and longer and keeps showing the last answer with its age; where only a person can help (a password
 * that is not taken), it does not ask again by itself.
 *
 * <p>Everything here is called on the owner of its {@link Surroundings}, and the listener too.
 */
public final class LiveModel {
    /** The shortest time between two questions. */
    public static final Duration SHORTEST = Duration.ofSeconds(5);

    /** The longest one. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private final Surroundings around;
    private final DoubleSupplier random;
    private final Consumer<LiveState> listener;

    private Fetch fetch;
    private Duration interval;
    private LiveState state = new LiveState.Idle();
    private boolean paused;
    private boolean started;
    private int failures;
    private int plans;
    private @Nullable Cancel underWay;
    private @Nullable Runnable planned;

    /**
     * @param fetch asks once
     * @param interval from one question to the next; taken into the limits
     * @param around threads, timer and clock
     * @param random numbers from 0 to 1, so that not everybody asks again at the same moment
     * @param listener hears of every state
     */
    public LiveModel(
            Fetch fetch, Duration interval, Surroundings around, DoubleSupplier random, Consumer<LiveState> listener) {
        this.fetch = fetch;
        this.interval = limited(interval);
        this.around = around;
        this.random = random;
        this.listener = listener;
    }

    /** How it stands. */
    public LiveState state() {
        return state;
    }

    /** From one question to the next. */
    public Duration interval() {
        return interval;
    }

    /** Whether it waits until somebody looks again. */
    public boolean isPaused() {
        return paused;
    }

    /** Whether a question is under way. */
    public boolean isAsking() {
        return underWay != null;
    }

    /** Begins, and asks at once. Nothing where it has begun already. */
    public void start() {
        if (!started) {
            started = true;
            failures = 0;
            show(new LiveState.Connecting(around.clock().instant()));
            if (!paused) {
                ask();
            }
        }
    }

    /** Ends, with the question that is under way; what is shown stays. */
    public void stop() {
        started = false;
        forget();
    }

    /** Asks now, whatever was planned. A question under way is not asked twice. */
    public void refresh() {
        if (started && underWay == null) {
            ask();
        }
    }

    /** Asks somebody else, or for something else, from now on; what was shown before is gone. */
    public void setFetch(Fetch other) {
        fetch = other;
        forget();
        failures = 0;
        if (started) {
            show(new LiveState.Connecting(around.clock().instant()));
            if (!paused) {
                ask();
            }
        } else {
            show(new LiveState.Idle());
        }
    }

    /** Nobody looks: no further question. The one that is under way may end. */
    public void pause() {
        paused = true;
        unplan();
    }

    /** Somebody looks again: asks at once if the answer is older than the interval, else when it will be. */
    public void resume() {
        if (!paused) {
            return;
        }
        paused = false;
        if (started && underWay == null && canAskByItself()) {
            Duration age = state.age(around.clock().instant());
            Duration left = age == null || failures > 0 ? Duration.ZERO : interval.minus(age);
            if (left.isPositive()) {
                plan(left);
            } else {
                ask();
            }
        }
    }

    /** Asks more or less often from now on. */
    public void setInterval(Duration newInterval) {
        interval = limited(newInterval);
        if (started && !paused && underWay == null && failures == 0) {
            Duration age = state.age(around.clock().instant());
            Duration left = age == null ? Duration.ZERO : interval.minus(age);
            plan(left.isPositive() ? left : Duration.ZERO);
        }
    }

    private boolean canAskByItself() {
        return switch (state) {
            case LiveState.Stale stale -> stale.next() != null;
            case LiveState.Failed failed -> failed.next() != null;
            case LiveState.Idle _, LiveState.Connecting _, LiveState.Fresh _ -> true;
        };
    }

    private void ask() {
        unplan();
        Cancel cancel = new Cancel();
        underWay = cancel;
        Fetch asked = fetch;
        around.worker().execute(() -> {
            try {
                Reading reading = asked.fetch(cancel);
                around.owner().execute(() -> answered(cancel, reading));
            } catch (LiveException e) {
                around.owner().execute(() -> failed(cancel, e.failure()));
            } catch (RuntimeException | OutOfMemoryError e) {
                // a fault of this program ends the question, not the view
                around.owner().execute(() -> failed(cancel, Failure.of(Failure.Kind.SETTINGS, Failure.inside(e))));
            }
        });
    }

    private void answered(Cancel question, Reading reading) {
        if (isOld(question)) {
            return;
        }
        underWay = null;
        failures = 0;
        show(new LiveState.Fresh(reading, around.clock().instant()));
        if (started && !paused && underWay == null) {
            plan(interval);
        }
    }

    private void failed(Cancel question, Failure failure) {
        if (isOld(question)) {
            return;
        }
        underWay = null;
        failures++;
        Instant now = around.clock().instant();
        Duration wait = null;
        if (failure.kind().passes()) {
            Duration first = interval.compareTo(SHORTEST) > 0 ? SHORTEST : interval;
            wait = new Backoff(first, LONGEST, random).after(failures, failure.retryAfter());
        }
        Instant next = wait == null ? null : now.plus(wait);
        show(
                switch (state) {
                    case LiveState.Fresh fresh -> new LiveState.Stale(fresh.reading(), fresh.at(), failure, now, next);
                    case LiveState.Stale stale ->
                        new LiveState.Stale(stale.reading(), stale.at(), failure, stale.since(), next);
                    case LiveState.Failed before -> new LiveState.Failed(failure, before.since(), next);
                    case LiveState.Idle _, LiveState.Connecting _ -> new LiveState.Failed(failure, now, next);
                });
        if (started && !paused && underWay == null && wait != null) {
            plan(wait);
        }
    }

    /** Whether the answer to this question is not wanted any more. */
    private boolean isOld(Cancel question) {
        return underWay != question;
    }

    private void forget() {
        unplan();
        Cancel question = underWay;
        underWay = null;
        if (question != null) {
            question.cancel();
        }
    }

    private void plan(Duration time) {
        unplan();
        int number = ++plans;
        planned = around.timer().after(time, () -> {
            // one that was taken back can be on its way to the owner already
            if (number == plans && started && !paused && underWay == null) {
                ask();
            }
        });
    }

    private void unplan() {
        Runnable takeBack = planned;
        planned = null;
        plans++;
        if (takeBack != null) {
            takeBack.run();
        }
    }

    private void show(LiveState newState) {
        state = newState;
        listener.accept(newState);
    }

    private static Duration limited(Duration wanted) {
        return wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }
}
