package io.slicewise.snapshot.kubernetes;

import io.slicewise.json.JsonValue;
import java.util.Map;

/** The labels by which GKE tells the GPUs of a node, in place of GPU feature discovery's. */
final class GkeNode {
    static final String COUNT = "cloud.google.com/gke-accelerator-count";
    static final String PARTITION = "cloud.google.com/gke-gpu-partition-size";
    private static final String ACCELERATOR = "cloud.google.com/gke-accelerator";

    /** What GKE calls a GPU, and what exporters print for it. */
    private static final Map<String, String> MODELS = Map.of(
            "nvidia-tesla-a100", "NVIDIA A100-SXM4-40GB",
            "nvidia-a100-80gb", "NVIDIA A100-SXM4-80GB",
            "nvidia-h100-80gb", "NVIDIA H100 80GB HBM3",
            "nvidia-h100-mega-80gb", "NVIDIA H100 80GB HBM3",
            "nvidia-h200-141gb", "NVIDIA H200",
            "nvidia-b200", "NVIDIA B200");

    private GkeNode() {}

    static boolean isOne(JsonValue labels) {
        return !labels.get(ACCELERATOR).string("").isEmpty();
    }

    /** What exporters print; of a GPU that is not known here, what GKE calls it. */
    static String modelName(JsonValue labels) {
        String called = labels.get(ACCELERATOR).string("");
        return MODELS.getOrDefault(called, called);
    }
}
