package io.slicewise.planning.watts;

/**
 * Watts over a time.
 *
 * @param kwh what the building draws
 * @param cost what that costs; {@code NaN} without a price
 */
public record Energy(double kwh, double cost) {
    private static final double KILO = 1000;

    /**
     * {@code kWh = watts·PUE·hours/1000}.
     *
     * @param pue what the building draws for each watt of the GPUs
     * @param perKwh the price of a kWh; {@code NaN} for none
     */
    public static Energy of(double watts, double pue, double hours, double perKwh) {
        double kwh = watts * pue * hours / KILO;
        return new Energy(kwh, kwh * perKwh);
    }
}
