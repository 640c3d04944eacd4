package io.slicewise.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The short way to a number's digits leads to the same digits as exact decimals. */
class NumbersProperties {
    @Property(tries = 20_000)
    void cleaningIsThatOfExactDecimals(@ForAll("ratios") double value) {
        BigDecimal meant = new BigDecimal(value)
                .round(new MathContext(15, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        double exact = meant.precision() <= 12 ? meant.doubleValue() : value;
        assertEquals(exact, Numbers.clean(value));
    }

    @Property(tries = 20_000)
    void percentagesAreRoundedAsExactDecimalsAre(@ForAll("ratios") double ratio) {
        BigDecimal exact = new BigDecimal(ratio)
                .movePointRight(2)
                .round(new MathContext(14, RoundingMode.HALF_UP))
                .setScale(1, RoundingMode.HALF_UP);
        String shown = exact.signum() == 0 ? "0.0" : exact.toPlainString().replace('-', '−');
        assertEquals(shown, Numbers.percentNumber(ratio));
    }

    /** Quotients, short decimals, halves of a tenth of a percent, and the neighbours of all of these. */
    @Provide
    Arbitrary<Double> ratios() {
        Arbitrary<Integer> parts = Arbitraries.integers().between(-2_000_000, 2_000_000);
        Arbitrary<Double> quotients =
                parts.flatMap(part -> Arbitraries.integers().between(1, 300_000).map(whole -> (double) part / whole));
        Arbitrary<Double> decimals = parts.flatMap(part -> Arbitraries.integers()
                .between(0, 18)
                .map(digits -> new BigDecimal(part).movePointLeft(digits).doubleValue()));
        Arbitrary<Double> halves = parts.map(part -> (part + 0.5) / 1000);
        Arbitrary<Double> any = Arbitraries.doubles().between(-1e12, 1e12);
        return Arbitraries.oneOf(quotients, decimals, halves, any)
                .flatMap(value -> Arbitraries.integers().between(-3, 3).map(steps -> moved(value, steps)));
    }

    private static double moved(double value, int steps) {
        double moved = value;
        for (int i = 0; i < Math.abs(steps); i++) {
            moved = steps > 0 ? Math.nextUp(moved) : Math.nextDown(moved);
        }
        return moved;
    }
}
