package io.slicewise.snapshot;

import java.util.LinkedHashMap;
import java.util.Map;

/** Of the labels that name a workload, those that name the workload of an instance and not the exporter's own. */
public final class WorkloadLabels {
    /** What Prometheus puts before the name of a label that it has itself. */
    static final String EXPORTED = "exported_";

    static final String NAMESPACE = "namespace";
    static final String POD = "pod";
    static final String CONTAINER = "container";

    private WorkloadLabels() {}

    /**
     * The labels with the workload's under their plain names.
     *
     * @param collectorsKeepApart whether some row of the file has exported labels: then the plain ones are of the exporter
     */
    public static Map<String, String> of(Map<String, String> labels, boolean collectorsKeepApart) {
        if (!collectorsKeepApart) {
            return labels;
        }
        Map<String, String> workload = new LinkedHashMap<>();
        labels.forEach((name, value) -> {
            switch (name) {
                case NAMESPACE, POD, CONTAINER -> {
                    // where the exporter itself runs
                }
                case EXPORTED + NAMESPACE -> workload.put(NAMESPACE, value);
                case EXPORTED + POD -> workload.put(POD, value);
                case EXPORTED + CONTAINER -> workload.put(CONTAINER, value);
                default -> workload.put(name, value);
            }
        });
        return workload;
    }
}
