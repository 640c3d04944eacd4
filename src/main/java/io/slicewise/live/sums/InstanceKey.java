package io.slicewise.live.sums;

import io.slicewise.live.query.LabelNames;
import io.slicewise.live.query.Selection;
import io.slicewise.live.query.Table;
import java.util.List;

/**
 * What tells an instance from all others, as a server has it.
 *
 * @param host the machine
 * @param gpu the UUID
 * @param instance the id on its GPU
 * @param model as printed
 * @param profile as printed
 */
record InstanceKey(String host, String gpu, String instance, String model, String profile) {
    static InstanceKey of(Table.Row row, LabelNames labels) {
        return new InstanceKey(
                row.label(labels.host()),
                row.label(labels.uuid()),
                row.label(labels.instance()),
                row.label(labels.model()),
                row.label(labels.profile()));
    }

    /** Matchers of this one alone. */
    List<String> matchers(LabelNames labels) {
        return List.of(
                labels.host() + "=" + Selection.quoted(host),
                labels.uuid() + "=" + Selection.quoted(gpu),
                labels.instance() + "=" + Selection.quoted(instance),
                labels.model() + "=" + Selection.quoted(model),
                labels.profile() + "=" + Selection.quoted(profile));
    }
}
