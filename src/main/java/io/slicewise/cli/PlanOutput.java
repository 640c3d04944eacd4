package io.slicewise.cli;

import io.slicewise.document.Opener;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.json.AtomicFile;
import io.slicewise.json.JsonDocument;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.planning.purchase.PlannedFleet;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Csv;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a plan into a folder: as JSON, its GPUs as scenarios that can be opened, its layouts as tables; a set for each turn. */
record PlanOutput(Terminal terminal, Messages words) {
    int write(String folder, Planned planned) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("plan.json", JsonDocument.print(PlanJson.of(planned, words)));
        for (Planned.Turn turn : planned.parts()) {
            String end = suffix(planned, turn);
            byte[] scenario = ScenarioFile.write(DocumentContent.planned(scenario(planned, turn)));
            files.put("plan" + end + ".slicewise.json", scenario);
            files.put("layouts" + end + ".csv", layouts(turn.plan()).getBytes(StandardCharsets.UTF_8));
        }
        try {
            Path out = Path.of(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                AtomicFile.write(out.resolve(file.getKey()), file.getValue());
                terminal.err().println(out.resolve(file.getKey()));
            }
            return Cli.OK;
        } catch (IOException | InvalidPathException e) {
            terminal.err().println(words.say("promql.cli.notWritten", folder, Opener.why(e)));
            return Cli.FAILED;
        }
    }

    /** Which turn it is, as the end of a file's name. */
    private static String suffix(Planned planned, Planned.Turn turn) {
        return turn.title() == null ? "" : turn.equals(planned.parts().getFirst()) ? "-day" : "-night";
    }

    private Scenario scenario(Planned planned, Planned.Turn turn) {
        String notes = planned.sentences().stream().map(words::say).collect(Collectors.joining(" "));
        Text when = turn.title();
        String name = words.say("plan.scenario");
        return Scenario.empty(when == null ? name : words.say("plan.scenarioIn", name, when))
                .withNotes(Wording.of(notes))
                .withFleet(PlannedFleet.of(turn.plan()));
    }

    /** Each kind of GPU of a plan in a line: how many, of which model, with which instances where. */
    private static String layouts(PurchasePlan plan) {
        StringBuilder table = new StringBuilder("gpus,model,placements\n");
        for (ModelPlan model : plan.models()) {
            for (PackedLayout packed : model.layouts()) {
                String placements = packed.layout().placements().stream()
                        .map(PlanJson::shown)
                        .collect(Collectors.joining(" "));
                table.append(packed.count())
                        .append(',')
                        .append(Csv.name(model.offer().model().id()))
                        .append(',')
                        .append(Csv.name(placements))
                        .append('\n');
            }
        }
        return table.toString();
    }
}
