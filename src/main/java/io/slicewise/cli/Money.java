package io.slicewise.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money in tables. */
final class Money {
    private static final int DECIMALS = 2;

    private Money() {}

    /** With two decimals, so that they stand below each other. The currency is the planner's. */
    static String text(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
