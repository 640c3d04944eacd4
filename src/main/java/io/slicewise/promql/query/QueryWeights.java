package io.slicewise.promql.query;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.text.Text;
import io.slicewise.usage.Weights;
import java.util.List;

/**
 * The weights that queries can have. The memory in use is no ratio on a server: where the figures are of that, queries are of
 * engine activity, and that is said.
 *
 * @param weights what queries are made with
 * @param remarks why these are not the ones that were wanted; empty where they are
 */
public record QueryWeights(Weights weights, List<Text> remarks) {
    public QueryWeights {
        remarks = List.copyOf(remarks);
    }

    /** As wanted, where a server has such a reading. */
    public static QueryWeights of(Weights wanted) {
        return isServed(wanted.reading())
                ? new QueryWeights(wanted, List.of())
                : new QueryWeights(wanted.of(ReadingKind.ENGINE), List.of(Text.of("promql.remark.memory")));
    }

    /** Whether a server has a ratio of this reading. */
    public static boolean isServed(ReadingKind reading) {
        return reading != ReadingKind.MEMORY;
    }
}
