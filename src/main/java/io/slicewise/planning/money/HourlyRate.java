package io.slicewise.planning.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What an hour of a GPU costs that was bought.
 *
 * @param price what was paid
 * @param rest what it will be sold for
 * @param years how long it is used, above 0
 * @param watts what it draws on average
 * @param pue what the building draws for each watt of it, at least 1
 * @param perKwh the price of a kWh
 * @param other what the place and everything else cost an hour
 */
public record HourlyRate(
        BigDecimal price,
        BigDecimal rest,
        BigDecimal years,
        BigDecimal watts,
        BigDecimal pue,
        BigDecimal perKwh,
        BigDecimal other) {
    private static final BigDecimal HOURS_A_YEAR = BigDecimal.valueOf(8760);
    private static final int KILO = 3;

    public HourlyRate {
        if (years.signum() <= 0 || pue.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException(years + " years, PUE " + pue);
        }
    }

    /**
     * {@code (price − rest)/(years·8760) + watts·PUE·perKwh/1000 + other}. 25,000 with a rest of 2,500 after 4 years, 353.5 W,
     * PUE 1.4, 0.15 a kWh and 0.2 for the place are 0.916358288.
     */
    public BigDecimal amount() {
        BigDecimal capital = price.subtract(rest).divide(years.multiply(HOURS_A_YEAR), MathContext.DECIMAL128);
        BigDecimal energy = watts.multiply(pue).multiply(perKwh).movePointLeft(KILO);
        return capital.add(energy).add(other).setScale(CostBill.SCALE, RoundingMode.HALF_UP);
    }
}
