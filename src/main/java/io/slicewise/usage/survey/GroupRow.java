package io.slicewise.usage.survey;

import io.slicewise.usage.Averages;
import java.util.List;

/**
 * Rows that have something in common.
 *
 * @param attribute what
 * @param value what they have; empty for those that have nothing of the kind
 * @param members in the order in which they are shown
 * @param gpus how many GPUs they are on
 * @param averages over all their instances
 * @param waste of all of them
 * @param open whether the members stand below it
 */
public record GroupRow(
        Attribute attribute, String value, List<Row> members, int gpus, Averages averages, SliceUse waste, boolean open)
        implements Row {
    public GroupRow {
        members = List.copyOf(members);
    }

    @Override
    public Object key() {
        return List.of(attribute, value);
    }
}
