package io.slicewise.promql.servers;

import io.slicewise.document.Opened;
import io.slicewise.document.Opener;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.output.FleetSeries;
import io.slicewise.promql.query.Filter;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.promql.query.Scope;
import io.slicewise.samples.Sample;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.usage.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that exporters write, and what the product makes of it.
 *
 * @param name of its page, and the value of its series' label {@code job}
 * @param exposition what the exporter writes
 * @param fleet what it means
 * @param unprinted instances without a profile, which are in no fleet
 * @param plan for its queries
 */
record Case(String name, String exposition, Fleet fleet, List<Snapshot.Unweighed> unprinted, QueryPlan plan) {
    /** What a line of the text format looks like; Prometheus refuses a page with a line that is cut off. */
    private static final Pattern LINE = Pattern.compile("#.*|\\w+(\\{.*})? \\S+( \\d+)?");

    /** A fleet as an exporter would show it. */
    static Case of(String name, Fleet fleet, Weights weights) {
        return of(name, fleet, QueryPlan.of(Hardware.of(fleet, weights)));
    }

    static Case of(String name, Fleet fleet, QueryPlan plan) {
        String text = FleetSeries.exposition(FleetSeries.of(fleet, plan.names(), plan.isPercent()));
        return new Case(name, text, fleet, List.of(), only(name, plan));
    }

    /** An export as it is, but for lines that are cut off. */
    static Case of(String name, String export, Weights weights) {
        String text =
                export.lines().filter(line -> LINE.matcher(line).matches()).collect(Collectors.joining("\n", "", "\n"));
        Opened opened = new Opener(Fleets.CATALOGUE).open(name, text.getBytes(StandardCharsets.UTF_8));
        Snapshot snapshot = ((Opened.SnapshotOpened) opened).snapshot();
        Hardware hardware = Hardware.of(snapshot.fleet(), weights);
        QueryPlan plan = QueryPlan.of(hardware.isEmpty() ? Hardware.any(Fleets.CATALOGUE, weights) : hardware);
        return new Case(name, text, snapshot.fleet(), snapshot.unweighed(), only(name, plan));
    }

    private static QueryPlan only(String name, QueryPlan plan) {
        return plan.and(new Filter(Matcher.equal("job", name), Scope.GPU));
    }

    Weights weights() {
        return plan.hardware().weights();
    }

    /** The same series, asked in another way. */
    Case with(String newName, UnaryOperator<QueryPlan> change) {
        QueryPlan plain = plan.withFilters(List.of());
        return new Case(newName, exposition, fleet, unprinted, only(newName, change.apply(plain)));
    }

    /** Other series that mean the same. */
    Case with(String newName, String otherExposition) {
        return new Case(newName, otherExposition, fleet, unprinted, only(newName, plan.withFilters(List.of())));
    }

    /** Every sample of the Library that has instances. */
    static List<Case> samples() {
        List<Case> cases = new ArrayList<>();
        for (Sample sample : SampleLibrary.builtIn().all()) {
            byte[] bytes = SampleLibrary.bytes(sample);
            String name = sample.file().replaceAll("\\.(slicewise\\.)?\\w+$", "");
            Opened opened = new Opener(Fleets.CATALOGUE).open(sample.file(), bytes);
            switch (opened) {
                case Opened.ScenarioOpened scenario -> {
                    // what is planned only has no instances yet
                    if (!scenario.fleet().gpus().isEmpty()) {
                        cases.add(of(name, scenario.fleet(), scenario.scenario().weights()));
                    }
                }
                case Opened.SnapshotOpened export
                when sample.file().endsWith(".prom") ->
                    cases.add(of(name, new String(bytes, StandardCharsets.UTF_8), Weights.DEFAULT));
                case Opened.SnapshotOpened export -> cases.add(of(name, export.fleet(), Weights.DEFAULT));
                case Opened.NotOpened _ -> throw new AssertionError(opened.problems());
            }
        }
        return cases;
    }

    Names names() {
        return plan.names();
    }
}
