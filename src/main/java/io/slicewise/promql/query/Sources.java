package io.slicewise.promql.query;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all figures are made of: sums and numbers by some labels. A server adds up first and weighs what is left of it, a
 * vector of a few series instead of one for each instance. Conditions on models, where there are some, hold besides those
 * of the plan.
 */
interface Sources {
    /** The average reading by labels. */
    Expr average(List<String> labels);

    /** The sum of the readings, each a ratio from 0 to 1. */
    Expr sum(List<String> labels, List<Matcher> models);

    /** How many instances have a reading. */
    Expr reported(List<String> labels, List<Matcher> models);

    /** How many instances are there, with a reading or without. */
    Expr instances(List<String> labels, List<Matcher> models);

    /** Whether it can be asked by GPU. */
    boolean tellsGpus();

    /** How many GPUs of some models have instances. */
    Expr gpus(List<String> labels, List<Matcher> models);

    /** The power of GPUs in watts. */
    Expr power(List<String> labels);

    /** What is added up with weights, where it is known already; else it is for the asker to weigh. */
    default Optional<Expr> total(WeighedTotal total, List<String> labels) {
        return Optional.empty();
    }

    /** What parts of these vectors are for. */
    default Map<Expr, Text> notes(List<String> labels, List<Matcher> models) {
        return Map.of();
    }
}
