package io.slicewise.promql.lang;

import io.slicewise.promql.lang.Expr.At;
import io.slicewise.promql.lang.Expr.Range;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Expr.Shifted;
import io.slicewise.promql.lang.Expr.Subquery;
import io.slicewise.promql.lang.Expr.Variable;
import io.slicewise.promql.lang.Token.Kind;
import io.slicewise.text.Text;
import org.jspecify.annotations.Nullable;

/** {@code offset} and {@code @}, which can stand in either order behind what they shift, each once. */
final class Modifiers {
    /** In seconds; servers count milliseconds in 64 bits. */
    private static final double LATEST = Long.MAX_VALUE / 1000.0;

    private final Tokens tokens;

    Modifiers(Tokens tokens) {
        this.tokens = tokens;
    }

    Expr offset(Expr expr) {
        Token word = tokens.next();
        boolean isMinus = tokens.take("-");
        if (!isMinus) {
            tokens.take("+");
        }
        Duration length = duration(true);
        return shifted(expr, isMinus ? length.negated() : length, null, word);
    }

    Expr at(Expr expr) {
        Token sign = tokens.next();
        return shifted(expr, null, moment(), sign);
    }

    private At moment() {
        boolean isMinus = tokens.take("-");
        boolean isSigned = isMinus || tokens.take("+");
        Token token = tokens.next();
        if (token.kind() == Kind.NUMBER && token.number() < LATEST) {
            return new At.Time(isMinus ? -token.number() : token.number());
        }
        if (token.kind() == Kind.VARIABLE && !isSigned) {
            return new At.Named(token.text());
        }
        boolean isStart = token.isWord("start");
        if ((isStart || token.isWord("end")) && !isSigned) {
            tokens.expectSign("(");
            tokens.expectSign(")");
            return isStart ? new At.Start() : new At.End();
        }
        throw new SyntaxException(Text.of("promql.syntax.expected.time", token.text()), token.start());
    }

    private static Expr shifted(Expr expr, @Nullable Duration offset, @Nullable At at, Token where) {
        if (expr instanceof Shifted(Expr inner, Duration before, At beforeAt)) {
            if ((before != null && offset != null) || (beforeAt != null && at != null)) {
                throw new SyntaxException(Text.of("promql.syntax.shiftedTwice", where.text()), where.start());
            }
            return new Shifted(inner, before == null ? offset : before, beforeAt == null ? at : beforeAt);
        }
        if (!(expr instanceof Selector
                || expr instanceof Range
                || expr instanceof Subquery
                || expr instanceof Variable)) {
            throw new SyntaxException(Text.of("promql.syntax.shifted", where.text()), where.start());
        }
        return new Shifted(expr, offset, at);
    }

    /** A length; a bare number counts seconds. */
    Duration duration(boolean zeroAllowed) {
        Token token = tokens.next();
        return switch (token.kind()) {
            case VARIABLE -> Duration.named(token.text());
            case NUMBER, DURATION -> {
                double millis = token.kind() == Kind.NUMBER ? token.number() * 1000 : token.number();
                if (millis > 0 || zeroAllowed) {
                    yield Duration.ofMillis(Math.round(millis));
                }
                throw new SyntaxException(Text.of("promql.syntax.noLength", token.text()), token.start());
            }
            default ->
                throw new SyntaxException(Text.of("promql.syntax.expected.duration", token.text()), token.start());
        };
    }
}
