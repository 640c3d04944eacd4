package io.slicewise.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.fleet.Fleet;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.demand.Shift;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.story.Audience;
import io.slicewise.story.Thresholds;
import io.slicewise.story.deck.DeckPlan;
import io.slicewise.text.Language;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanPagesTest {
    private static final Addressee ENGINEER = Addressee.of(Language.ENGLISH, Audience.ENGINEER, Thresholds.DEFAULT);

    private static DemandLine line(int count, String profile, Shift shift) {
        return DemandLine.of(profile, count, new Need.Named(profile)).withShift(shift);
    }

    private static Subject subject(String name, DemandLine... lines) {
        PlanInput plan = PlanInput.NONE
                .withDemand(new Demand(List.of(lines)))
                .withOffers(
                        List.of(Offer.of(Catalogue.builtIn().byId("a100-80gb").orElseThrow(), null)));
        return Subject.of(name, "", new Fleet(List.of()), Weights.DEFAULT, false)
                .withPlan(plan);
    }

    private static Subject turns() {
        return subject("turns", line(28, "1g", Shift.DAY), line(4, "2g", Shift.DAY), line(5, "7g", Shift.NIGHT));
    }

    private static Stream<String> said(List<Section> sections) {
        return sections.stream().flatMap(section -> section.blocks().stream()).flatMap(block -> switch (block) {
            case Block.Paragraph paragraph -> Stream.of(paragraph.text());
            case Block.Table table ->
                Stream.concat(Stream.of(table.caption()), table.rows().stream().map(row -> String.join(" | ", row)));
            case Block.Points points -> points.points().stream().map(Block.Point::text);
            default -> Stream.of();
        });
    }

    /** 28 of 1g and 4 of 2g by day, 5 of 7g by night: 6 GPUs that change over, 11 that do not. */
    @Test
    void aPageOfDayAndNightHasTheLayoutsOfBoth() {
        assertThat(said(Template.PLAN.sections(List.of(turns()), ENGINEER)))
                .contains(
                        "With a change twice a day: 6 A100 80GB. By day 6 of the GPUs are in use, by night 5.",
                        "Without changing over: 11 A100 80GB.",
                        "Layouts: By day",
                        "Layouts: By night",
                        "A100 80GB | 5 | 7g.80gb@0");
    }

    @Test
    void soHasASlide() {
        assertThat(said(Slides.of(turns(), ENGINEER, DeckPlan.ALL)))
                .contains("With a change twice a day: 6 A100 80GB. By day 6 of the GPUs are in use, by night 5.")
                .anyMatch(text -> text.startsWith("By night: 5 × A100 80GB"));
    }

    @Test
    void twoPlansStandBesideEachOtherInAComparison() {
        Subject all = subject(
                "always", line(28, "1g", Shift.ALWAYS), line(4, "2g", Shift.ALWAYS), line(5, "7g", Shift.ALWAYS));
        assertThat(said(Template.COMPARISON.sections(List.of(all, turns()), ENGINEER)))
                .contains("always → turns: 5 fewer GPUs to buy.", "GPUs: A100 80GB | 11 | 6 | −5");
    }
}
