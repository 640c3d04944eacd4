package io.slicewise.document.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.mig.Catalogue;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.alternative.Alternative;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.money.CostRule;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rates, watts and variants in a document's file. */
class AssumptionsFileTest {
    private static final String A100 = "a100-80gb";

    private static ScenarioFile.Read read(byte[] bytes) {
        return ScenarioFile.read("x.slicewise.json", bytes, Catalogue.builtIn());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Scenario scenario = Scenario.empty("x")
                .withFleet(Fleets.of(Fleets.model(A100), "1g@0 / 3g@0"))
                .withAssumptions(Assumptions.NONE
                        .withCurrency("EUR")
                        .withPue(new BigDecimal("1.4"))
                        .withPerKwh(new BigDecimal("0.15"))
                        .withRule(CostRule.DOMINANT)
                        .withSpread(true)
                        .with(A100, Assumed.HOURLY, new BigDecimal("2.5"))
                        .with(A100, Assumed.PRICE, new BigDecimal("25000"))
                        .with("a30-24gb", Assumed.IDLE, new BigDecimal("31")))
                .withAlternatives(List.of(
                        Alternative.of("same"),
                        new Alternative(
                                "other",
                                Fleets.of(Fleets.model(A100), "7g@0"),
                                new Demand(List.of(DemandLine.of("a", 3, new Need.Named("2g.20gb")))),
                                0.3,
                                Map.of(A100, new BigDecimal("2.1")))));
        ScenarioFile.Read read = read(ScenarioFile.write(scenario));
        assertThat(read.problems()).isEmpty();
        assertThat(read.scenario()).isEqualTo(scenario);
    }

    @Test
    void whatNobodyTypedIsNotWritten() {
        String written = new String(ScenarioFile.write(Scenario.empty("x")), StandardCharsets.UTF_8);
        assertThat(written).doesNotContain("assumptions").doesNotContain("alternatives");
    }

    @Test
    void mistakesAreNamedWithTheirPath() {
        ScenarioFile.Read read = read("""
            {"formatVersion": 1, "gpus": [],
             "assumptions": {"pue": 0.5, "rule": "fair", "models": {"a100-80gb": {"hourly": -1, "colour": 2}}},
             "alternatives": [{"name": "x", "growth": -0.1}]}
            """.getBytes(StandardCharsets.UTF_8));
        assertThat(read.content()).isNull();
        Messages words = Messages.in(Language.ENGLISH);
        assertThat(read.problems())
                .extracting(problem -> problem.where() + " " + words.say(problem.message()))
                .anyMatch(said -> said.contains("assumptions.pue"))
                .anyMatch(said -> said.contains("assumptions.rule") && said.contains("slices, dominant, memory"))
                .anyMatch(said -> said.contains("assumptions.models.a100-80gb.hourly"))
                .anyMatch(said -> said.contains("assumptions.models.a100-80gb.colour"))
                .anyMatch(said -> said.contains("alternatives[0].growth"));
    }
}
