package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;

/** One kind of mistake. */
interface Check {
    /** The persistent name of the kind; its message is {@code promql.check.<id>}. */
    String id();

    /** The first place in the query that has it. */
    Optional<Found> find(Asked asked, Repairs repairs);

    /**
     * A place.
     *
     * @param severity how sure it is that the result is wrong
     * @param part what is wrong, as it stands in the query
     * @param message why
     * @param repaired the whole query without the mistake; empty where only a person can tell
     */
    record Found(Severity severity, Expr part, Text message, Optional<Expr> repaired) {}
}
