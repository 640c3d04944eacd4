package io.slicewise.promql.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.slicewise.promql.lang.Expr.Side;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is printed is read as what it was, whatever it was; what nobody meant as a query does no harm. */
class PromqlProperties {
    @Property
    void aPrintedExpressionIsReadAsItself(@ForAll("expressions") Expr expr) {
        assertEquals(expr, Promql.of(Promql.line(expr)), () -> Promql.line(expr));
        assertEquals(expr, Promql.of(Promql.pretty(expr)), () -> Promql.pretty(expr));
    }

    @Property
    void anyTextIsAnsweredWithAQueryOrAPlace(@ForAll("scraps") String text) {
        assertNotNull(Promql.parse(text));
    }

    @Property(tries = 100)
    void mappingNothingChangesNothing(@ForAll("expressions") Expr expr) {
        assertEquals(expr, Exprs.map(expr, UnaryOperator.identity()));
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(
                        "sum", "by", "(", ")", "a", "{", "}", "b=\"c\"", "[5m]", "[", "]", ":", "-", "^", "or", "on",
                        "offset", "5m", "1", ".", "\"", "$x", "[[y]]", "@", "\\", "#", "\n", "bool", "==", " ", "é")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    static Arbitrary<Expr> expressions() {
        return expressions(4);
    }

    private static Arbitrary<Expr> expressions(int depth) {
        if (depth == 0) {
            return vectors();
        }
        Arbitrary<Expr> inner = Arbitraries.lazy(() -> expressions(depth - 1));
        Arbitrary<Expr> vector = Arbitraries.lazy(() -> vectorsOf(depth - 1));
        return Arbitraries.oneOf(
                numbers(),
                vectorsOf(depth),
                inner.map(e -> new Expr.Unary(true, e)),
                Combinators.combine(Arbitraries.of(arithmetic()), inner, inner)
                        .as((op, a, b) -> new Expr.Binary(op, a, b, false, null)),
                Combinators.combine(Arbitraries.of(Op.EQUAL, Op.LESS), inner, inner)
                        .as((op, a, b) -> new Expr.Binary(op, a, b, true, null)),
                Combinators.combine(Arbitraries.of(Op.AND, Op.OR, Op.UNLESS), vector, vector, matchings(false))
                        .as((op, a, b, on) -> new Expr.Binary(op, a, b, false, on)));
    }

    private static Arbitrary<Expr> vectorsOf(int depth) {
        if (depth == 0) {
            return vectors();
        }
        Arbitrary<Expr> inner = Arbitraries.lazy(() -> vectorsOf(depth - 1));
        Arbitrary<Expr.Grouping> grouping = Combinators.combine(Arbitraries.of(true, false), labels())
                .as(Expr.Grouping::new)
                .injectNull(0.3);
        return Arbitraries.oneOf(
                vectors(),
                inner.map(e -> new Expr.Call("abs", List.of(e))),
                Combinators.combine(grouping, inner).as((by, e) -> new Expr.Aggregate("sum", by, null, e)),
                Combinators.combine(grouping, inner).as((by, e) -> new Expr.Aggregate("topk", by, new Expr.Num(3), e)),
                Combinators.combine(Arbitraries.of(arithmetic()), inner, inner, matchings(true))
                        .as((op, a, b, on) -> new Expr.Binary(op, a, b, false, on)),
                Combinators.combine(inner, durations(), durations().injectNull(0.5))
                        .as((e, range, step) ->
                                new Expr.Call("max_over_time", List.of(new Expr.Subquery(e, range, step)))));
    }

    private static Op[] arithmetic() {
        return new Op[] {Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE, Op.MODULO, Op.POWER, Op.ATAN2};
    }

    private static Arbitrary<Expr> numbers() {
        return Arbitraries.doubles().between(0, 1e18).map(Expr.Num::new);
    }

    private static Arbitrary<Expr> vectors() {
        Arbitrary<Expr> selector = Combinators.combine(Arbitraries.of("a", "b:c", "sum", "my.metric"), matchers())
                .as(Expr.Selector::new);
        Arbitrary<Expr.At> at = Arbitraries.of(new Expr.At.Time(1.5), new Expr.At.Start(), new Expr.At.End());
        return Arbitraries.oneOf(
                selector,
                Combinators.combine(selector, durations()).as((s, d) -> new Expr.Shifted(s, d, null)),
                Combinators.combine(selector, durations().injectNull(0.5), at).as(Expr.Shifted::new),
                Combinators.combine(selector, durations())
                        .as((s, d) -> new Expr.Call("rate", List.of(new Expr.Range(s, d)))));
    }

    private static Arbitrary<List<Matcher>> matchers() {
        Arbitrary<String> names = Arbitraries.of("a", "by", "x.y", "호스트");
        Arbitrary<String> values = Arbitraries.strings()
                .ofMaxLength(6)
                .filter(value -> value.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
        return Combinators.combine(
                        names,
                        Arbitraries.of(Matcher.Op.values())
                                .filter(op -> !op.sign().isEmpty()),
                        values)
                .as((name, op, value) -> new Matcher(name, op, isExpression(op) ? Regex.literal(value) : value))
                .list()
                .ofMaxSize(3);
    }

    private static boolean isExpression(Matcher.Op op) {
        return op == Matcher.Op.REGEX || op == Matcher.Op.NOT_REGEX;
    }

    private static Arbitrary<List<String>> labels() {
        return Arbitraries.of("a", "by", "x.y", "$z").list().ofMaxSize(2);
    }

    private static Arbitrary<Expr.Matching> matchings(boolean groups) {
        Arbitrary<Side> sides = groups ? Arbitraries.of(Side.values()) : Arbitraries.just(Side.NONE);
        return Combinators.combine(Arbitraries.of(true, false), labels(), sides)
                .as((on, labels, side) ->
                        new Expr.Matching(on, labels, side, side == Side.NONE ? List.of() : List.of("c")))
                .injectNull(0.5);
    }

    private static Arbitrary<Duration> durations() {
        return Arbitraries.longs().between(1, 400L * 24 * 3600 * 1000).map(Duration::ofMillis);
    }
}
