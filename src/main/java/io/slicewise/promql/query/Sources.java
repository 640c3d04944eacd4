package io.slicewise.promql.query;

import io.slicewise.promql.lang.Expr;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Map;

/**
 * The four vectors that all figures are made of. Each has exactly one series for what it is about, and with the same
 * labels those of one can be matched with those of another without saying how.
 */
interface Sources {
    /** A ratio from 0 to 1 for each instance with a reading, whether or not it has a weight. */
    Expr readings(List<String> labels);

    /** The weight of each instance that is there and has one, with a reading or without. */
    Expr weights(List<String> labels);

    /** One for each instance that is there. */
    Expr present(List<String> labels);

    /** The weight of each GPU that has instances. */
    Expr capacities(List<String> labels);

    /** What parts of these vectors are for. */
    default Map<Expr, Text> notes(List<String> labels) {
        return Map.of();
    }

    /** The power of each GPU in watts. */
    Expr power(List<String> labels);
}
