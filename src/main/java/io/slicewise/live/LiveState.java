package io.slicewise.live;

import io.slicewise.live.http.Failure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a live view stands. */
public sealed interface LiveState {
    /** Nothing was started, or it was stopped. */
    record Idle() implements LiveState {}

    /**
     * The first answer is under way.
     *
     * @param since when it was asked for
     */
    record Connecting(Instant since) implements LiveState {}

    /**
     * The newest answer.
     *
     * @param reading what it tells
     * @param at when it came
     */
    record Fresh(Reading reading, Instant at) implements LiveState {}

    /**
     * An older answer, since the newer ones failed.
     *
     * @param reading what it tells
     * @param at when it came
     * @param why what failed last
     * @param since when the first of the failures in a row was
     * @param next when it is tried again; {@code null} where only a person can help
     */
    record Stale(
            Reading reading,
            Instant at,
            Failure why,
            Instant since,
            @Nullable Instant next) implements LiveState {}

    /**
     * There never was an answer.
     *
     * @param why what failed last
     * @param since when the first of the failures in a row was
     * @param next when it is tried again; {@code null} where only a person can help
     */
    record Failed(Failure why, Instant since, @Nullable Instant next) implements LiveState {}

    /** The newest answer that there is; {@code null} without one. */
    default @Nullable Reading reading() {
        return switch (this) {
            case Fresh fresh -> fresh.reading();
            case Stale stale -> stale.reading();
            case Idle _, Connecting _, Failed _ -> null;
        };
    }

    /** How old what is shown is; {@code null} where nothing is. */
    default @Nullable Duration age(Instant now) {
        Instant at = switch (this) {
            case Fresh fresh -> fresh.at();
            case Stale stale -> stale.at();
            case Idle _, Connecting _, Failed _ -> null;
        };
        // a clock that was set back makes nothing younger than new
        return at == null ? null : now.isAfter(at) ? Duration.between(at, now) : Duration.ZERO;
    }
}
