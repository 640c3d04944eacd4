package io.slicewise.live.sums;

import io.slicewise.live.range.Grid;
import java.util.List;

/**
 * A fleet as a server summed it up over a range.
 *
 * @param grid the times
 * @param group what the rows are about
 * @param rows each host or GPU
 * @param unknownModels models as printed whose weights nobody knows
 * @param points how many numbers travelled
 */
public record SummedRange(Grid grid, Group group, List<Row> rows, List<String> unknownModels, long points) {
    public SummedRange {
        rows = List.copyOf(rows);
        unknownModels = List.copyOf(unknownModels);
    }

    /**
     * A host or a GPU over time.
     *
     * @param host the machine; empty where nobody said
     * @param gpu the UUID; empty in rows of hosts
     * @param sums at each time; {@link Sums#NONE} where the server had nothing
     */
    public record Row(String host, String gpu, List<Sums> sums) {
        public Row {
            sums = List.copyOf(sums);
        }
    }

    /** All rows together at a point; its figures are {@link Sums#averages}. */
    public Sums total(int index) {
        Sums all = Sums.NONE;
        for (Row row : rows) {
            all = all.plus(row.sums().get(index));
        }
        return all;
    }
}
