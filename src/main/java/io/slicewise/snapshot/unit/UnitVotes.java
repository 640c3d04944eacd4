package io.slicewise.snapshot.unit;

import io.slicewise.snapshot.UnitDecision;
import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.text.Decimal;
import io.slicewise.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Decides between ratio and percent from all values of a file.
 *
 * <p>In a file of ratios nothing lies above 1 but by a little; in a file of percents some value usually does. A few
 * values between 1.1 and 110 among many that can be ratios are faults in a file of ratios; where they are a tenth of
 * the values that are not 0 or more, or where all values are whole numbers, they are what percents look like.
 */
public final class UnitVotes {
    private static final int FEW = 10;

    private long values;
    private long ratios;
    private long percents;
    private double largest;
    private boolean fractions;
    private boolean sure;

    public void add(double value) {
        values++;
        largest = Math.max(largest, value);
        if (value > 0) {
            fractions |= value != Math.rint(value);
            if (Unit.RATIO.holds(value)) {
                ratios++;
            } else {
                percents++;
            }
        }
    }

    /** Nothing is left to decide or to choose: the values are ratios. */
    public void ratiosAreSure() {
        sure = true;
    }

    public boolean isEmpty() {
        return values == 0;
    }

    public UnitDecision decide(@Nullable Unit chosen) {
        if (chosen != null && !sure) {
            return new UnitDecision(chosen, Text.of("snapshot.unit.chosen"), true);
        }
        if (values == 0) {
            return new UnitDecision(Unit.RATIO, Text.of("snapshot.unit.noValues"), true);
        }
        if (percents == 0) {
            return new UnitDecision(Unit.RATIO, Text.of("snapshot.unit.ratio", values, new Decimal(largest, 6)), true);
        }
        Text why;
        if (!fractions || percents * FEW >= ratios) {
            why = Text.of("snapshot.unit.percent", percents, values, new Decimal(largest, 2));
            return new UnitDecision(Unit.PERCENT, why, !fractions || percents >= ratios);
        }
        why = Text.of("snapshot.unit.ratioWithFaults", percents, values);
        return new UnitDecision(Unit.RATIO, why, false);
    }
}
