package io.slicewise.promql.lang;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A PromQL expression. Immutable; equal when it means the same. */
public sealed interface Expr {
    /** A number, {@code 0.9}, {@code 0x1f}, {@code Inf}. */
    record Num(double value) implements Expr {}

    /** A string literal, without its quotes and escapes. */
    record Str(String value) implements Expr {}

    /** A Grafana variable that stands for an expression: {@code $threshold}, {@code ${threshold}}, {@code [[threshold]]}. */
    record Variable(String text) implements Expr {}

    /**
     * An instant vector selector.
     *
     * @param metric the metric's name, empty where only matchers are given; can hold Grafana variables
     * @param matchers in the order written
     */
    record Selector(String metric, List<Matcher> matchers) implements Expr {
        public Selector {
            matchers = List.copyOf(matchers);
        }
    }

    /**
     * A range of samples: {@code metric[5m]}.
     *
     * @param expr a selector, or a variable that stands for one
     */
    record Range(Expr expr, Duration range) implements Expr {}

    /**
     * A subquery, {@code expr[1h:5m]}.
     *
     * @param step {@code null} for the server's own
     */
    record Subquery(Expr expr, Duration range, @Nullable Duration step) implements Expr {}

    /**
     * An expression at another time.
     *
     * @param expr a selector, a range or a subquery
     * @param offset how long ago, negative for later; {@code null} without {@code offset}
     * @param at {@code @ time}; {@code null} without
     */
    record Shifted(
            Expr expr, @Nullable Duration offset, @Nullable At at) implements Expr {}

    /** A function call. */
    record Call(String function, List<Expr> args) implements Expr {
        public Call {
            args = List.copyOf(args);
        }
    }

    /**
     * An aggregation.
     *
     * @param op in lower case
     * @param grouping {@code null} for all in one
     * @param param the k of {@code topk}, the φ of {@code quantile}, the label of {@code count_values}; {@code null} for others
     */
    record Aggregate(
            String op,
            @Nullable Grouping grouping,
            @Nullable Expr param,
            Expr expr) implements Expr {}

    /**
     * A sign before an expression.
     *
     * @param isMinus a plus changes nothing, but stays
     */
    record Unary(boolean isMinus, Expr expr) implements Expr {}

    /**
     * An operation on two expressions.
     *
     * @param isBool whether a comparison gives 0 or 1 instead of leaving out
     * @param matching how vectors are matched; {@code null} on all labels
     */
    record Binary(
            Op op,
            Expr left,
            Expr right,
            boolean isBool,
            @Nullable Matching matching) implements Expr {}

    /**
     * The labels that an aggregation keeps or drops.
     *
     * @param isBy {@code by}, else {@code without}
     */
    record Grouping(boolean isBy, List<String> labels) {
        public Grouping {
            labels = List.copyOf(labels);
        }
    }

    /** Which side of a match may have several series for one of the other side. */
    enum Side {
        NONE,
        LEFT,
        RIGHT
    }

    /**
     * How two vectors are matched.
     *
     * @param isOn {@code on}, else {@code ignoring}
     * @param many the side with several
     * @param include labels that are taken over from the side with one
     */
    record Matching(boolean isOn, List<String> labels, Side many, List<String> include) {
        public Matching {
            labels = List.copyOf(labels);
            include = List.copyOf(include);
        }
    }

    /** A moment: seconds since 1970, the start or the end of the range, or a variable. */
    sealed interface At {
        record Time(double seconds) implements At {}

        record Start() implements At {}

        record End() implements At {}

        record Named(String variable) implements At {}
    }
}
