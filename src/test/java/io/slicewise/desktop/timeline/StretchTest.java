package io.slicewise.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final Stretch WHOLE = Stretch.whole(0, 10_000, 100);

    @Test
    void whatIsPointedAtStaysWhereItIs() {
        Stretch near = WHOLE.zoomed(2_500, 0.5);
        assertEquals(5_000, near.length());
        assertEquals(1_250, near.from());
        assertEquals(WHOLE, near.zoomed(2_500, 2));
    }

    @Test
    void anotherEndComesIntoSightAndGoesOutOfItAgain() {
        Stretch far = WHOLE.reaching(16_000);
        assertTrue(far.isWhole());
        assertEquals(WHOLE, far.reaching(10_000));
        Stretch near = WHOLE.zoomed(5_000, 0.2).reaching(16_000);
        assertEquals(4_000, near.from());
        assertEquals(16_000, near.to());
        Stretch beyond = far.zoomed(16_000, 0.1).reaching(10_000);
        assertEquals(10_000, beyond.to());
        assertEquals(1_600, beyond.length());
    }

    @Test
    void nearerThanFiveStepsIsNothingToSee() {
        assertEquals(500, WHOLE.zoomed(3_000, 1e-6).length());
    }

    @Test
    void movingEndsAtTheEnds() {
        Stretch near = WHOLE.zoomed(5_000, 0.2);
        assertEquals(0, near.moved(-1_000_000).from());
        assertEquals(10_000, near.moved(1_000_000).to());
        assertEquals(near.length(), near.moved(1_000_000).length());
    }

    @Test
    void aMomentOutsideComesIntoSight() {
        Stretch near = WHOLE.zoomed(5_000, 0.2);
        assertEquals(near, near.with(5_000));
        assertEquals(200, near.with(200).from());
        assertEquals(9_001, near.with(9_000).to());
    }

    @Property(tries = 300)
    void neverOutsideOfTheTimeline(
            @ForAll @LongRange(min = -5_000, max = 15_000) long around,
            @ForAll @DoubleRange(min = 0.01, max = 20) double factor,
            @ForAll @LongRange(min = -20_000, max = 20_000) long by) {
        Stretch stretch = WHOLE.zoomed(4_000, 0.3).zoomed(around, factor).moved(by);
        assertTrue(stretch.from() >= 0 && stretch.to() <= 10_000 && stretch.length() >= 500, stretch::toString);
    }
}
