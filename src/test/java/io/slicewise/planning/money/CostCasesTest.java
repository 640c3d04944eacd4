package io.slicewise.planning.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.slicewise.mig.GpuModel;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.PlanningWords;
import io.slicewise.planning.money.PaidGpu.Use;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

class CostCasesTest {
    private static final double NINE_DECIMALS = 5e-10;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/io/slicewise/planning/cost.csv", numLinesToSkip = 1)
    void cases(ArgumentsAccessor row) {
        String number = row.getString(0);
        if (row.getString(6).equals("rate")) {
            assertEquals(row.getDouble(3), rate(row.getString(5)).doubleValue(), NINE_DECIMALS, number);
            return;
        }
        GpuModel model = Fleets.model(row.getString(1));
        List<Use> uses = PlanningWords.parts(row.getString(5)).stream()
                .map(words -> new Use(
                        words[0],
                        Fleets.profile(model, words[1]),
                        new BigDecimal(words[2]),
                        words.length > 4 ? Double.parseDouble(words[4].substring(2)) : Double.NaN))
                .toList();
        PaidGpu gpu = new PaidGpu(model, new BigDecimal(row.getString(3)), new BigDecimal(row.getString(4)), uses);
        CostRule rule = CostRule.ofId(row.getString(6)).orElse(CostRule.SLICES);
        CostBill bill = CostBill.of(List.of(gpu), rule);
        same(row.getString(7), bill.by(), PayerCost::cost, number);
        assertEquals(row.getDouble(8), bill.unallocated().doubleValue(), NINE_DECIMALS, number);
        assertEquals(row.getDouble(9), bill.total().doubleValue(), NINE_DECIMALS, number);
        if (row.getString(10) != null) {
            same(row.getString(10), bill.by(), PayerCost::used, number);
            assertEquals(row.getDouble(11), bill.idleAllocated().doubleValue(), NINE_DECIMALS, number);
        }
        if (row.getString(12) != null) {
            same(row.getString(12), bill.spread().by(), PayerCost::cost, number);
            assertEquals(bill.total(), sum(bill.spread().by()), number);
        }
        assertEquals(bill.total(), sum(bill.by()).add(bill.unallocated()), number);
    }

    private static BigDecimal sum(List<PayerCost> all) {
        return all.stream().map(PayerCost::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void same(
            String expected, List<PayerCost> found, Function<PayerCost, BigDecimal> amount, String number) {
        Map<String, Double> wanted = PlanningWords.amounts(expected);
        assertEquals(
                List.copyOf(wanted.keySet()),
                found.stream().map(PayerCost::name).toList(),
                number);
        for (PayerCost one : found) {
            assertEquals(
                    wanted.get(one.name()), amount.apply(one).doubleValue(), NINE_DECIMALS, number + " " + one.name());
        }
    }

    private static BigDecimal rate(String cell) {
        Map<String, BigDecimal> given = Arrays.stream(cell.split(" "))
                .map(word -> word.split("="))
                .collect(Collectors.toMap(word -> word[0], word -> new BigDecimal(word[1])));
        BigDecimal idle = given.get("idle_w");
        BigDecimal watts = idle.add(given.get("max_w").subtract(idle).multiply(given.get("G")));
        return new HourlyRate(
                        given.get("capex"),
                        given.get("residual"),
                        given.get("years"),
                        watts,
                        given.get("pue"),
                        given.get("per_kwh"),
                        given.get("other_per_h"))
                .amount();
    }

    private static PaidGpu gpu(String modelId, String rate, Use... uses) {
        return new PaidGpu(Fleets.model(modelId), new BigDecimal(rate), BigDecimal.TEN, List.of(uses));
    }

    private static Use use(String modelId, String profile, double utilization) {
        GpuModel model = Fleets.model(modelId);
        return new Use(profile, Fleets.profile(model, profile), BigDecimal.TEN, utilization);
    }

    @Test
    void whatHasNoReadingTakesTheMeanOfItsModelAndARange() {
        CostBill bill = CostBill.of(
                List.of(
                        gpu("a100-80gb", "7", use("a100-80gb", "1g", 0.9), use("a100-80gb", "3g", Double.NaN)),
                        gpu("a30-24gb", "1", use("a30-24gb", "4g", 0.1))),
                CostRule.SLICES);
        // 1g: 10 · 0.9, 3g: 30 · 0.9, A30: 10 · 0.1
        assertEquals(37, bill.used().doubleValue(), NINE_DECIMALS);
        assertEquals(10, bill.usedLow().doubleValue(), NINE_DECIMALS);
        assertEquals(40, bill.usedHigh().doubleValue(), NINE_DECIMALS);
        assertEquals(1, bill.unread());
        CostBill none =
                CostBill.of(List.of(gpu("a100-80gb", "7", use("a100-80gb", "3g", Double.NaN))), CostRule.SLICES);
        assertNull(none.used());
        assertNull(none.idleAllocated());
    }

    @Test
    void emptyGpusArePaidForAndCanBeSpreadOverNobody() {
        CostBill bill = CostBill.of(List.of(gpu("a100-80gb", "2")), CostRule.MEMORY);
        assertEquals(0, bill.total().compareTo(BigDecimal.valueOf(20)));
        assertEquals(bill.total(), bill.unallocated());
        assertEquals(bill, bill.spread());
    }

    @Test
    void memoryThatNobodyKnowsIsNotShared() {
        GpuModel model = Fleets.CATALOGUE.models().stream()
                .filter(one -> one.memorySlices() == null)
                .findFirst()
                .orElse(null);
        if (model != null) {
            var profile = model.profiles().getFirst();
            assertFalse(CostRule.MEMORY.knows(model, profile));
            PaidGpu gpu = new PaidGpu(
                    model, BigDecimal.ONE, BigDecimal.ONE, List.of(new Use("a", profile, BigDecimal.ONE, Double.NaN)));
            assertThrows(IllegalArgumentException.class, () -> CostBill.of(List.of(gpu), CostRule.MEMORY));
        }
    }
}
