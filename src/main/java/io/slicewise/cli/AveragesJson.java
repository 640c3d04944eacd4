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
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * The JSON of {@code averages --json}, written as it is told: ratios from 0 to 1 in full precision, {@code null} where there
 * is no figure.
 */
final class AveragesJson {
    // of each of 200,000 instances: put into quotes once
    private static final SerializableString ID = new SerializedString("id");
    private static final SerializableString NAME = new SerializedString("name");
    private static final SerializableString ALLOCATED_SLICES = new SerializedString("allocatedSlices");
    private static final SerializableString TOTAL_SLICES = new SerializedString("totalSlices");
    private static final SerializableString PROFILE = new SerializedString("profile");
    private static final SerializableString SLICES = new SerializedString("slices");
    private static final SerializableString REPORTED = new SerializedString("reported");
    private static final SerializableString UTILIZATION = new SerializedString("utilization");
    private static final SerializableString POWER_WATTS = new SerializedString("powerWatts");
    private static final SerializableString MODEL = new SerializedString("model");
    private static final SerializableString MODEL_NAME = new SerializedString("modelName");
    private static final SerializableString HOST = new SerializedString("host");
    private static final SerializableString WEIGHT = new SerializedString("weight");
    private static final SerializableString CONTRIBUTION = new SerializedString("contribution");
    private static final SerializableString ENGINE = new SerializedString("engine");
    private static final SerializableString SM = new SerializedString("sm");
    private static final SerializableString OCCUPANCY = new SerializedString("occupancy");
    private static final SerializableString TENSOR = new SerializedString("tensor");
    private static final SerializableString BANDWIDTH = new SerializedString("bandwidth");
    private static final SerializableString MEMORY_USED_MIB = new SerializedString("memoryUsedMib");
    private static final SerializableString MEMORY_GIB = new SerializedString("memoryGib");
    private static final SerializableString ALLOCATED_SHARE = new SerializedString("allocatedShare");
    private static final SerializableString WHOLE_GPU_UTILIZATION = new SerializedString("wholeGpuUtilization");
    private static final SerializableString INSTANCE_AVERAGE = new SerializedString("instanceAverage");
    private static final SerializableString SLICE_WEIGHTED_AVERAGE = new SerializedString("sliceWeightedAverage");
    private static final SerializableString GAP = new SerializedString("gap");
    private static final SerializableString OWNER = new SerializedString("owner");
    private static final SerializableString PRINTED_PROFILE = new SerializedString("printedProfile");
    private static final SerializableString INSTANCES = new SerializedString("instances");
    private static final SerializableString READINGS = new SerializedString("readings");

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
        Problems.write(json, problems, words);
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
            Json.put(json, ID, instance.instance());
            Json.put(json, UTILIZATION, instance.utilization());
            unlessEmpty(OWNER, instance.owner());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void whole(WholeGpu gpu) {
        GpuModel model = gpu.model();
        who(gpu.id(), gpu.name(), model, gpu.modelName(), gpu.host());
        json.writeStringProperty("mig", gpu.mig().name().toLowerCase(Locale.ROOT));
        Json.put(json, UTILIZATION, gpu.utilization());
        readings(gpu.utilization(), gpu.readings(), model == null ? null : model.memoryGib());
        Json.put(json, POWER_WATTS, gpu.powerWatts());
    }

    private void who(String id, String name, @Nullable GpuModel model, String modelName, String host) {
        Json.put(json, ID, id);
        Json.put(json, NAME, name);
        Json.put(json, MODEL, model == null ? null : model.id());
        Json.put(json, MODEL_NAME, modelName.isEmpty() ? null : modelName);
        Json.put(json, HOST, host.isEmpty() ? null : host);
    }

    private void member(Gpu gpu, Figures.GpuFigures figures, Weights weights, FleetOfFiles.Beside beside) {
        json.writeStartObject();
        gpu(gpu, figures, weights, beside);
        json.writeEndObject();
    }

