package io.slicewise.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** Rounded parts add up to their rounded whole. */
class ApportionmentProperties {
    @Property
    void whatIsShownAddsUp(@ForAll @Size(max = 60) List<@DoubleRange(min = -1, max = 1) Double> parts) {
        double[] exact = parts.stream().mapToDouble(Double::doubleValue).toArray();
        double whole = Arrays.stream(exact).sum();
        double[] shown = Apportionment.ratios(exact, whole);
        double expected = Arrays.stream(exact).anyMatch(part -> part != 0) ? Apportionment.shown(whole) : 0;
        assertEquals(expected, Arrays.stream(shown).sum(), 1e-9);
        for (int i = 0; i < exact.length; i++) {
            assertEquals(Apportionment.shown(shown[i]), shown[i]);
            // the parts' own rounding, and at most one unit more since the whole is rounded too
            assertTrue(Math.abs(shown[i] - exact[i]) < 0.00151, exact[i] + " as " + shown[i]);
        }
    }

    @Property
    void aPercentageIsRoundedAsItIsWritten(@ForAll @DoubleRange(min = -2, max = 2) double ratio) {
        assertEquals(Numbers.percentNumber(ratio), Numbers.percentNumber(Apportionment.shown(ratio)));
    }

    @Example
    void theContributionsOfTheMainExample() {
        assertArrayEquals(
                new double[] {-0.008, -0.003, 0.003, -0.022},
                Apportionment.ratios(new double[] {-0.0075, -0.0025, 0.0025, -0.0225}, -0.03));
    }

    @Example
    void nothingStaysNothingAndUnknownUnknown() {
        assertArrayEquals(
                new double[] {0, 0.334, Double.NaN, 0.333, 0.333},
                Apportionment.ratios(new double[] {0, 1 / 3.0, Double.NaN, 1 / 3.0, 1 / 3.0}, 1));
        assertArrayEquals(new double[] {0.5}, Apportionment.ratios(new double[] {0.5}, Double.NaN));
    }

    @Example
    void theDifferenceOfTwoPercentagesIsThatOfWhatIsShown() {
        assertEquals(0.138, Points.between(0.4414, 0.5785).difference());
        assertEquals(Double.NaN, Points.between(0.5, Double.NaN).difference());
    }

    @Example
    void moreDigitsForWhoWantsToKnow() {
        assertEquals("−0.75", Numbers.precise(-0.75, true));
        assertEquals("+13.7143", Numbers.precise(13.714286, true));
        assertEquals("75.0", Numbers.precise(75, false));
        assertEquals("0.0", Numbers.precise(0, true));
        assertEquals(-0.03, Numbers.clean(-0.030000000000000027));
        assertEquals(0.8, Numbers.clean(0.7999999999999999));
        assertEquals(0, Numbers.clean((0.7 + 0.1 + 0.4) / 3 - (0.7 + 0.1 + 3 * 0.4) / 5));
        assertEquals(BigDecimal.ZERO, Numbers.meant(5.551115123125783E-17));
    }
}
