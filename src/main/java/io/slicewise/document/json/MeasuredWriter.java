package io.slicewise.document.json;

import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.document.content.TimelineReference;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.CrossCheck;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.UnitDecision;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what monitoring told beside the GPUs that people edit. */
final class MeasuredWriter {
    private MeasuredWriter() {}

    static void write(ObjectNode node, Measured measured) {
        Snapshot snapshot = measured.snapshot();
        node.put("source", snapshot.source());
        Instant time = snapshot.time();
        if (time != null) {
            node.put("time", time.toString());
        }
        write(node.putObject("unit"), snapshot.unit());
        write(node.putObject("counts"), snapshot.counts());
        snapshot.wholeGpus().forEach(gpu -> write(list(node, "wholeGpus").addObject(), gpu));
        snapshot.unweighed().forEach(one -> write(list(node, "unweighed").addObject(), one));
        snapshot.crossChecks().forEach(check -> write(list(node, "crossChecks").addObject(), check));
        snapshot.printedProfiles().keySet().stream()
                .sorted(Comparator.comparing(InstanceRef::gpu).thenComparing(InstanceRef::instance))
                .forEach(ref -> list(node, "printedProfiles")
                        .addObject()
                        .put("gpu", ref.gpu())
                        .put("id", ref.instance())
                        .put("printed", snapshot.printedProfiles().get(ref)));
        snapshot.problems().forEach(problem -> write(list(node, "problems").addObject(), problem));
        TimelineReference over = measured.over();
        if (over != null) {
            write(node.putObject("timeline"), over);
        }
        if (!snapshot.fleet().equals(measured.scenario().fleet())) {
            ScenarioFile.write(node.putArray("gpus"), snapshot.fleet(), snapshot.labels());
        }
    }

    private static ArrayNode list(ObjectNode node, String field) {
        return node.withArray("/" + field);
    }

    private static void write(ObjectNode node, UnitDecision unit) {
        node.put("is", name(unit.unit()));
        node.put("certain", unit.certain());
        ScenarioFile.put(node, "why", Messages.wording(unit.why()));
    }

    private static void write(ObjectNode node, Snapshot.Counts counts) {
        node.put("samples", counts.samples());
        node.put("readings", counts.readings());
        node.put("blanks", counts.blanks());
        node.put("clamped", counts.clamped());
        node.put("repeated", counts.repeated());
        node.put("blanksBefore", counts.blanksBefore());
    }

    private static void write(ObjectNode node, WholeGpu gpu) {
        node.put("id", gpu.id());
        node.put("name", gpu.name());
        GpuModel model = gpu.model();
        if (model != null) {
            node.put("model", model.id());
        }
        ScenarioFile.putUnlessEmpty(node, "modelName", gpu.modelName());
        ScenarioFile.putUnlessEmpty(node, "host", gpu.host());
        put(node, "utilization", gpu.utilization());
        node.put("mig", name(gpu.mig()));
        ScenarioFile.write(node, gpu.readings());
        put(node, "powerWatts", gpu.powerWatts());
    }

    private static void write(ObjectNode node, Snapshot.Unweighed instance) {
        node.put("gpu", instance.gpu());
        node.put("id", instance.instance());
        put(node, "utilization", instance.utilization());
        ScenarioFile.putUnlessEmpty(node, "owner", instance.owner());
    }

    private static void write(ObjectNode node, CrossCheck check) {
        node.put("gpu", check.gpu());
        put(node, "reported", check.reported());
        put(node, "computed", check.computed());
        put(node, "beyond", check.beyond());
    }

    private static void write(ObjectNode node, Problem problem) {
        node.put("severity", name(problem.severity()));
        node.put("file", problem.where().file());
        if (problem.where().line() > 0) {
            node.put("line", problem.where().line());
        }
        ScenarioFile.putUnlessEmpty(node, "path", problem.where().path());
        if (problem.count() != 1) {
            node.put("count", problem.count());
        }
        ScenarioFile.putUnlessEmpty(node, "kind", problem.message().kind());
        ScenarioFile.put(node, "message", Messages.wording(problem.message()));
    }

    private static void write(ObjectNode node, TimelineReference over) {
        node.put("from", Instant.ofEpochMilli(over.start()).toString());
        node.put("to", Instant.ofEpochMilli(over.end()).toString());
        node.put("stepMillis", over.step());
        if (!over.files().isEmpty()) {
            over.files().forEach(node.putArray("files")::add);
        }
    }

    /** What has no value has no field: JSON knows no NaN. */
    static void put(ObjectNode node, String field, double value) {
        if (!Double.isNaN(value)) {
            node.put(field, value);
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
