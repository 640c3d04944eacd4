package io.slicewise.usage.timeline;

import static io.slicewise.usage.timeline.Recordings.a100;
import static io.slicewise.usage.timeline.Recordings.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.work.Cancel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The watts of GPUs over time, each of them once. */
class PowerCurveTest {
    private static final double EXACT = 1e-9;

    private static PowerTrack steady(String gpu, String host, int from, int to, double watts) {
        SamplesBuilder builder = new SamplesBuilder();
        for (int i = from; i <= to; i++) {
            builder.add(minute(i), watts);
        }
        return new PowerTrack(gpu, host, builder.build());
    }

    private static Timeline timeline(PowerTrack... power) {
        return Timeline.of(
                List.of(
                        a100("GPU 0").steady("1", "7g.80gb", 0, 119, 40).done(),
                        a100("GPU 1").steady("1", "7g.80gb", 0, 119, 60).done()),
                List.of(power),
                () -> {});
    }

    @Test
    void theWorkedExample() {
        Timeline timeline = timeline(steady("GPU 0", "a", 0, 119, 200), steady("GPU 1", "b", 0, 59, 100));
        PowerCurve curve = PowerCurve.of(timeline);
        assertEquals(300, curve.at(minute(30)), EXACT);
        assertEquals(2, curve.measuredAt(minute(30)));
        assertEquals(200, curve.at(minute(90)), EXACT);
        assertEquals(1, curve.measuredAt(minute(90)));
        assertFalse(curve.isComplete(timeline.start(), timeline.end()));
        assertTrue(curve.isComplete(minute(0), minute(60)));
        RangeStatistics all = curve.statistics(timeline.start(), timeline.end());
        // the last reading holds for five minutes
        assertEquals((64 * 300 + 56 * 200) / 120.0, all.mean(), EXACT);
        assertEquals(300, all.max(), EXACT);
        assertEquals((64 * 300 + 56 * 200) / 60_000.0, curve.kilowattHours(timeline.start(), timeline.end()), EXACT);
        assertEquals(0.3, curve.kilowattHours(minute(0), minute(60)), EXACT);
        assertEquals(0.05, curve.kilowattHours(minute(0), minute(10)), EXACT);
    }

    @Test
    void aHostHasItsOwnAndWhatIsNotMeasuredIsNotZero() {
        Timeline timeline = timeline(steady("GPU 0", "a", 0, 119, 200), steady("GPU 1", "b", 60, 119, 100));
        PowerCurve b = PowerCurve.of(timeline, one -> one.host().equals("b"), Cancel.NEVER);
        assertEquals(1, b.gpus());
        assertTrue(Double.isNaN(b.at(minute(30))));
        assertEquals(100, b.at(minute(60)), EXACT);
        assertEquals(100, b.statistics(timeline.start(), timeline.end()).mean(), EXACT);
        assertTrue(Double.isNaN(b.window(minute(0), minute(60), 4).means()[3]));
    }

    @Test
    void thePowerOfGpusOnShowIsTheirs() {
        Timeline timeline = timeline(steady("GPU 0", "a", 0, 119, 200), steady("GPU 1", "b", 0, 119, 100));
        Timeline one = timeline.only(gpu -> gpu.gpu().id().equals("GPU 1"));
        assertEquals(100, PowerCurve.of(one).at(minute(30)), EXACT);
        assertEquals(0, PowerCurve.of(timeline()).gpus());
        assertTrue(Double.isNaN(PowerCurve.of(timeline()).at(minute(30))));
    }
}
