package io.slicewise.planning.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.mig.Catalogue;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PurchaseProperties {
    private static final Catalogue CATALOGUE = Catalogue.builtIn();

    private static PurchasePlan plan(Demand demand, List<Offer> offers) {
        return Purchase.plan(demand, offers, PlanRules.NONE, CATALOGUE.models(), Effort.USUAL);
    }

    @Test
    void anotherModelIsNeverDearerAndMoreDemandNeverCheaper() {
        for (int seed = 0; seed < 120; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Offer> offers = RandomPlans.offers(random.nextInt(2) == 0);
            Demand demand = RandomPlans.demand(random);
            PurchasePlan all = plan(demand, offers);
            // an H100 serves every random line
            PurchasePlan fewer = plan(demand, offers.subList(0, random.nextInt(1, offers.size())));

            assertThat(all.proven()).as("%d", seed).isTrue();
            assertThat(fewer.proven()).as("%d", seed).isTrue();
            assertThat(cost(all)).as("%d", seed).isLessThanOrEqualTo(cost(fewer));

            List<DemandLine> lines = new ArrayList<>(demand.lines());
            lines.add(DemandLine.of("more", 3, lines.getFirst().need()));
            assertThat(cost(plan(new Demand(lines), offers))).isGreaterThanOrEqualTo(cost(all));
        }
    }

    @Test
    void everybodyIsServedByLegalLayouts() {
        for (int seed = 500; seed < 600; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Demand demand = RandomPlans.demand(random);
            PurchasePlan plan = plan(demand, RandomPlans.offers(false));

            plan.demands()
                    .forEach(line ->
                            assertThat(line.servedCount()).isEqualTo(line.line().count()));
            for (ModelPlan model : plan.models()) {
                assertThat(model.layouts())
                        .allSatisfy(packed ->
                                assertThat(packed.layout().conflicts()).isEmpty());
                assertThat(model.layouts().stream()
                                .mapToLong(packed -> packed.count())
                                .sum())
                        .isEqualTo(model.gpus());
            }
        }
    }

    private static BigDecimal cost(PurchasePlan plan) {
        BigDecimal cost = plan.total().cost();
        assertThat(cost).isNotNull();
        return cost == null ? BigDecimal.ZERO : cost;
    }
}
