package io.slicewise.live.query;

/**
 * How a server's collectors write the labels that tell an instance.
 *
 * @param uuid the GPU
 * @param instance the instance within it
 * @param profile its profile
 * @param model the GPU's model
 * @param host the machine
 */
public record LabelNames(String uuid, String instance, String profile, String model, String host) {
    /** As dcgm-exporter writes them. */
    public static final LabelNames EXPORTER =
            new LabelNames("UUID", "GPU_I_ID", "GPU_I_PROFILE", "modelName", "Hostname");

    /** As collectors leave them that write everything in lower case. */
    public static final LabelNames LOWER = new LabelNames("uuid", "gpu_i_id", "gpu_i_profile", "modelname", "hostname");

    /** All of them, for {@code by (…)}. */
    public String all() {
        return String.join(", ", uuid, instance, profile, model, host);
    }
}
