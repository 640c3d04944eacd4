package io.slicewise.planning.alternative;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.fleet.Fleet;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.usage.Weights;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AlternativeTest {
    private static final String A100 = "a100-80gb";
    private static final Fleet TWO = Fleets.of(Fleets.model(A100), "3g@0 2g@4 / 1g@0");
    private static final Assumptions RATED =
            Assumptions.NONE.with(A100, Assumed.HOURLY, new BigDecimal("2"));
    private static final PlanInput PLAN = PlanInput.NONE
            .withDemand(new Demand(List.of(DemandLine.of("a", 10, new Need.Named("3g.40gb")))))
            .withOffers(List.of(Offer.of(Fleets.model(A100), new BigDecimal("11000"))));
    private static final Basis BASIS = new Basis(TWO, Weights.DEFAULT, PLAN, RATED);

    private static List<Compared> compare(Alternative... alternatives) {
        return Compared.all(
                "now", BASIS, List.of(alternatives), 0, Fleets.CATALOGUE.models(), Effort.USUAL);
    }

    @Test
    void whatDiffersInNothingFollowsTheDocument() {
        Alternative same = Alternative.between("same", BASIS, BASIS);
        assertThat(same.isSame()).isTrue();
        assertThat(same.on(BASIS)).isEqualTo(BASIS);
        List<Compared> all = compare(same);
        assertThat(all.get(1).outcome().saves(all.get(0).outcome())).isEqualByComparingTo("0");
        assertThat(all.get(1).outcome().restarts()).isZero();
        assertThat(all.get(0).outcome().restarts()).isNull();
    }

    @Test
    void differencesAreTakenFromAnotherDocument() {
        Fleet one = new Fleet(TWO.gpus().subList(0, 1));
        Basis other = new Basis(
                one, Weights.DEFAULT, PLAN.withGrowth(0.5), RATED.with(A100, Assumed.HOURLY, new BigDecimal("1.5")));
        Alternative taken = Alternative.between("one GPU", BASIS, other);
        assertThat(taken.layout()).isEqualTo(one);
        assertThat(taken.demand()).isNull();
        assertThat(taken.growth()).isEqualTo(0.5);
        assertThat(taken.rates()).containsOnlyKeys(A100);
        assertThat(taken.on(BASIS).fleet()).isEqualTo(one);
    }

    /** Two GPUs at 2 an hour for 730 hours are 2,920; one of them is half of that, and its one instance has to stop. */
    @Test
    void whatItSavesStandsBesideItsRestarts() {
        Alternative smaller =
                Alternative.between("one", BASIS, new Basis(new Fleet(TWO.gpus().subList(0, 1)), Weights.DEFAULT, PLAN, RATED));
        List<Compared> all = compare(smaller);
        AlternativeOutcome first = all.get(0).outcome();
        AlternativeOutcome second = all.get(1).outcome();
        assertThat(Objects.requireNonNull(first.month()).total()).isEqualByComparingTo("2920");
        assertThat(second.saves(first)).isEqualByComparingTo("1460");
        assertThat(second.restarts()).isEqualTo(1);
        assertThat(second.gpus()).isEqualTo(1);
    }

    @Test
    void growthAndRateChangeWhatIsBoughtAndPaid() {
        List<Compared> all = compare(
                Alternative.of("more").withGrowth(1.0),
                Alternative.of("cheaper").withRate(A100, new BigDecimal("1")));
        assertThat(Objects.requireNonNull(all.get(0).outcome().plan()).total().bought())
                .isEqualTo(5);
        assertThat(Objects.requireNonNull(all.get(1).outcome().plan()).total().bought())
                .isEqualTo(10);
        assertThat(all.get(2).outcome().saves(all.get(0).outcome())).isEqualByComparingTo("1460");
    }

    @Test
    void withoutARateNobodyKnowsWhatItSaves() {
        List<Compared> all = Compared.all(
                "now",
                new Basis(TWO, Weights.DEFAULT, PlanInput.NONE, Assumptions.NONE),
                List.of(new Alternative("x", null, null, null, Map.of(A100, BigDecimal.ONE))),
                0,
                Fleets.CATALOGUE.models(),
                Effort.USUAL);
        assertThat(all.get(0).outcome().month()).isNull();
        assertThat(all.get(1).outcome().month()).isNotNull();
        assertThat(all.get(1).outcome().saves(all.get(0).outcome())).isNull();
        assertThat(all.get(0).outcome().plan()).isNull();
    }
}
