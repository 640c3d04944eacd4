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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of {@code averages --json}: ratios from 0 to 1 in full precision, {@code null} where there is no figure. */
final class AveragesJson {
    private AveragesJson() {}

    static ObjectNode of(FleetOfFiles files, Figures figures, List<Problem> problems, Messages words) {
        FleetOfFiles.Beside beside = files.beside();
        ObjectNode root = Json.document();
        root.put("metric", figures.weights().reading().id());
        root.put("basis", figures.weights().basis().id());
        root.put("gpuWeight", figures.weights().gpus().id());
        if (figures.weights().allGpus()) {
            root.put("headline", "allGpus");
        }
        ObjectNode fleet = root.putObject("fleet");
        fleet.put("gpus", figures.gpus().size());
        fleet.put("instances", figures.total().instances());
        put(fleet, figures.total());
        put(fleet.putObject("allGpus"), AllGpus.of(files.fleet(), beside.wholeGpus(), figures));
        HostWatts.put(root.putArray("hosts"), HostWatts.of(files));
        ArrayNode gpus = root.putArray("gpus");
        List<FleetOfFiles.Member> members = files.members();
        for (int i = 0; i < figures.gpus().size(); i++) {
            put(gpus.addObject(), members.get(i).gpu(), figures.gpus().get(i), figures.weights(), beside);
        }
        putBeside(root, beside);
        Problems.write(problems, words, root.putArray("problems"));
        return root;
    }

    private static void putBeside(ObjectNode root, FleetOfFiles.Beside beside) {
        ArrayNode wholeGpus = root.putArray("wholeGpus");
        for (WholeGpu gpu : beside.wholeGpus()) {
            GpuModel model = gpu.model();
            ObjectNode to = wholeGpus.addObject();
            to.put("id", gpu.id());
            to.put("name", gpu.name());
            to.put("model", model == null ? null : model.id());
            to.put("modelName", gpu.modelName().isEmpty() ? null : gpu.modelName());
            to.put("host", gpu.host().isEmpty() ? null : gpu.host());
            to.put("mig", gpu.mig().name().toLowerCase(Locale.ROOT));
            Json.put(to, "utilization", gpu.utilization());
            put(to.putObject("readings"), gpu.utilization(), gpu.readings(), model == null ? null : model.memoryGib());
            Json.put(to, "powerWatts", gpu.powerWatts());
        }
        ArrayNode unweighed = root.putArray("unweighed");
        for (Snapshot.Unweighed instance : beside.unweighed()) {
            ObjectNode to = unweighed.addObject();
            to.put("gpu", instance.gpu());
            to.put("id", instance.instance());
            Json.put(to, "utilization", instance.utilization());
            putUnlessEmpty(to, "owner", instance.owner());
        }
    }

    private static void put(
            ObjectNode node, Gpu gpu, Figures.GpuFigures figures, Weights weights, FleetOfFiles.Beside beside) {
        GpuModel model = gpu.model();
        node.put("id", gpu.id());
        node.put("name", gpu.name());
        node.put("model", model == null ? null : model.id());
        node.put("modelName", gpu.modelName().isEmpty() ? null : gpu.modelName());
        node.put("host", gpu.host().isEmpty() ? null : gpu.host());
        node.put("allocatedSlices", gpu.allocatedSlices());
        Json.put(node, "totalSlices", model == null ? null : (Integer) model.computeSlices());
        Json.put(node, "powerWatts", gpu.powerWatts());
        put(node, figures.averages());
        CrossCheck check = beside.crossChecks().get(gpu.id());
        if (check != null) {
            node.put("reportedUtilization", check.reported());
            Json.put(node, "reportedDifference", check.difference());
        }
        ArrayNode instances = node.putArray("instances");
        for (int i = 0; i < gpu.instances().size(); i++) {
            Instance instance = gpu.instances().get(i);
            ObjectNode to = instances.addObject();
            to.put("id", instance.id());
            to.put("profile", instance.profile().name());
            putUnlessEmpty(
                    to,
                    "printedProfile",
                    beside.printedProfiles().getOrDefault(new InstanceRef(gpu.id(), instance.id()), ""));
            to.put("slices", instance.profile().computeSlices());
            Json.put(to, "weight", weights.basis().instance(model, instance.profile()));
            Json.put(to, "utilization", weights.reading().of(instance));
            put(
                    to.putObject("readings"),
                    instance.utilization(),
                    instance.readings(),
                    instance.profile().memory());
            Json.put(to, "contribution", figures.contributions().get(i));
            putUnlessEmpty(to, "name", instance.name());
            putUnlessEmpty(to, "owner", instance.owner());
        }
    }

    private static void put(ObjectNode node, double engine, Readings readings, @Nullable Double memoryGib) {
        Json.put(node, "engine", engine);
        Json.put(node, "sm", readings.smActive());
        Json.put(node, "occupancy", readings.smOccupancy());
        Json.put(node, "tensor", readings.tensorActive());
        Json.put(node, "bandwidth", readings.bandwidth());
        Json.put(node, "memoryUsedMib", readings.memoryUsedMib());
        Json.put(node, "memoryGib", memoryGib == null ? Double.NaN : memoryGib);
    }

    private static void put(ObjectNode node, AllGpus all) {
        node.put("gpus", all.gpus());
        node.put("empty", all.empty());
        node.put("whole", all.whole());
        node.put("unknown", all.unknown());
        Json.put(node, "allocatedShare", all.allocatedShare());
        Json.put(node, "wholeGpuUtilization", all.wholeGpu());
        Json.put(node, "powerWatts", all.powerWatts());
    }

    static void put(ObjectNode node, Averages averages) {
        node.put("reported", averages.reported());
        Json.put(node, "instanceAverage", averages.instanceAverage());
        Json.put(node, "sliceWeightedAverage", averages.weightedAverage());
        Json.put(node, "wholeGpuUtilization", averages.wholeGpu());
        Json.put(node, "allocatedShare", averages.allocatedShare());
        Json.put(node, "gap", averages.gap());
    }

    private static void putUnlessEmpty(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }
}
