package io.slicewise.cli;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.CrossCheck;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.WeightBasis;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of {@code averages --json}: ratios from 0 to 1 in full precision, {@code null} where there is no figure. */
final class AveragesJson {
    private AveragesJson() {}

    static ObjectNode of(Figures figures, FleetOfFiles.Beside beside, List<Problem> problems, Messages words) {
        ObjectNode root = Json.document();
        root.put("basis", figures.weights().basis().id());
        root.put("gpuWeight", figures.weights().gpus().id());
        ObjectNode fleet = root.putObject("fleet");
        fleet.put("gpus", figures.gpus().size());
        fleet.put("instances", figures.total().instances());
        put(fleet, figures.total());
        ArrayNode gpus = root.putArray("gpus");
        for (Figures.GpuFigures gpu : figures.gpus()) {
            put(gpus.addObject(), gpu, figures.weights().basis(), beside);
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
            ObjectNode node, Figures.GpuFigures figures, WeightBasis basis, FleetOfFiles.Beside beside) {
        Gpu gpu = figures.gpu();
        GpuModel model = gpu.model();
        node.put("id", gpu.id());
        node.put("name", gpu.name());
        node.put("model", model == null ? null : model.id());
        node.put("modelName", gpu.modelName().isEmpty() ? null : gpu.modelName());
        node.put("host", gpu.host().isEmpty() ? null : gpu.host());
        node.put("allocatedSlices", gpu.allocatedSlices());
        Json.put(node, "totalSlices", model == null ? null : (Integer) model.computeSlices());
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
            Json.put(to, "weight", basis.instance(model, instance.profile()));
            Json.put(to, "utilization", instance.utilization());
            Json.put(to, "contribution", figures.contributions().get(i));
            putUnlessEmpty(to, "name", instance.name());
            putUnlessEmpty(to, "owner", instance.owner());
        }
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
