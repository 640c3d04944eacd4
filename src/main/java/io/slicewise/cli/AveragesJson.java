package io.slicewise.cli;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Readings;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.AllGpus;
import io.slicewise.snapshot.CrossCheck;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The JSON of {@code averages --json}, written as it is told: ratios from 0 to 1 in full precision, {@code null} where there
 * is no figure.
 */
final class AveragesJson {
    private final JsonGenerator json;

    private AveragesJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the properties of the document. */
    static void write(JsonGenerator json, FleetOfFiles files, Figures figures, List<Problem> problems, Messages words) {
        new AveragesJson(json).write(files, figures, problems, words);
    }

    private void write(FleetOfFiles files, Figures figures, List<Problem> problems, Messages words) {
        FleetOfFiles.Beside beside = files.beside();
        Weights weights = figures.weights();
        json.writeStringProperty("metric", weights.reading().id());
        json.writeStringProperty("basis", weights.basis().id());
        json.writeStringProperty("gpuWeight", weights.gpus().id());
        if (weights.allGpus()) {
            json.writeStringProperty("headline", "allGpus");
        }
        json.writeObjectPropertyStart("fleet");
        json.writeNumberProperty("gpus", figures.gpus().size());
        json.writeNumberProperty("instances", figures.total().instances());
        write(json, figures.total());
        json.writeObjectPropertyStart("allGpus");
        all(AllGpus.of(files.fleet(), beside.wholeGpus(), figures));
        json.writeEndObject();
        json.writeEndObject();
        HostWatts.write(json, HostWatts.of(files));
        List<FleetOfFiles.Member> members = files.members();
        Json.array(
                json,
                "gpus",
                figures.gpus().size(),
                (to, i) -> new AveragesJson(to)
                        .member(members.get(i).gpu(), figures.gpus().get(i), weights, beside));
        beside(beside);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Problems.write(problems, words, list);
        json.writeName("problems");
        json.writeTree(list);
    }

    private void beside(FleetOfFiles.Beside beside) {
        json.writeArrayPropertyStart("wholeGpus");
        for (WholeGpu gpu : beside.wholeGpus()) {
            json.writeStartObject();
            whole(gpu);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("unweighed");
        for (Snapshot.Unweighed instance : beside.unweighed()) {
            json.writeStartObject();
            json.writeStringProperty("gpu", instance.gpu());
            json.writeStringProperty("id", instance.instance());
            Json.put(json, "utilization", instance.utilization());
            unlessEmpty("owner", instance.owner());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void whole(WholeGpu gpu) {
        GpuModel model = gpu.model();
        who(gpu.id(), gpu.name(), model, gpu.modelName(), gpu.host());
        json.writeStringProperty("mig", gpu.mig().name().toLowerCase(Locale.ROOT));
        Json.put(json, "utilization", gpu.utilization());
        readings(gpu.utilization(), gpu.readings(), model == null ? null : model.memoryGib());
        Json.put(json, "powerWatts", gpu.powerWatts());
    }

    private void who(String id, String name, @Nullable GpuModel model, String modelName, String host) {
        json.writeStringProperty("id", id);
        json.writeStringProperty("name", name);
        Json.put(json, "model", model == null ? null : model.id());
        Json.put(json, "modelName", modelName.isEmpty() ? null : modelName);
        Json.put(json, "host", host.isEmpty() ? null : host);
    }

    private void member(Gpu gpu, Figures.GpuFigures figures, Weights weights, FleetOfFiles.Beside beside) {
        json.writeStartObject();
        gpu(gpu, figures, weights, beside);
        json.writeEndObject();
    }

    private void gpu(Gpu gpu, Figures.GpuFigures figures, Weights weights, FleetOfFiles.Beside beside) {
        GpuModel model = gpu.model();
        who(gpu.id(), gpu.name(), model, gpu.modelName(), gpu.host());
        json.writeNumberProperty("allocatedSlices", gpu.allocatedSlices());
        if (model == null) {
            json.writeNullProperty("totalSlices");
        } else {
            json.writeNumberProperty("totalSlices", model.computeSlices());
        }
        Json.put(json, "powerWatts", gpu.powerWatts());
        write(json, figures.averages());
        CrossCheck check = beside.crossChecks().get(gpu.id());
        if (check != null) {
            Json.put(json, "reportedUtilization", check.reported());
            Json.put(json, "reportedDifference", check.difference());
        }
        json.writeArrayPropertyStart("instances");
        for (int i = 0; i < gpu.instances().size(); i++) {
            json.writeStartObject();
            instance(gpu, gpu.instances().get(i), figures.contributions().get(i), weights, beside);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void instance(
            Gpu gpu, Instance instance, double contribution, Weights weights, FleetOfFiles.Beside beside) {
        json.writeStringProperty("id", instance.id());
        json.writeStringProperty("profile", instance.profile().name());
        if (!beside.printedProfiles().isEmpty()) {
            unlessEmpty(
                    "printedProfile",
                    beside.printedProfiles().getOrDefault(new InstanceRef(gpu.id(), instance.id()), ""));
        }
        json.writeNumberProperty("slices", instance.profile().computeSlices());
        Json.put(json, "weight", weights.basis().instance(gpu.model(), instance.profile()));
        Json.put(json, "utilization", weights.reading().of(instance));
        readings(instance.utilization(), instance.readings(), instance.profile().memory());
        Json.put(json, "contribution", contribution);
        unlessEmpty("name", instance.name());
        unlessEmpty("owner", instance.owner());
    }

    private void readings(double engine, Readings readings, @Nullable Double memoryGib) {
        json.writeObjectPropertyStart("readings");
        Json.put(json, "engine", engine);
        Json.put(json, "sm", readings.smActive());
        Json.put(json, "occupancy", readings.smOccupancy());
        Json.put(json, "tensor", readings.tensorActive());
        Json.put(json, "bandwidth", readings.bandwidth());
        Json.put(json, "memoryUsedMib", readings.memoryUsedMib());
        Json.put(json, "memoryGib", memoryGib == null ? Double.NaN : memoryGib);
        json.writeEndObject();
    }

    private void all(AllGpus all) {
        json.writeNumberProperty("gpus", all.gpus());
        json.writeNumberProperty("empty", all.empty());
        json.writeNumberProperty("whole", all.whole());
        json.writeNumberProperty("unknown", all.unknown());
        Json.put(json, "allocatedShare", all.allocatedShare());
        Json.put(json, "wholeGpuUtilization", all.wholeGpu());
        Json.put(json, "powerWatts", all.powerWatts());
    }

    /** The three figures, and what they rest on. */
    static void write(JsonGenerator json, Averages averages) {
        json.writeNumberProperty("reported", averages.reported());
        Json.put(json, "instanceAverage", averages.instanceAverage());
        Json.put(json, "sliceWeightedAverage", averages.weightedAverage());
        Json.put(json, "wholeGpuUtilization", averages.wholeGpu());
        Json.put(json, "allocatedShare", averages.allocatedShare());
        Json.put(json, "gap", averages.gap());
    }

    private void unlessEmpty(String field, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(field, value);
        }
    }
}
