package io.slicewise.promql.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.promql.lang.Duration;
import io.slicewise.promql.query.AlertThresholds;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.promql.query.RecordedSeries;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** How large a document is for its rules, and the interval that follows. */
class RuleSizeTest {
    private static final Level HOST = Level.host(Names.DCGM);
    private static final Level MODEL = Level.model(Names.DCGM);
    private static final Level GPU = Level.gpu(Names.DCGM);

    /** Seven instances on each of GPUs in hosts of eight, one without any. */
    private static Fleet fleet(int gpus) {
        List<Gpu> all = new ArrayList<>();
        for (int i = 0; i < gpus; i++) {
            Gpu gpu = Fleets.gpu("GPU-" + i, "a100-80gb", "1g.10gb 10", "1g.10gb 20", "2g.20gb 30", "3g.40gb 40");
            all.add(new Gpu(gpu.id(), gpu.name(), "node-" + i / 8, gpu.model(), gpu.modelName(), gpu.instances()));
        }
        Gpu empty = Fleets.gpu("GPU-x", "a100-80gb");
        all.add(new Gpu(empty.id(), empty.name(), "node-x", empty.model(), empty.modelName(), List.of()));
        return new Fleet(all);
    }

    @Test
    void seriesAreCountedByWhatTheyAreOf() {
        RuleSize size = RuleSize.of(fleet(16));
        assertEquals(new RuleSize(2, 1, 2, 6, 16, 64), size);
        assertEquals(OptionalInt.of(1), size.groups(Level.FLEET, Names.DCGM));
        assertEquals(OptionalInt.of(2), size.groups(HOST, Names.DCGM));
        assertEquals(OptionalInt.of(1), size.groups(MODEL, Names.DCGM));
        assertEquals(OptionalInt.of(16), size.groups(GPU, Names.DCGM));
        assertEquals(OptionalInt.empty(), size.groups(Level.namespace(Names.DCGM), Names.DCGM));
        assertEquals(OptionalInt.of(0), RuleSize.NONE.groups(Level.FLEET, Names.DCGM));
    }

    /** 10,000 instances at 0.01 ms: 1.8 s for what is light, 6.2 s more by GPU; a quarter of a minute is 15 s. */
    @Test
    void theIntervalGrowsWithWhatIsAsked() {
        RuleSize size = new RuleSize(1, 1, 1, 1, 1, 10_000);
        assertEquals(1.8, size.seconds(List.of(Level.FLEET, HOST, MODEL), Names.DCGM), 1e-12);
        assertEquals(8.0, size.seconds(List.of(Level.FLEET, HOST, GPU), Names.DCGM), 1e-12);
        assertEquals(7.0, size.seconds(List.of(Level.FLEET, Level.namespace(Names.DCGM)), Names.DCGM), 1e-12);
        assertEquals(Duration.ofMinutes(1), size.interval(List.of(Level.FLEET, GPU), Names.DCGM));
        RuleSize large = new RuleSize(1, 1, 1, 1, 1, 33_333);
        assertEquals(Duration.ofMinutes(1), large.interval(List.of(Level.FLEET, HOST, MODEL), Names.DCGM));
        assertEquals(Duration.ofMinutes(2), large.interval(List.of(Level.FLEET, GPU), Names.DCGM));
        RuleSize largest = new RuleSize(1, 1, 1, 1, 1, 1_000_000);
        assertEquals(Duration.ofMinutes(4), largest.interval(List.of(Level.FLEET, GPU), Names.DCGM));
    }

    @Test
    void theSheetAndTheRulesSayIt() {
        Fleet fleet = fleet(16);
        QueryPlan plan = QueryPlan.of(Hardware.of(fleet, Weights.DEFAULT));
        Messages words = Messages.in(Language.ENGLISH);
        Request request = new Request("x", plan, List.of(MODEL, GPU), AlertThresholds.USUAL).sized(fleet);
        String sheet = Bundle.queries(request, words);
        assertTrue(sheet.contains("By Hostname: 9 series for each, 18 here"), sheet);
        assertTrue(sheet.contains("What is read and weighed: 42 series here"), sheet);
        assertTrue(sheet.contains("64 here, to see when a layout changes"), sheet);
        assertTrue(sheet.contains("less than 0.1 s of one processor. The rules’ interval is 1m"), sheet);
        assertFalse(Bundle.rules(request, words).contains("interval:"));
        Request large = new Request(
                "x", plan, request.levels(), request.limits(), request.delivery(), new RuleSize(1, 1, 1, 1, 1, 33_333));
        assertTrue(Bundle.rules(large, words).contains("interval: \"2m\""));
        assertTrue(Bundle.queries(large, words).contains("about 26.7 s"));
    }

    /** The numbers of the sheet are those of the rules. */
    @Test
    void theRulesRecordAsManySeriesAsTheSheetSays() {
        RecordedSeries rules = RecordedSeries.of(
                QueryPlan.of(Hardware.of(Fleets.main(), Weights.DEFAULT)), List.of(Level.FLEET, HOST));
        assertEquals(
                List.of(3L, 12L),
                List.of("host_profile:", "host_model:").stream()
                        .map(level -> rules.sources().stream()
                                .filter(rule -> rule.name().startsWith(level))
                                .count())
                        .toList());
        assertEquals(2 * QueryFigure.values().length, rules.figures().size());
    }
}
