package io.slicewise.promql.output;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the files are to fit where they go.
 *
 * @param labels of the resources with rules, in their order: operators select them by labels such as {@code release}
 * @param runbook the address of a page about the alerts, each under its own name in lower case; empty without one
 * @param isInline whether the dashboard computes everything itself, for servers that record no rules
 */
public record Delivery(Map<String, String> labels, String runbook, boolean isInline) {
    /** Without labels and runbook, with a dashboard of recorded series. */
    public static final Delivery USUAL = new Delivery(Map.of(), "", false);

    public Delivery {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    public Delivery withLabels(Map<String, String> newLabels) {
        return new Delivery(newLabels, runbook, isInline);
    }

    public Delivery withRunbook(String address) {
        return new Delivery(labels, address, isInline);
    }

    public Delivery withInline(boolean inline) {
        return new Delivery(labels, runbook, inline);
    }
}
