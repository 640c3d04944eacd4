package io.slicewise.promql.query;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Call;
import io.slicewise.promql.lang.Expr.Grouping;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Op;
import java.util.List;

/** Short names for parts of trees. */
final class Trees {
    private Trees() {}

    static Expr aggregate(String op, List<String> labels, Expr expr) {
        return new Aggregate(op, labels.isEmpty() ? null : new Grouping(true, labels), null, expr);
    }

    static Expr binary(Expr left, Op op, Expr right) {
        return new Binary(op, left, right, false, null);
    }

    static Expr binary(Expr left, Op op, double right) {
        return binary(left, op, new Num(right));
    }

    static Expr binary(double left, Op op, Expr right) {
        return binary(new Num(left), op, right);
    }

    static Expr call(String function, Expr... args) {
        return new Call(function, List.of(args));
    }

    /** All of them in a union; at least one. */
    static Expr union(List<Expr> exprs) {
        return exprs.stream().reduce((a, b) -> binary(a, Op.OR, b)).orElseThrow();
    }
}
