package io.slicewise.promql.lang;

import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Grouping;
import io.slicewise.promql.lang.Expr.Matching;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Range;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Expr.Shifted;
import io.slicewise.promql.lang.Expr.Side;
import io.slicewise.promql.lang.Expr.Str;
import io.slicewise.promql.lang.Expr.Subquery;
import io.slicewise.promql.lang.Expr.Unary;
import io.slicewise.promql.lang.Expr.Variable;
import io.slicewise.promql.lang.Token.Kind;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Recursive descent, with precedence climbing for operators. For one use. */
final class Parser {
    /** Deeper than any query that a person or a dashboard writes, and shallow enough for the stack. */
    private static final int DEEPEST = 200;

    private final Tokens tokens;
    private final Modifiers modifiers;
    private final Types types = new Types();
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = new Tokens(tokens);
        this.modifiers = new Modifiers(this.tokens);
    }

    static Expr parse(String query) {
        Parser parser = new Parser(Lexer.tokens(query));
        Expr expr = parser.expression(1);
        parser.tokens.expect(Kind.END, "promql.syntax.expected.end");
        return expr;
    }

    private Expr expression(int lowest) {
        if (++depth > DEEPEST) {
            throw tokens.error(Text.of("promql.syntax.deep"));
        }
        Expr left = operand();
        while (true) {
            Token sign = tokens.peek();
            Op op = tokens.isOperator() ? Op.of(sign.text()).orElse(null) : null;
            if (op == null || op.precedence() < lowest) {
                depth--;
                return left;
            }
            tokens.next();
            left = binary(op, left, sign);
        }
    }

    private Expr binary(Op op, Expr left, Token sign) {
        boolean isBool = tokens.takeWord("bool");
        Matching matching = matching();
        Expr right = expression(op.isRightAssociative() ? op.precedence() : op.precedence() + 1);
        types.check(op, left, right, isBool, matching, sign.start());
        return new Binary(op, left, right, isBool, matching);
    }

    private @Nullable Matching matching() {
        boolean isOn = tokens.peek().isWord("on");
        if (!tokens.isWordBeforeList("on") && !tokens.isWordBeforeList("ignoring")) {
            return null;
        }
        tokens.next();
        List<String> labels = labels();
        Side many = Side.NONE;
        List<String> include = List.of();
        if (tokens.peek().isWord("group_left") || tokens.peek().isWord("group_right")) {
            many = tokens.next().isWord("group_left") ? Side.LEFT : Side.RIGHT;
            include = tokens.peek().is("(") ? labels() : List.of();
        }
        return new Matching(isOn, labels, many, include);
    }

    private Expr operand() {
        if (tokens.peek().is("-") || tokens.peek().is("+")) {
            Token sign = tokens.next();
            Expr operand = expression(Op.UNARY + 1);
            types.checkSign(operand, sign);
            return new Unary(sign.is("-"), operand);
        }
        boolean isBracketed = tokens.peek().is("(");
        Expr first = primary();
        return postfix(first, isBracketed);
    }

    /** @param isBracketed whether the first one stands in parentheses, where it can be a subquery's alone */
    private Expr postfix(Expr first, boolean isBracketed) {
        Expr expr = first;
        boolean isClosed = isBracketed;
        while (true) {
            Token token = tokens.peek();
            if (token.is("[")) {
                expr = range(expr, isClosed);
            } else if (isClosed && (token.isWord("offset") || token.is("@"))) {
                throw tokens.error(Text.of("promql.syntax.shifted", token.text()));
            } else if (token.isWord("offset")) {
                expr = modifiers.offset(expr);
            } else if (token.is("@")) {
                expr = modifiers.at(expr);
            } else {
                return expr;
            }
            isClosed = false;
        }
    }

    private Expr range(Expr expr, boolean isClosed) {
        Token open = tokens.next();
        Duration range = modifiers.duration(false);
        if (tokens.take(":")) {
            Duration step = tokens.peek().is("]") ? null : modifiers.duration(false);
            tokens.expectSign("]");
            types.checkSubquery(expr, open.start());
            return new Subquery(expr, range, step);
        }
        tokens.expectSign("]");
        if (expr instanceof Shifted) {
            throw new SyntaxException(Text.of("promql.syntax.offsetBeforeRange"), open.start());
        }
        if (isClosed || !(expr instanceof Selector || expr instanceof Variable)) {
            throw new SyntaxException(Text.of("promql.syntax.rangeOf"), open.start());
        }
        return new Range(expr, range);
    }

    private Expr primary() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case NUMBER -> new Num(token.number());
            case DURATION -> new Num(token.number() / 1000);
            case STRING -> new Str(token.text());
            case VARIABLE ->
                tokens.peek().is("{") ? new Selector(token.text(), matchers(null)) : new Variable(token.text());
            case NAME -> named(token);
            case SIGN -> bracketed(token);
            case END -> throw new SyntaxException(Text.of("promql.syntax.ended"), token.start());
        };
    }

    private Expr bracketed(Token open) {
        if (open.is("(")) {
            Expr inner = expression(1);
            tokens.expectSign(")");
            return inner;
        }
        if (open.is("{")) {
            tokens.back();
            return selector(open);
        }
        throw new SyntaxException(Text.of("promql.syntax.unexpected", open.text()), open.start());
    }

    private Expr named(Token name) {
        String lower = name.text().toLowerCase(Locale.ROOT);
        boolean listFollows = tokens.isWordBeforeList("by") || tokens.isWordBeforeList("without");
        if (Words.isAggregation(lower) && (tokens.peek().is("(") || listFollows)) {
            return aggregate(lower, name);
        }
        if (lower.equals("inf") || lower.equals("nan")) {
            return new Num(lower.equals("nan") ? Double.NaN : Double.POSITIVE_INFINITY);
        }
        if (tokens.peek().is("(")) {
            return call(name);
        }
        if (!Words.isMetric(lower)) {
            throw new SyntaxException(Text.of("promql.syntax.unexpected", name.text()), name.start());
        }
        return tokens.peek().is("{") ? selector(name) : new Selector(name.text(), List.of());
    }

    private Expr call(Token name) {
        if (!Words.isFunction(name.text().toLowerCase(Locale.ROOT))) {
            throw new SyntaxException(Text.of("promql.syntax.function", name.text()), name.start());
        }
        tokens.next();
        return new Expr.Call(name.text(), arguments());
    }

    /** Unlike other lists without a comma at the end. */
    private List<Expr> arguments() {
        List<Expr> args = new ArrayList<>();
        if (!tokens.take(")")) {
            do {
                args.add(expression(1));
            } while (tokens.take(","));
            tokens.expectSign(")");
        }
        return args;
    }

    private Expr aggregate(String op, Token name) {
        Grouping grouping = grouping();
        tokens.expectSign("(");
        List<Expr> args = arguments();
        if (grouping == null) {
            grouping = grouping();
        }
        return types.aggregate(op, grouping, args, name.start());
    }

    private @Nullable Grouping grouping() {
        if (!tokens.isWordBeforeList("by") && !tokens.isWordBeforeList("without")) {
            return null;
        }
        return new Grouping(tokens.next().isWord("by"), labels());
    }

    private List<String> labels() {
        tokens.expectSign("(");
        return list(() -> label().text(), ")");
    }

    /** The name of a label: any word without a colon, a text or a variable. */
    private Token label() {
        Token label = tokens.next();
        boolean isWord = label.kind() == Kind.NAME && label.text().indexOf(':') < 0;
        boolean isVariable = label.kind() == Kind.VARIABLE || label.text().contains("$");
        if (!isWord && !isVariable && label.kind() != Kind.STRING) {
            throw new SyntaxException(Text.of("promql.syntax.expected.label", label.text()), label.start());
        }
        return label;
    }

    private Expr selector(Token name) {
        String metric = name.is("{") ? "" : name.text();
        List<String> quoted = new ArrayList<>();
        List<Matcher> matchers = matchers(quoted);
        Selectors.check(metric, quoted, matchers, name.start());
        return new Selector(quoted.isEmpty() ? metric : quoted.getFirst(), matchers);
    }

    /** Matchers in braces; {@code names} gets what stands there in quotes without an operator, a metric's name. */
    private List<Matcher> matchers(@Nullable List<String> names) {
        tokens.expectSign("{");
        List<Matcher> matchers = new ArrayList<>();
        list(() -> matchers.addAll(matcher(names)), "}");
        return matchers;
    }

    private List<Matcher> matcher(@Nullable List<String> names) {
        Token label = label();
        for (Matcher.Op op : Matcher.Op.values()) {
            if (!op.sign().isEmpty() && tokens.take(op.sign())) {
                Token value = tokens.expect(Kind.STRING, "promql.syntax.expected.string");
                Matcher matcher = new Matcher(label.text(), op, value.text());
                Selectors.checkExpression(matcher, value.start());
                return List.of(matcher);
            }
        }
        String sign = tokens.peek().kind() == Kind.VARIABLE ? tokens.next().text() : "";
        boolean isVariable =
                !sign.isEmpty() || (label.kind() == Kind.NAME && label.text().contains("$"));
        if (isVariable && tokens.peek().kind() == Kind.STRING) {
            return List.of(new Matcher(
                    label.text() + sign, Matcher.Op.VARIABLE, tokens.next().text()));
        }
        if (label.kind() == Kind.VARIABLE
                && sign.isEmpty()
                && (tokens.peek().is(",") || tokens.peek().is("}"))) {
            return List.of(new Matcher(label.text(), Matcher.Op.CONDITIONS, ""));
        }
        if (label.kind() == Kind.STRING && names != null) {
            names.add(label.text());
            return List.of();
        }
        throw tokens.error(Text.of("promql.syntax.expected.comparison", label.text()));
    }

    /** Items with commas between, one more comma at the end allowed; the opening sign is taken already. */
    private <T> List<T> list(Supplier<T> item, String close) {
        List<T> items = new ArrayList<>();
        while (!tokens.take(close)) {
            items.add(item.get());
            if (!tokens.peek().is(close)) {
                tokens.expectSign(tokens.peek().kind() == Kind.END ? close : ",");
            }
        }
        return items;
    }
}
