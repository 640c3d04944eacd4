package io.slicewise.planning.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.money.PaidGpu.Use;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CostProperties {
    private static final List<GpuModel> MODELS = List.of(Fleets.model("a100-80gb"), Fleets.model("a30-24gb"));

    private static List<PaidGpu> gpus(long seed, BigDecimal factor) {
        Random random = new Random(seed);
        List<PaidGpu> gpus = new ArrayList<>();
        for (int g = random.nextInt(6); g >= 0; g--) {
            GpuModel model = MODELS.get(random.nextInt(MODELS.size()));
            List<Layout> layouts = Layouts.maximal(model, model.baseProfiles());
            Layout layout = layouts.get(random.nextInt(layouts.size()));
            BigDecimal hours = BigDecimal.valueOf(random.nextInt(1, 8000), 1);
            List<Use> uses = layout.placements().stream()
                    .filter(_ -> random.nextInt(5) > 0)
                    .map(placement -> new Use(
                            "t" + random.nextInt(3),
                            placement.profile(),
                            hours,
                            random.nextInt(6) == 0 ? Double.NaN : random.nextInt(1001) / 1000.0))
                    .toList();
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(90_000), 4);
            gpus.add(new PaidGpu(model, rate.multiply(factor), hours, uses));
        }
        return gpus;
    }

    @Property(tries = 500)
    void partsAddUpToTheTotalExactly(@ForAll long seed, @ForAll CostRule rule) {
        CostBill bill = CostBill.of(gpus(seed, BigDecimal.ONE), rule);
        BigDecimal by = bill.by().stream().map(PayerCost::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, bill.total().compareTo(by.add(bill.unallocated())));
        assertTrue(bill.unallocated().signum() >= 0);
        BigDecimal used = bill.used();
        BigDecimal idle = bill.idleAllocated();
        if (used != null && idle != null) {
            assertEquals(0, bill.total().compareTo(used.add(idle).add(bill.unallocated())));
            assertTrue(bill.usedLow().compareTo(used) <= 0 && used.compareTo(bill.usedHigh()) <= 0);
            assertTrue(idle.signum() >= 0);
        }
        CostBill spread = bill.spread();
        BigDecimal all = spread.by().stream().map(PayerCost::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, all.compareTo(bill.allocated().signum() == 0 ? all : bill.total()));
    }

    @Property(tries = 200)
    void ratesScale(@ForAll long seed, @ForAll CostRule rule) {
        CostBill one = CostBill.of(gpus(seed, BigDecimal.ONE), rule);
        CostBill ten = CostBill.of(gpus(seed, BigDecimal.TEN), rule);
        assertEquals(0, one.total().movePointRight(1).compareTo(ten.total()));
        assertEquals(one.allocated().doubleValue() * 10, ten.allocated().doubleValue(), 1e-9);
    }
}
