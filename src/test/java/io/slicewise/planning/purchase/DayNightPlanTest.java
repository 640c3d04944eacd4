package io.slicewise.planning.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.mig.Catalogue;
import io.slicewise.planning.change.Turnover;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.demand.Shift;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DayNightPlanTest {
    private static final Catalogue CATALOGUE = Catalogue.builtIn();

    private static DayNightPlan plan(Demand demand, List<Offer> offers, PlanRules rules) {
        return Purchase.dayAndNight(demand, offers, rules, CATALOGUE.models(), Effort.USUAL);
    }

    private static DemandLine line(int count, String profile, Shift shift) {
        return DemandLine.of(profile, count, new Need.Named(profile)).withShift(shift);
    }

    /** p45: 6 GPUs by day, 5 by night, 6 with two layouts, 11 with one. */
    @Test
    void dayAndNightShareThePoolThatTheLargerOfThemNeeds() {
        Demand demand =
                new Demand(List.of(line(28, "1g", Shift.DAY), line(4, "2g", Shift.DAY), line(5, "7g", Shift.NIGHT)));
        List<Offer> a100 = List.of(Offer.of(CATALOGUE.byId("a100-80gb").orElseThrow(), null));

        DayNightPlan plan = plan(demand, a100, PlanRules.NONE);

        assertThat(plan.day().total().gpus()).isEqualTo(6);
        assertThat(plan.night().total().gpus()).isEqualTo(5);
        assertThat(plan.day().total().installed()).isEqualTo(6);
        assertThat(plan.day().lowerBound().gpus()).isEqualTo(6);
        assertThat(plan.day().proven()).isTrue();
        assertThat(plan.atOnce().total().gpus()).isEqualTo(11);
        assertThat(plan.evening()).isEqualTo(new Turnover(0, 32, 5));
        assertThat(plan.morning()).isEqualTo(new Turnover(0, 5, 32));
        assertThat(plan.day().demands())
                .extracting(served -> served.line().name())
                .containsExactly("1g", "2g");
    }

    @Test
    void whatIsWantedAlwaysStaysWhereTheTurnsLetIt() {
        Demand demand = new Demand(List.of(line(1, "3g", Shift.ALWAYS), line(1, "1g", Shift.NIGHT)));
        List<Offer> a100 = List.of(Offer.of(CATALOGUE.byId("a100-80gb").orElseThrow(), null));

        DayNightPlan plan = plan(demand, a100, PlanRules.NONE);

        assertThat(plan.day().total().installed()).isEqualTo(1);
        assertThat(plan.evening()).isEqualTo(new Turnover(1, 0, 1));
        assertThat(plan.morning()).isEqualTo(new Turnover(1, 1, 0));
    }

    @Test
    void aPoolOfSeveralModelsServesBothTurnsAndCostsNoMoreThanWithoutChangingOver() {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<DemandLine> lines = new ArrayList<>();
            for (DemandLine line : RandomPlans.demand(random).lines()) {
                lines.add(line.withShift(Shift.values()[random.nextInt(3)]));
            }
            Demand demand = new Demand(lines);
            List<Offer> offers = RandomPlans.offers(seed % 2 == 0);
            PlanRules rules = new PlanRules(false, seed % 5 == 0, null, null);
            DayNightPlan plan = plan(demand, offers, rules);

            assertThat(plan.isPossible()).isTrue();
            assertThat(plan.day().proven()).as("%d", seed).isTrue();
            BigDecimal pool = cost(plan.day());
            assertThat(pool).isLessThanOrEqualTo(cost(plan.atOnce()));
            for (Shift turn : PurchaseProgram.TURNS) {
                PurchasePlan alone = Purchase.plan(demand.in(turn), offers, rules, CATALOGUE.models(), Effort.USUAL);
                assertThat(pool).as("%d", seed).isGreaterThanOrEqualTo(cost(alone));
                PurchasePlan served = turn == Shift.DAY ? plan.day() : plan.night();
                served.demands()
                        .forEach(one -> assertThat(one.servedCount())
                                .isEqualTo(one.line().count()));
                for (ModelPlan model : served.models()) {
                    long used = model.layouts().stream()
                            .mapToLong(PackedLayout::count)
                            .sum();
                    assertThat(used).isEqualTo(model.gpus()).isLessThanOrEqualTo(model.installed());
                }
            }
        }
    }

    private static BigDecimal cost(PurchasePlan plan) {
        return Objects.requireNonNull(plan.total().cost());
    }
}
