package io.slicewise.cli;

import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.json.AtomicFile;
import io.slicewise.json.JsonDocument;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.purchase.PlanSentences;
import io.slicewise.planning.purchase.PlannedFleet;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Csv;
import io.slicewise.text.Messages;
import io.slicewise.text.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a plan into a folder: as JSON, its GPUs as a scenario that can be opened, its layouts as a table. */
record PlanOutput(Terminal terminal, Messages words) {
    int write(String folder, PurchasePlan plan) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("plan.json", JsonDocument.print(PlanJson.of(plan, words)));
        files.put("plan.slicewise.json", ScenarioFile.write(DocumentContent.planned(scenario(plan))));
        files.put("layouts.csv", layouts(plan).getBytes(StandardCharsets.UTF_8));
        try {
            Path out = Path.of(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                AtomicFile.write(out.resolve(file.getKey()), file.getValue());
                terminal.err().println(out.resolve(file.getKey()));
            }
            return Cli.OK;
        } catch (IOException | InvalidPathException e) {
            terminal.err().println(words.say("promql.cli.notWritten", folder, String.valueOf(e.getMessage())));
            return Cli.FAILED;
        }
    }

    private Scenario scenario(PurchasePlan plan) {
        String notes = PlanSentences.of(plan).stream().map(words::say).collect(Collectors.joining(" "));
        return Scenario.empty(words.say("plan.scenario"))
                .withNotes(Wording.of(notes))
                .withFleet(PlannedFleet.of(plan));
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
                        .append(Csv.cell(model.offer().model().id()))
                        .append(',')
                        .append(Csv.cell(placements))
                        .append('\n');
            }
        }
        return table.toString();
    }
}
