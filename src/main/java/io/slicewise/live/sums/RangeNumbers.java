package io.slicewise.live.sums;

import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.LabelNames;
import io.slicewise.live.query.Queries;
import io.slicewise.live.query.Selection;
import io.slicewise.live.query.Table;
import io.slicewise.live.range.Grid;
import io.slicewise.work.Cancel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Functions over the steps of a range at one server: a number an instance travels, and no sample.
 *
 * @param server whom to ask
 * @param grid the times, multiples of their step
 * @param queries how readings are asked for
 * @param travelled how many numbers came so far
 */
record RangeNumbers(Queries server, Grid grid, ShapeQueries queries, AtomicLong travelled) {
    RangeNumbers(Queries server, Grid grid, ShapeQueries queries) {
        this(server, grid, queries, new AtomicLong());
    }

    LabelNames labels() {
        return queries.labels();
    }

    /**
     * A function over the steps: a number an instance.
     *
     * @param function up to what it is of, with the bracket
     */
    Map<InstanceKey, Double> over(String function, String what, Cancel cancel) throws LiveException {
        Map<InstanceKey, Double> found = new LinkedHashMap<>();
        for (Table.Row row : table(function, what, cancel).rows()) {
            found.put(InstanceKey.of(row, labels()), row.last());
        }
        return found;
    }

    /** The same of an expression of one number; {@code NaN} where the server has none. */
    double one(String function, String what, Cancel cancel) throws LiveException {
        List<Table.Row> rows = table(function, what, cancel).rows();
        return rows.isEmpty() ? Double.NaN : rows.getFirst().last();
    }

    private Table table(String function, String what, Cancel cancel) throws LiveException {
        long step = grid.step().toMillis();
        // half a step more than the range, so that its first step is in it however a server takes the bound
        long range = step * (grid.count() - 1) + step / 2;
        Table table = server.table(function + "(" + what + ")[" + range + "ms:" + step + "ms])", grid.to(), cancel);
        travelled.addAndGet(table.rows().size());
        return table;
    }

    /** The reading of each instance. */
    String reading() {
        return queries.reading(List.of(queries.isInstance()));
    }

    /** The reading of each instance of some profiles. */
    String reading(Set<String> profiles) {
        return queries.reading(
                List.of(queries.isInstance(), labels().profile() + "=~" + Selection.anyOf(List.copyOf(profiles))));
    }

    /** The reading of one instance. */
    String reading(InstanceKey key) {
        return queries.reading(key.matchers(labels()));
    }

    /** The memory of each instance, in MiB. */
    String memory() {
        return "max by (" + labels().all() + ") (" + Selection.memory(List.of(queries.isInstance())) + ")";
    }
}
