package io.slicewise.planning.purchase;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Money in whole numbers of its smallest part that occurs.
 *
 * @param decimals how many decimals that part has
 */
record Money(int decimals) {
    static Money of(List<Offer> offers, @Nullable BigDecimal budget) {
        return new Money(Stream.concat(
                        offers.stream().map(Offer::unitPrice), Stream.of(budget == null ? BigDecimal.ZERO : budget))
                .filter(Objects::nonNull)
                .mapToInt(price -> price.stripTrailingZeros().scale())
                .max()
                .orElse(0));
    }

    Money {
        decimals = Math.max(0, decimals);
    }

    long parts(@Nullable BigDecimal money) {
        return money == null ? 0 : money.movePointRight(decimals).longValueExact();
    }

    BigDecimal money(long parts) {
        BigDecimal plain = BigDecimal.valueOf(parts, decimals).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
