package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.Optional;

/** One kind of mistake. */
interface Check {
    /** The persistent name of the kind; its message is {@code promql.check.<id>}. */
    String id();

    Severity severity();

    /** The first place in the query that has it. */
    Optional<Found> find(Asked asked, Repairs repairs);

    /**
     * A place.
     *
     * @param part what is wrong
     * @param message why
     * @param repaired the whole query without the mistake; empty where only a person can tell
     */
    record Found(Expr part, Text message, Optional<Expr> repaired) {}
}
