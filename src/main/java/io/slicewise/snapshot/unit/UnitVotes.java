package io.slicewise.snapshot.unit;

import io.slicewise.fleet.ReadingKind;
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
    private @Nullable UnitVotes @Nullable [] others;

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

    /** Nothing is left to decide or to choose: the values had percent signs, and are ratios now. */
    public void ratiosAreSure() {
        sure = true;
    }

    public boolean isEmpty() {
        return values == 0;
    }

    /** Takes a value of a reading beside the utilization. */
    public void add(ReadingKind reading, double value) {
        @Nullable UnitVotes[] votes = others;
        if (votes == null) {
            votes = new UnitVotes[ReadingKind.values().length];
            others = votes;
        }
        UnitVotes one = votes[reading.ordinal()];
        if (one == null) {
            one = new UnitVotes();
            votes[reading.ordinal()] = one;
        }
        one.add(value);
    }

    /**
     * The unit of a reading beside the utilization: that of the utilization, but where the reading's own values cannot be
     * ratios, or where there is no utilization to go by. That tensor cores idle at 0.5 does not tell by itself.
     */
    Unit unit(ReadingKind reading, @Nullable Unit chosen) {
        if (chosen != null && !sure) {
            return chosen;
        }
        @Nullable UnitVotes[] votes = others;
        UnitVotes own = votes == null ? null : votes[reading.ordinal()];
        Unit alone = own == null ? Unit.RATIO : own.decide(null).unit();
        return alone == Unit.RATIO && values > 0 && !sure ? decide(null).unit() : alone;
    }

    public UnitDecision decide(@Nullable Unit chosen) {
        if (chosen != null && !sure) {
            return new UnitDecision(chosen, Text.of("snapshot.unit.chosen"), true);
        }
        if (values == 0) {
            return new UnitDecision(Unit.RATIO, Text.of("snapshot.unit.noValues"), true);
        }
        if (sure) {
            return new UnitDecision(Unit.RATIO, Text.of("snapshot.unit.signs", values), true);
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
