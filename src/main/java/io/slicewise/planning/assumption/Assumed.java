package io.slicewise.planning.assumption;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** A number that a planner knows about a GPU model. */
public enum Assumed {
    /** What an hour of a GPU costs. */
    HOURLY,
    /** What a GPU was bought for. */
    PRICE,
    /** What it will be sold for. */
    REST,
    /** How many years it is used. */
    YEARS,
    /** What it draws on average, in watts. */
    WATTS,
    /** What the place and everything else cost an hour. */
    OTHER,
    /** What it draws with nothing to do, in watts. */
    IDLE,
    /** What it draws at most, in watts. */
    MAX;

    private static final BigDecimal MOST = new BigDecimal("1e12");

    /** The persistent name: {@code hourly}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number of a persistent name. */
    public static Optional<Assumed> ofId(String id) {
        for (Assumed one : values()) {
            if (one.id().equals(id)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Whether a number can be this: nothing is negative, and years are more than none. */
    public boolean canBe(BigDecimal number) {
        return number.compareTo(MOST) <= 0 && (this == YEARS ? number.signum() > 0 : number.signum() >= 0);
    }
}
