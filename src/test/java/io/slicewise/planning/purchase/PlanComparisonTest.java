package io.slicewise.planning.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.mig.Catalogue;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.demand.Shift;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PlanComparison.Kind;
import io.slicewise.planning.purchase.PlanComparison.Row;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlanComparisonTest {
    private static final Messages WORDS = Messages.in(Language.ENGLISH);
    private static final Offer A100 = Offer.of(Fleets.model("a100-80gb"), BigDecimal.valueOf(11000));
    private static final Offer A30 = Offer.of(Fleets.model("a30-24gb"), BigDecimal.valueOf(4500));

    private static DemandLine line(int count, String profile) {
        return DemandLine.of("jobs of " + profile, count, new Need.Named(profile));
    }

    private static Planned planned(List<Offer> offers, DemandLine... lines) {
        return Objects.requireNonNull(PlanInput.NONE
                .withDemand(new Demand(List.of(lines)))
                .withOffers(offers)
                .planned(Catalogue.builtIn().models(), Effort.USUAL));
    }

    private static String said(Row row) {
        return switch (row) {
            case Row.Amount amount ->
                WORDS.say(amount.name()) + ": " + amount.before() + " → " + amount.after() + " (" + amount.more() + ")";
            case Row.Said said ->
                WORDS.say(said.name()) + ": " + (said.before() == null ? "–" : WORDS.say(said.before())) + " → "
                        + (said.after() == null ? "–" : WORDS.say(said.after()));
        };
    }

    /** Four 2g are two GPUs by their places; with one more it is still two, with seven three. */
    @Test
    void whatIsBoughtCostsDecidesAndIsServed() {
        PlanComparison comparison = new PlanComparison(
                planned(List.of(A100), line(4, "2g"), line(1, "1g")),
                planned(List.of(A100), line(7, "2g"), line(1, "1g"), line(1, "4g")));

        assertThat(comparison.rows())
                .filteredOn(row -> row.kind() != Kind.LAYOUT)
                .extracting(PlanComparisonTest::said)
                .containsExactly(
                        "GPUs to buy: 2 → 3 (1)",
                        "GPUs: A100 80GB: 2 → 3 (1)",
                        "Cost: 22000 → 33000 (11000)",
                        "Instances served: 5 → 9 (4)",
                        "What decides: A100 80GB: a GPU has only 3 places for a 2g → a GPU has only 3 places for a 2g",
                        "Demand: jobs of 2g: 4 × 2g.20gb (a100-80gb) → 7 × 2g.20gb (a100-80gb)",
                        "Demand: jobs of 4g: – → 1 × 4g.40gb (a100-80gb)");
        assertThat(comparison.sentences("now", "next").stream().map(WORDS::say))
                .containsExactly("now → next: 1 more GPU to buy.", "It costs 11,000 more.");
    }

    @Test
    void aModelThatIsOnlyInOneOfThemIsNoneInTheOther() {
        PlanComparison comparison =
                new PlanComparison(planned(List.of(A100), line(2, "1g")), planned(List.of(A100, A30), line(2, "1g")));

        assertThat(comparison.rows())
                .filteredOn(row -> row.kind() == Kind.MODEL)
                .extracting(PlanComparisonTest::said)
                .containsExactly("GPUs: A100 80GB: 1 → 0 (-1)", "GPUs: A30 24GB: 0 → 1 (1)");
        assertThat(comparison.sentences("a", "b").stream().map(WORDS::say))
                .containsExactly("a → b: the same number of GPUs to buy.", "It costs 6,500 less.");
    }

    @Test
    void ofTheSamePlanNothingDiffers() {
        Planned same = planned(List.of(A100), line(3, "3g"));
        assertThat(new PlanComparison(same, same).rows()).extracting(Row::kind).doesNotContain(Kind.LAYOUT, Kind.LINE);
    }

    /** 28 of 1g and 4 of 2g by day, 5 of 7g by night: 6 GPUs that change over, 11 that do not. */
    @Test
    void turnsAreComparedByTheirPool() {
        Planned always = planned(List.of(A100), line(28, "1g"), line(4, "2g"), line(5, "7g"));
        Planned turns = planned(
                List.of(A100),
                line(28, "1g").withShift(Shift.DAY),
                line(4, "2g").withShift(Shift.DAY),
                line(5, "7g").withShift(Shift.NIGHT));

        PlanComparison comparison = new PlanComparison(always, turns);
        assertThat(said(comparison.rows().getFirst())).isEqualTo("GPUs to buy: 11 → 6 (-5)");
        assertThat(comparison.rows()).extracting(Row::kind).doesNotContain(Kind.LINE);
        assertThat(turns.pool().demands()).hasSize(3);
        assertThat(turns.pool().total().installed()).isEqualTo(6);
    }

    @Test
    void whatIsImpossibleIsSaid() {
        Offer two = new Offer(A100.model(), A100.price(), 1, null, 1, null, 0, 2);
        PlanComparison comparison =
                new PlanComparison(planned(List.of(A100), line(3, "7g")), planned(List.of(two), line(3, "7g")));
        assertThat(WORDS.say(comparison.sentences("a", "b").getFirst())).startsWith("b is impossible. There are not");
        assertThat(said(comparison.rows().getFirst())).isEqualTo("GPUs to buy: 3 → null (null)");
    }
}