    private void gpu(Gpu gpu, Figures.GpuFigures figures, Weights weights, FleetOfFiles.Beside beside) {
        GpuModel model = gpu.model();
        who(gpu.id(), gpu.name(), model, gpu.modelName(), gpu.host());
        Json.put(json, ALLOCATED_SLICES, gpu.allocatedSlices());
        json.writeName(TOTAL_SLICES);
        if (model == null) {
            json.writeNull();
        } else {
            json.writeNumber(model.computeSlices());
        }
        Json.put(json, POWER_WATTS, gpu.powerWatts());
        write(json, figures.averages());
        CrossCheck check = beside.crossChecks().get(gpu.id());
        if (check != null) {
            Json.put(json, "reportedUtilization", check.reported());
            Json.put(json, "reportedDifference", check.difference());
        }
        json.writeName(INSTANCES);
        json.writeStartArray();
        for (int i = 0; i < gpu.instances().size(); i++) {
            json.writeStartObject();
            instance(gpu, gpu.instances().get(i), figures.contribution(i), weights, beside);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void instance(
            Gpu gpu, Instance instance, double contribution, Weights weights, FleetOfFiles.Beside beside) {
        Json.put(json, ID, instance.id());
        Json.put(json, PROFILE, instance.profile().name());
        if (!beside.printedProfiles().isEmpty()) {
            unlessEmpty(
                    PRINTED_PROFILE,
                    beside.printedProfiles().getOrDefault(new InstanceRef(gpu.id(), instance.id()), ""));
        }
        Json.put(json, SLICES, instance.profile().computeSlices());
        Json.put(json, WEIGHT, weights.basis().instance(gpu.model(), instance.profile()));
        Json.put(json, UTILIZATION, weights.reading().of(instance));
        readings(instance.utilization(), instance.readings(), instance.profile().memory());
        Json.put(json, CONTRIBUTION, contribution);
        unlessEmpty(NAME, instance.name());
        unlessEmpty(OWNER, instance.owner());
    }

    private void readings(double engine, Readings readings, @Nullable Double memoryGib) {
        json.writeName(READINGS);
        json.writeStartObject();
        Json.put(json, ENGINE, engine);
        Json.put(json, SM, readings.smActive());
        Json.put(json, OCCUPANCY, readings.smOccupancy());
        Json.put(json, TENSOR, readings.tensorActive());
        Json.put(json, BANDWIDTH, readings.bandwidth());
        Json.put(json, MEMORY_USED_MIB, readings.memoryUsedMib());
        Json.put(json, MEMORY_GIB, memoryGib == null ? Double.NaN : memoryGib);
        json.writeEndObject();
    }

    private void all(AllGpus all) {
        json.writeNumberProperty("gpus", all.gpus());
        json.writeNumberProperty("empty", all.empty());
        json.writeNumberProperty("whole", all.whole());
        json.writeNumberProperty("unknown", all.unknown());
        Json.put(json, ALLOCATED_SHARE, all.allocatedShare());
        Json.put(json, WHOLE_GPU_UTILIZATION, all.wholeGpu());
        Json.put(json, POWER_WATTS, all.powerWatts());
    }

    /** The three figures, and what they rest on. */
    static void write(JsonGenerator json, Averages averages) {
        Json.put(json, REPORTED, averages.reported());
        Json.put(json, INSTANCE_AVERAGE, averages.instanceAverage());
        Json.put(json, SLICE_WEIGHTED_AVERAGE, averages.weightedAverage());
        Json.put(json, WHOLE_GPU_UTILIZATION, averages.wholeGpu());
        Json.put(json, ALLOCATED_SHARE, averages.allocatedShare());
        Json.put(json, GAP, averages.gap());
    }

    private void unlessEmpty(SerializableString field, String value) {
        if (!value.isEmpty()) {
            Json.put(json, field, value);
        }
    }
}
