package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.text.Where;
import java.util.List;

/**
 * A query in its place.
 *
 * @param where it stands
 * @param title what people call the place: a panel's title, a rule's name; empty without one
 * @param text the query as it is written
 * @param expr the query
 * @param unit the unit that its values are shown in, {@code percent} or {@code percentunit}; empty where it was not said
 * @param thresholds values that it is held against outside of the query
 * @param isMig whether something says that MIG is on where it is asked
 */
record Asked(Where where, String title, String text, Expr expr, String unit, List<Double> thresholds, boolean isMig) {
    Asked {
        thresholds = List.copyOf(thresholds);
    }

    /** Another query in the same place. */
    Asked with(Expr other) {
        return new Asked(where, title, text, other, unit, thresholds, isMig);
    }
}
