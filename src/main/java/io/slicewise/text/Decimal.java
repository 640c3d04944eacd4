package io.slicewise.text;

import org.jspecify.annotations.Nullable;

/**
 * A plain number, to be shown with as many decimals as it needs, at most {@code decimals}.
 *
 * @param value the number; {@code NaN} shows as a dash
 * @param decimals the most decimals to show
 */
public record Decimal(double value, int decimals) {
    // As a record's own, which a process that is new would first have to put together.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decimal that && Double.compare(value, that.value) == 0 && decimals == that.decimals;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(value) + decimals;
    }
}
