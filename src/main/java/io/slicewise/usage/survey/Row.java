package io.slicewise.usage.survey;

import io.slicewise.usage.Averages;
import java.util.List;

/** A row of a fleet's table. */
public sealed interface Row permits GpuRow, InstanceRow, GroupRow {
    /** Its figures; what A and G refer to stands in the package's note. */
    Averages averages();

    /** Where its slices go. */
    Waste waste();

    /** Tells it from every other row of its table, also after readings changed. */
    Object key();

    /** The rows of GPUs and instances in it; for a row that is no group itself. */
    default List<Row> members() {
        return List.of(this);
    }
}
