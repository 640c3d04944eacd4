package io.slicewise.document.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.document.DemandTable;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.demand.Shift;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanFileTest {
    private static final Catalogue CATALOGUE = Catalogue.builtIn();

    private final List<Problem> problems = new ArrayList<>();

    private String said() {
        Messages words = Messages.in(Language.ENGLISH);
        return String.join(
                "\n",
                problems.stream()
                        .map(problem -> problem.where() + " " + words.say(problem.message()))
                        .toList());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        PlanFile plan = new PlanFile(
                "A plan",
                new PlanInput(
                        new Demand(List.of(
                                new DemandLine("a", 3, new Need.Named("2g.20gb"), "red", 5, Shift.NIGHT),
                                DemandLine.of("b", 4, new Need.AtLeast(2, 15)),
                                DemandLine.of("c", 5, new Need.PartOfGpu(0.35, 0, 0.8, true)))),
                        0.3,
                        List.of(new Offer(
                                CATALOGUE.byId("a100-80gb").orElseThrow(),
                                new BigDecimal("11000.5"),
                                1.5,
                                400,
                                8,
                                new BigDecimal("103000.0"),
                                16,
                                64)),
                        new PlanRules(true, true, new BigDecimal("500000.0"), 3500L)));
        byte[] written = plan.write();

        assertThat(PlanFile.recognises(new String(written, StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(PlanFile.read("x", written, CATALOGUE, problems)).isEqualTo(plan);
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsWrongNamesItsPlace() {
        PlanFile.read("x", """
            {"formatVersion": 1, "demand": [{"count": 2}, {"count": -1, "slices": 1}],
             "offers": [{"model": "a1000"}, {"model": "a100-80gb", "gpusPerHost": 8, "have": 3}]}
            """.getBytes(StandardCharsets.UTF_8), CATALOGUE, problems);

        assertThat(said())
                .contains(
                        "x: demand[0] Either profile, or slices and gib, or share and gib was expected.",
                        "x: demand[1].count",
                        "x: offers[0].model The catalogue has no GPU model “a1000”.",
                        "x: offers[1].have 3 GPUs are not a whole number of hosts with 8 GPUs each.");
    }

    @Test
    void aTableOfDemandIsReadInAnyOrderAndNotation() {
        Demand demand = DemandTable.read("d", "share;gib;count;name;team\n35 %;9,5;3;a;red\n0,2;;1;;\n", 0.8, problems);

        assertThat(problems).isEmpty();
        assertThat(demand.lines())
                .containsExactly(
                        new DemandLine("a", 3, new Need.PartOfGpu(0.35, 9.5, 0.8), "red", 0),
                        new DemandLine("2", 1, new Need.PartOfGpu(0.2, 0, 0.8), "", 0));
        assertThat(DemandTable.recognises("name\tcount\tprofile\nx\t1\t1g")).isTrue();
        assertThat(DemandTable.recognises("gpu,model,instance,profile,start")).isFalse();
    }

    @Test
    void aTableSaysWhatIsWantedByDayAndWhatByNight() {
        Demand demand =
                DemandTable.read("d", "count,profile,when\n28,1g,Day\n5,7g,night\n1,2g,\n1,2g,noon\n", 1, problems);

        assertThat(demand.lines()).extracting(DemandLine::shift).containsExactly(Shift.DAY, Shift.NIGHT, Shift.ALWAYS);
        assertThat(said()).isEqualTo("d:5 Column “when”: “noon”. “day”, “night” or nothing was expected.");
    }

    @Test
    void linesThatSayTooMuchOrTooLittleAreLeftOut() {
        Demand demand = DemandTable.read(
                "d", "count,profile,slices,share\n1,1g,2,\n1,,,\n1,,2,0.3\n2,1g,,\n1.5,1g,,\n,1g,,\n", 1, problems);

        assertThat(demand.lines()).containsExactly(DemandLine.of("1", 2, new Need.Named("1g")));
        assertThat(problems).extracting(problem -> problem.where().line()).contains(2L, 3L, 4L, 6L, 7L);
        assertThat(said()).contains("d:6 Column “count”: “1.5”. A whole number from 0 to 10,000,000 was expected.");
    }

    @Test
    void aDocumentKeepsItsPlan() {
        PlanInput plan = new PlanInput(
                new Demand(List.of(DemandLine.of("c", 5, new Need.PartOfGpu(0.35, 9.5, 0.8)))),
                0.25,
                List.of(Offer.of(CATALOGUE.byId("a30-24gb").orElseThrow(), new BigDecimal("5000.0"))),
                new PlanRules(false, true, null, null));
        Scenario scenario = Scenario.empty("with a plan").withPlan(plan);

        ScenarioFile.Read read = ScenarioFile.read("x", ScenarioFile.write(scenario), CATALOGUE);

        assertThat(read.problems()).isEmpty();
        assertThat(read.scenario()).isEqualTo(scenario);
    }

    @Test
    void aDocumentWhosePlanIsWrongSaysWhere() {
        ScenarioFile.Read read = ScenarioFile.read("x", """
            {"formatVersion": 1, "gpus": [], "plan": {"demand": [{"count": 1, "profile": "1g", "share": 0.2}],
             "growth": -1, "offers": [{"model": "a100-80gb"}, {"model": "a100-80gb"}]}}
            """.getBytes(StandardCharsets.UTF_8), CATALOGUE);

        assertThat(read.content()).isNull();
        assertThat(read.problems())
                .extracting(problem -> problem.where().toString())
                .contains("x: plan.demand[0]", "x: plan.growth", "x: plan.offers[1].model");
    }
}
