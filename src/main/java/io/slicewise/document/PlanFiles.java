package io.slicewise.document;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.json.PlanFile;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Plans and demands that stand in files of their own, as documents without GPUs. */
final class PlanFiles {
    /** Where a table wants a share, all of an instance may be in use. */
    private static final double TARGET = 1;

    private PlanFiles() {}

    /** Whether a file begins as a table of a demand, and of nothing that an export has. */
    static boolean isDemand(byte[] prefix) {
        String beginning = new String(prefix, StandardCharsets.UTF_8);
        return DemandTable.recognises(beginning) && DemandTable.hasNoOtherColumn(beginning);
    }

    static Opened demand(String name, byte[] table) {
        List<Problem> problems = new ArrayList<>();
        Demand demand = DemandTable.read(name, new String(table, StandardCharsets.UTF_8), TARGET, problems);
        return opened("", PlanInput.NONE.withDemand(demand), problems);
    }

    static Opened plan(String name, byte[] json, Catalogue catalogue) {
        List<Problem> problems = new ArrayList<>();
        PlanFile plan = PlanFile.read(name, json, catalogue, problems);
        return plan == null ? new NotOpened(problems) : opened(plan.name(), plan.input(), problems);
    }

    /** A table with errors is no document: what is planned of a part of a demand would look like all of it. */
    private static Opened opened(String name, PlanInput plan, List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR)
                ? new NotOpened(problems)
                : new ScenarioOpened(
                        DocumentContent.planned(Scenario.empty(name).withPlan(plan))
                                .noticing(problems));
    }
}
