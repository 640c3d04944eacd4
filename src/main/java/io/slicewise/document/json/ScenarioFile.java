package io.slicewise.document.json;

import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.LabelSet;
import io.slicewise.fleet.Labels;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.fleet.Readings;
import io.slicewise.json.JsonDocument;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Placement;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.text.Problem;
import io.slicewise.text.Wording;
import io.slicewise.usage.GpuWeight;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The scenario file, {@code *.slicewise.json}, format version 1. The README describes it with an example.
 *
 * <p>Utilization is a ratio from 0 to 1; a missing one is «no reading». A missing {@code start} lets the product place
 * the instance. What is legal on the hardware is checked on reading; a file with an error is not opened.
 */
public final class ScenarioFile {
    /** The only version there is. */
    public static final int FORMAT_VERSION = 1;

    /** What a scenario file's name ends in. */
    public static final String EXTENSION = ".slicewise.json";

    private ScenarioFile() {}

    /**
     * What was read.
     *
     * @param content {@code null} when there is an error
     * @param problems errors, and warnings of what was left out
     */
    public record Read(@Nullable Editable content, List<Problem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }

        /** What people edit; {@code null} when there is an error. */
        public @Nullable Scenario scenario() {
            return content == null ? null : content.scenario();
        }
    }

    /**
     * Reads a document.
     *
     * @param file the file's name, for problems
     * @param bytes its content
     * @param catalogue where models are looked up
     */
    public static Read read(String file, byte[] bytes, Catalogue catalogue) {
        List<Problem> problems = new ArrayList<>();
        Editable content = new ScenarioReader(catalogue).read(JsonDocument.parse(file, bytes, problems));
        boolean failed = problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
        return new Read(failed || content == null ? null : content.noticing(problems), problems);
    }

    /** The file's content for a scenario: reading it gives an equal scenario. */
    public static byte[] write(Scenario scenario) {
        return write(DocumentContent.planned(scenario));
    }

    /**
     * The file's content for a document: reading it gives an equal scenario, the labels of those instances that are
     * still there, and all that was measured. What was noticed stands in it as words.
     */
    public static byte[] write(Editable content) {
        Scenario scenario = content.scenario();
        ObjectNode root = JsonDocument.mapper().createObjectNode();
        root.put("formatVersion", FORMAT_VERSION);
        put(root, "name", scenario.name());
        put(root, "notes", scenario.notes());
        root.set("weights", weights(root.objectNode(), scenario.weights()));
        write(root.putArray("gpus"), scenario.fleet(), content.labels());
        PlanInput plan = scenario.plan();
        if (plan != null) {
            PlanFile.write(plan, root.putObject("plan"));
        }
        AssumptionsJson.write(scenario.assumptions(), root);
        AlternativesJson.write(scenario.alternatives(), root);
        if (content instanceof Measured measured) {
            MeasuredWriter.write(root.putObject("measured"), measured);
        }
        return JsonDocument.print(root);
    }

    static void write(ArrayNode gpus, Fleet fleet, Labels labels) {
        for (Gpu gpu : fleet.gpus()) {
            write(gpus.addObject(), gpu, labels);
        }
    }

    private static void write(ObjectNode node, Gpu gpu, Labels labels) {
        node.put("id", gpu.id());
        node.put("name", gpu.name());
        GpuModel model = gpu.model();
        if (model != null) {
            node.put("model", model.id());
        }
        putUnlessEmpty(node, "modelName", gpu.modelName());
        putUnlessEmpty(node, "host", gpu.host());
        MeasuredWriter.put(node, "powerWatts", gpu.powerWatts());
        ArrayNode instances = node.putArray("instances");
        for (Instance instance : gpu.instances()) {
            ObjectNode to = instances.addObject();
            write(to, instance, model);
            LabelSet said = labels.of(new InstanceRef(gpu.id(), instance.id()));
            if (!said.isEmpty()) {
                said.forEach(to.putObject("labels")::put);
            }
        }
    }

    private static void write(ObjectNode node, Instance instance, @Nullable GpuModel model) {
        node.put("id", instance.id());
        node.put("profile", instance.profile().name());
        if (model == null || model.profile(instance.profile().name()).isEmpty()) {
            node.put("computeSlices", instance.profile().computeSlices());
        }
        if (instance.start() != Placement.UNKNOWN) {
            node.put("start", instance.start());
        }
        if (instance.isReported()) {
            node.put("utilization", instance.utilization());
        }
        write(node, instance.readings());
        putUnlessEmpty(node, "name", instance.name());
        putUnlessEmpty(node, "owner", instance.owner());
        putUnlessEmpty(node, "note", instance.note());
    }

    /** What was measured beside the utilization, each with a field of its own. */
    static void write(ObjectNode node, Readings readings) {
        if (!readings.isEmpty()) {
            ObjectNode to = node.putObject("readings");
            MeasuredWriter.put(to, "sm", readings.smActive());
            MeasuredWriter.put(to, "occupancy", readings.smOccupancy());
            MeasuredWriter.put(to, "tensor", readings.tensorActive());
            MeasuredWriter.put(to, "bandwidth", readings.bandwidth());
            MeasuredWriter.put(to, "memoryUsedMib", readings.memoryUsedMib());
        }
    }

    private static ObjectNode weights(ObjectNode node, Weights weights) {
        node.put("basis", weights.basis().id());
        if (weights.basis() instanceof WeightBasis.Own own) {
            put(node.putObject("own"), own.weights());
        }
        node.put("gpus", weights.gpus().id());
        if (weights.gpus() instanceof GpuWeight.Own own) {
            put(node.putObject("ownGpus"), own.weights());
        }
        if (weights.reading() != ReadingKind.ENGINE) {
            node.put("reading", weights.reading().id());
        }
        if (weights.allGpus()) {
            node.put("allGpus", true);
        }
        return node;
    }

    private static void put(ObjectNode node, Map<String, Double> table) {
        new TreeMap<>(table).forEach(node::put);
    }

    static void put(ObjectNode node, String field, Wording wording) {
        if (wording.isTranslated()) {
            ObjectNode each = node.putObject(field);
            Language.all().forEach(language -> each.put(language.code(), wording.in(language)));
        } else {
            putUnlessEmpty(node, field, wording.standard());
        }
    }

    static void putUnlessEmpty(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }
}
