package io.slicewise.desktop.plan;

import io.slicewise.desktop.words.Words;
import io.slicewise.document.json.PlanFile;
import io.slicewise.fleet.Fleet;
import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.planning.purchase.PlannedFleet;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Where a plan leads to: a scenario, commands, a file. */
record PlanOnward(PlanDesk desk, Words words) {
    /** The GPUs of the plan as a document of their own; where day and night take turns a document for each. */
    void openScenario() {
        Planned planned = desk.purchase().planned();
        if (planned != null && planned.isPossible()) {
            planned.parts().forEach(turn -> desk.actions().open(scenario(planned, turn)));
        }
    }

    /** The GPUs of the plan, with the answer as notes. */
    private Scenario scenario(Planned planned, Planned.Turn turn) {
        Text when = turn.title();
        String name = words.now("planner.scenario", desk.document().scenario().name());
        return Scenario.empty(when == null ? name : words.now("plan.scenarioIn", name, when))
                .withNotes(Wording.each(language -> said(planned, Messages.in(language))))
                .withFleet(PlannedFleet.of(turn.plan()));
    }

    private static String said(Planned planned, Messages messages) {
        return planned.sentences().stream().map(messages::say).collect(Collectors.joining(" "));
    }

    /** The same plan as a document of its own, to change it and hold both beside each other. */
    void compare() {
        desk.actions()
                .open(Scenario.empty(words.now(
                                "planner.alternative",
                                desk.document().scenario().name()))
                        .withPlan(desk.purchase().input()));
    }

    /** The steps from the GPUs that are there to this plan. */
    void change() {
        desk.change().backProperty().set(false);
        desk.change().targetProperty().set(new ChangeModel.Target.Planned());
        desk.go(PlanTab.CHANGE);
    }

    /** Commands that make the plan's layouts on GPUs that are empty. */
    void copyCommands(ChangeModel.Kind kind) {
        PurchasePlan plan = desk.purchase().plan();
        if (plan != null) {
            Fleet after = PlannedFleet.of(plan);
            Fleet before = new Fleet(after.gpus().stream()
                    .map(gpu -> gpu.withInstances(List.of()))
                    .toList());
            desk.actions().copy(kind.of(FleetChange.between(before, after), Messages.in(words.language())));
        }
    }

    void copyAnswer() {
        Planned planned = desk.purchase().planned();
        if (planned != null) {
            desk.actions().copy(said(planned, Messages.in(words.language())));
        }
    }

    /** What the plan is made from, as a file of its own. */
    void savePlan() {
        String name = desk.document().scenario().name().in(words.language());
        byte[] file = new PlanFile(name, desk.purchase().input()).write();
        desk.actions().export(name + PlanFile.EXTENSION, new String(file, StandardCharsets.UTF_8));
    }
}
