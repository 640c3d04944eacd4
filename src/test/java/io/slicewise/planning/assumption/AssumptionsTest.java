package io.slicewise.planning.assumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssumptionsTest {
    private static final String A100 = "a100-80gb";

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    /** Case k13: 25,000 with a rest of 2,500 after 4 years, 353.5 W, PUE 1.4, 0.15 a kWh, 0.2 for the place. */
    private static final Assumptions PURCHASE = Assumptions.NONE
            .with(A100, Assumed.PRICE, of("25000"))
            .with(A100, Assumed.REST, of("2500"))
            .with(A100, Assumed.YEARS, of("4"))
            .with(A100, Assumed.WATTS, of("353.5"))
            .with(A100, Assumed.OTHER, of("0.2"))
            .withPue(of("1.4"))
            .withPerKwh(of("0.15"));

    @Test
    void aRateFromAPurchase() {
        assertThat(PURCHASE.rate(A100)).isCloseTo(of("0.916358288"), within(of("1e-9")));
        assertThat(PURCHASE.rates()).containsOnlyKeys(A100);
    }

    @Test
    void whatIsTypedIsTheRate() {
        assertThat(PURCHASE.with(A100, Assumed.HOURLY, of("2.5")).rate(A100)).isEqualTo(of("2.5"));
        assertThat(Assumptions.NONE.rate(A100)).isNull();
    }

    @Test
    void electricityIsNotForNothing() {
        assertThat(PURCHASE.withPerKwh(null).rate(A100)).isNull();
        assertThat(PURCHASE.withPerKwh(null).with(A100, Assumed.WATTS, null).rate(A100))
                .isNotNull();
        assertThat(PURCHASE.with(A100, Assumed.YEARS, null).rate(A100)).isNull();
    }

    @Test
    void whatIsTakenAwayIsAsIfItHadNeverBeenThere() {
        Assumptions one = Assumptions.NONE.with(A100, Assumed.IDLE, of("50"));
        assertThat(one.of(A100).number(Assumed.IDLE)).isEqualTo(50);
        assertThat(one.of(A100).number(Assumed.MAX)).isNaN();
        assertThat(one.with(A100, Assumed.IDLE, null)).isEqualTo(Assumptions.NONE);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> Assumptions.NONE.withPue(of("0.9"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ModelAssumptions(Map.of(Assumed.YEARS, BigDecimal.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Assumed.PRICE.canBe(of("-1"))).isFalse();
        assertThat(Assumed.ofId("hourly")).contains(Assumed.HOURLY);
    }
}
