package io.slicewise.planning.watts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.slicewise.fleet.Gpu;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.PlanningWords;
import io.slicewise.planning.watts.IdleWatts.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetPowerTest {
    private static final Gpu BUSY = PlanningWords.gpu(Fleets.model("a100-80gb"), "a 1g u=0.6; b 4g u=0.4");
    private static final Gpu QUIET = PlanningWords.gpu(Fleets.model("a100-80gb"), "a 1g u=0; b 2g u=0");

    private static GpuPower of(Gpu gpu, double idle, double max) {
        return FleetPower.of(List.of(gpu), _ -> idle, _ -> max).gpus().getFirst();
    }

    @Test
    void whatWasMeasuredIsTheTotal() {
        GpuPower measured = of(BUSY.withPower(300), 50, 400);
        assertThat(measured.isMeasured()).isTrue();
        assertThat(measured.draw().total()).isEqualTo(300);
        assertThat(of(BUSY, 50, 400).draw().total()).isCloseTo(160, within(1e-9));
    }

    @Test
    void whatItDrawsWhileAllReadNothingIsItsIdleWatts() {
        GpuPower quiet = of(QUIET.withPower(81), Double.NaN, Double.NaN);
        assertThat(quiet.idle()).isEqualTo(new IdleWatts(81, Source.MEASURED));
        assertThat(quiet.draw().active()).isZero();
        // an instance without a reading may have been at work
        Gpu silent = QUIET.withInstances(
                List.of(QUIET.instances().getFirst().withUtilization(Double.NaN), QUIET.instances().getLast()));
        assertThat(of(silent.withPower(81), Double.NaN, Double.NaN).idle().source()).isEqualTo(Source.CATALOGUE);
        assertThat(of(QUIET.withPower(81), 60, Double.NaN).idle().source()).isEqualTo(Source.PLANNER);
    }

    @Test
    void oneUnknownMakesTheSumUnknown() {
        Gpu unknown = PlanningWords.gpu(Fleets.model("h200-nvl-141gb"), "a 7g u=0.5");
        FleetPower power = FleetPower.of(List.of(BUSY, unknown), _ -> Double.NaN, _ -> Double.NaN);
        assertThat(power.total()).isNaN();
        assertThat(power.open()).containsExactly(unknown);
        assertThat(power.measured()).isZero();
    }
}
