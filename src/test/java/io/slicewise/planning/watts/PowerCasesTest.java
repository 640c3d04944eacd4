package io.slicewise.planning.watts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Gpu;
import io.slicewise.mig.BoardPower;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.PlanningWords;
import io.slicewise.planning.watts.IdleWatts.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

class PowerCasesTest {
    private static final double NINE_DECIMALS = 5e-9;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/io/slicewise/planning/power.csv", numLinesToSkip = 1)
    void cases(ArgumentsAccessor row) {
        String number = row.getString(0);
        Gpu gpu = PlanningWords.gpu(Fleets.model(row.getString(1)), row.getString(4));
        double measured = row.getString(5) == null ? Double.NaN : row.getDouble(5);
        PowerDraw draw = PowerDraw.of(gpu, row.getDouble(2), row.getDouble(3), measured);
        assertEquals(row.getDouble(7), draw.total(), NINE_DECIMALS, number);
        assertEquals(row.getDouble(8), draw.active(), NINE_DECIMALS, number);
        same(row.getString(9), draw.instances(), InstancePower::byActivity, number);
        same(row.getString(10), draw.instances(), InstancePower::bySlicesAndActivity, number);
        assertEquals(row.getDouble(11), draw.unallocatedIdle(), NINE_DECIMALS, number);
        assertEquals(row.getDouble(12), draw.unattributed(), NINE_DECIMALS, number);
        double sum =
                draw.instances().stream().mapToDouble(InstancePower::byActivity).sum();
        assertEquals(draw.total(), sum + draw.unallocatedIdle() + draw.unattributed(), NINE_DECIMALS, number);
    }

    private static void same(
            String expected, List<InstancePower> found, ToDoubleFunction<InstancePower> watts, String number) {
        Map<String, Double> wanted = PlanningWords.amounts(expected);
        assertEquals(
                List.copyOf(wanted.keySet()),
                found.stream().map(InstancePower::id).toList());
        for (InstancePower one : found) {
            assertEquals(wanted.get(one.id()), watts.applyAsDouble(one), NINE_DECIMALS, number + " " + one.id());
        }
    }

    @Test
    void whatNothingTellsIsNoNumber() {
        Gpu gpu = PlanningWords.gpu(Fleets.model("a100-80gb"), "a 1g u=0.6");
        PowerDraw open = PowerDraw.of(gpu, Double.NaN, 400, Double.NaN);
        assertTrue(Double.isNaN(open.total()));
        assertTrue(Double.isNaN(open.instances().getFirst().byActivity()));
        PowerDraw measured = PowerDraw.of(gpu, Double.NaN, Double.NaN, 120);
        assertEquals(120, measured.total());
        assertTrue(Double.isNaN(measured.active()));
        PowerDraw empty = PowerDraw.of(gpu.withInstances(List.of()), 50, 400, Double.NaN);
        assertEquals(50, empty.total());
        assertEquals(50, empty.unallocatedIdle());
    }

    @Test
    void idleByOrderOfTrust() {
        Optional<BoardPower> board = Fleets.model("a100-80gb").power("");
        assertEquals(new IdleWatts(50, Source.PLANNER), IdleWatts.of(50, 61, board));
        assertEquals(new IdleWatts(61, Source.MEASURED), IdleWatts.of(Double.NaN, 61, board));
        assertEquals(new IdleWatts(66, Source.CATALOGUE), IdleWatts.of(Double.NaN, Double.NaN, board));
        assertEquals(
                Source.UNKNOWN,
                IdleWatts.of(Double.NaN, Double.NaN, Optional.empty()).source());
    }

    @Test
    void energyWithPueAndPrice() {
        Energy energy = Energy.of(230, 1.3, 24, 0.2);
        assertEquals(7.176, energy.kwh(), 1e-12);
        assertEquals(1.4352, energy.cost(), 1e-12);
    }

    /** Every public reading is in the catalogue as it stands there; one with a context or under MIG is no idle figure. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/io/slicewise/planning/gpu_power.csv", numLinesToSkip = 1)
    void catalogue(ArgumentsAccessor row) {
        Optional<GpuModel> model = Fleets.CATALOGUE.byId(row.getString(0));
        String board = row.getString(1);
        if (model.isEmpty() || board.contains("MIG enabled")) {
            return;
        }
        BoardPower power = model.get().power(board).orElseThrow();
        assertEquals(row.getInteger(2), power.capWatts());
        String idle = row.getString(3);
        assertEquals(idle, power.idleLow() == null ? null : power.idleLow() + "-" + power.idleHigh());
        assertTrue(power.source().title().length() > 3);
    }

    @Test
    void aBoardOfAnotherKindIsNotTaken() {
        assertTrue(Fleets.model("a100-80gb").power("NVIDIA A100 80GB PCIe").isEmpty());
        assertEquals(
                400,
                Fleets.model("a100-80gb")
                        .power("NVIDIA A100-SXM4-80GB")
                        .orElseThrow()
                        .cap());
        assertEquals(
                250,
                Fleets.model("a100-40gb")
                        .power("NVIDIA A100-PCIE-40GB")
                        .orElseThrow()
                        .cap());
        assertTrue(Fleets.model("a100-40gb").power("").isEmpty());
    }
}
