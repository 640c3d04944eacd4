package io.slicewise.desktop.workspace;

import io.slicewise.snapshot.OpenQuestion.Column;
import java.util.List;
import java.util.Map;

/** What a person said about columns of tables, by header; nothing is kept by default. */
interface ColumnMemory {
    /** By header the columns that count: those that a person named, or the one that has the utilization of all rows. */
    default Map<String, List<Column>> all() {
        return Map.of();
    }

    /** Keeps what was said about a header. */
    default void keep(String header, List<Column> columns) {}
}
