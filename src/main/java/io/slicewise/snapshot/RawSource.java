package io.slicewise.snapshot;

import io.slicewise.fleet.LabelSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who reports: what the labels of a row say about the GPU, the instance and its user. Empty where a label is missing or
 * says that there is nothing ({@code N/A}, {@code <<<NULL>>>}).
 *
 * @param uuid the parent GPU's UUID
 * @param gpu the GPU's number on its host
 * @param host the machine
 * @param modelName the GPU model as printed
 * @param profile the GPU instance profile as printed
 * @param instanceId {@code GPU_I_ID}, unique within the GPU
 * @param user {@code namespace/pod} of the workload where a collector kept it apart ({@code exported_pod})
 * @param pod {@code namespace/pod} of the labels without a prefix: the workload's, or the exporter's own where some row
 *     of the file has the others
 * @param labels what else the labels say, by name; only the compute instance counts when two sources are compared
 */
public record RawSource(
        String uuid,
        String gpu,
        String host,
        String modelName,
        String profile,
        String instanceId,
        String user,
        String pod,
        LabelSet labels) {
    /** The label that tells a compute instance of the instance, as {@code dcgm-exporter} calls it. */
    static final String COMPUTE_INSTANCE = "GPU_CI_ID";

    /** Without further labels. */
    public RawSource(
            String uuid,
            String gpu,
            String host,
            String modelName,
            String profile,
            String instanceId,
            String user,
            String pod) {
        this(uuid, gpu, host, modelName, profile, instanceId, user, pod, LabelSet.EMPTY);
    }

    /** What names an instance, or with an empty instance id a GPU, and nothing else. */
    public static RawSource of(String uuid, String gpu, String modelName, String profile, String instanceId) {
        return new RawSource(uuid, gpu, "", modelName, profile, instanceId, "", "");
    }

    /** On a host. */
    public RawSource onHost(String newHost) {
        return new RawSource(uuid, gpu, newHost, modelName, profile, instanceId, user, pod, labels);
    }

    /** Which compute instance of the instance the row is about; empty where it is about all of the instance. */
    public String computeInstance() {
        return isInstance() ? labels.value(COMPUTE_INSTANCE) : "";
    }

    /** Whether the row is about an instance and not about a whole GPU. */
    public boolean isInstance() {
        return !instanceId.isEmpty();
    }

    /** Whether the labels tell the GPU at all. */
    public boolean namesGpu() {
        return !uuid.isEmpty() || !gpu.isEmpty();
    }

    public RawSource withHost(String other) {
        return new RawSource(uuid, gpu, other, modelName, profile, instanceId, user, pod, labels);
    }

    /** The GPU's id: the UUID, or host and number. */
    public String gpuId() {
        if (!uuid.isEmpty()) {
            return uuid;
        }
        return host.isEmpty() ? "GPU " + gpu : host + "/" + gpu;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawSource that
                && uuid.equals(that.uuid)
                && gpu.equals(that.gpu)
                && host.equals(that.host)
                && modelName.equals(that.modelName)
                && profile.equals(that.profile)
                && instanceId.equals(that.instanceId)
                && user.equals(that.user)
                && pod.equals(that.pod)
                && computeInstance().equals(that.computeInstance());
    }

    @Override
    public int hashCode() {
        return Objects.hash(uuid, gpu, host, modelName, profile, instanceId, user, pod);
    }
}
