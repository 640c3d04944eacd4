package io.slicewise.promql.lang;

import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.At;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Call;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints expressions so that parsing what was printed gives the same expression. */
final class Printer {
    private static final int WIDEST = 100;
    private static final String INDENT = "  ";
    private static final int PRIMARY = 7;
    private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*|.*(?:\\$|\\[\\[).*");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*|(?:\\$|\\[\\[).*");

    private Printer() {}

    static String line(Expr expr) {
        return text(expr, Integer.MAX_VALUE, "");
    }

    static String pretty(Expr expr) {
        return text(expr, WIDEST, "");
    }

    private static String text(Expr expr, int width, String indent) {
        String line = switch (expr) {
            case Num num -> number(num.value());
            case Str str -> Escapes.quoted(str.value());
            case Variable variable -> variable.text();
            case Selector selector -> selector(selector);
            case Range range -> line(range.expr()) + "[" + range.range() + "]";
            case Subquery subquery -> subquery(subquery);
            case Shifted shifted -> shifted(shifted);
            case Call call -> call.function() + "(" + lines(call.args()) + ")";
            case Aggregate aggregate -> head(aggregate) + "(" + lines(arguments(aggregate)) + ")";
            case Unary unary -> (unary.isMinus() ? "-" : "+") + operand(unary.expr(), Op.UNARY + 1, width, indent);
            case Binary binary -> binaryLine(binary);
        };
        return line.length() + indent.length() <= width ? line : broken(expr, line, width, indent);
    }

    /** With line breaks, where the expression has places for them. */
    private static String broken(Expr expr, String line, int width, String indent) {
        return switch (expr) {
            case Call call when !call.args().isEmpty() ->
                call.function() + block(call.args(), width, indent);
            case Aggregate aggregate -> head(aggregate) + block(arguments(aggregate), width, indent);
            case Binary(Op op, Expr left, Expr right, boolean isBool, Matching matching) ->
                operand(left, leftPrecedence(op), width, indent)
                        + "\n" + indent + sign(op, isBool, matching) + " "
                        + operand(right, rightPrecedence(op), width, indent);
            default -> line;
        };
    }

    private static String block(List<Expr> args, int width, String indent) {
        String inner = indent + INDENT;
        return args.stream()
                .map(arg -> inner + text(arg, width, inner))
                .collect(Collectors.joining(",\n", "(\n", "\n" + indent + ")"));
    }

    private static String lines(List<Expr> exprs) {
        return exprs.stream().map(Printer::line).collect(Collectors.joining(", "));
    }

    private static String binaryLine(Binary binary) {
        return operand(binary.left(), leftPrecedence(binary.op()), Integer.MAX_VALUE, "")
                + " " + sign(binary.op(), binary.isBool(), binary.matching()) + " "
                + operand(binary.right(), rightPrecedence(binary.op()), Integer.MAX_VALUE, "");
    }

    /** What binds less tightly than its place demands gets parentheses. */
    private static String operand(Expr expr, int lowest, int width, String indent) {
        if (precedence(expr) >= lowest) {
            return text(expr, width, indent);
        }
        String line = "(" + line(expr) + ")";
        if (line.length() + indent.length() <= width) {
            return line;
        }
        String inner = indent + INDENT;
        return "(\n" + inner + text(expr, width, inner) + "\n" + indent + ")";
    }

    private static int precedence(Expr expr) {
        return switch (expr) {
            case Binary binary -> binary.op().precedence();
            case Unary _ -> Op.UNARY;
            case Num num when num.value() < 0 -> Op.UNARY;
            default -> PRIMARY;
        };
    }

    private static int leftPrecedence(Op op) {
        return op.isRightAssociative() ? op.precedence() + 1 : op.precedence();
    }

    private static int rightPrecedence(Op op) {
        return op.isRightAssociative() ? op.precedence() : op.precedence() + 1;
    }

    private static String sign(Op op, boolean isBool, @Nullable Matching matching) {
        String text = op.sign() + (isBool ? " bool" : "");
        if (matching == null) {
            return text;
        }
        text += (matching.isOn() ? " on " : " ignoring ") + labels(matching.labels());
        return switch (matching.many()) {
            case NONE -> text;
            case LEFT -> text + " group_left " + labels(matching.include());
            case RIGHT -> text + " group_right " + labels(matching.include());
        };
    }

    private static String head(Aggregate aggregate) {
        Grouping grouping = aggregate.grouping();
        return grouping == null
                ? aggregate.op()
                : aggregate.op() + (grouping.isBy() ? " by " : " without ") + labels(grouping.labels()) + " ";
    }

    private static List<Expr> arguments(Aggregate aggregate) {
        Expr param = aggregate.param();
        return param == null ? List.of(aggregate.expr()) : List.of(param, aggregate.expr());
    }

    private static String labels(List<String> labels) {
        return labels.stream().map(Printer::label).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String label(String name) {
        return LABEL.matcher(name).matches() ? name : Escapes.quoted(name);
    }

    private static String selector(Selector selector) {
        boolean quoted = !selector.metric().isEmpty() && !METRIC.matcher(selector.metric()).matches();
        List<String> inside = new ArrayList<>();
        if (quoted) {
            inside.add(Escapes.quoted(selector.metric()));
        }
        for (Matcher matcher : selector.matchers()) {
            inside.add(label(matcher.label()) + matcher.op().sign() + Escapes.quoted(matcher.value()));
        }
        String name = quoted ? "" : selector.metric();
        return inside.isEmpty() && !name.isEmpty() ? name : name + "{" + String.join(", ", inside) + "}";
    }

    private static String subquery(Subquery subquery) {
        Duration step = subquery.step();
        return operand(subquery.expr(), PRIMARY, Integer.MAX_VALUE, "")
                + "[" + subquery.range() + ":" + (step == null ? "" : step) + "]";
    }

    private static String shifted(Shifted shifted) {
        String text = line(shifted.expr());
        At at = shifted.at();
        if (at != null) {
            text += " @ "
                    + switch (at) {
                        case At.Time time -> number(time.seconds());
                        case At.Start _ -> "start()";
                        case At.End _ -> "end()";
                        case At.Named named -> named.variable();
                    };
        }
        return shifted.offset() == null ? text : text + " offset " + shifted.offset();
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Inf" : "-Inf";
        }
        double size = Math.abs(value);
        return size >= 1e15 || (size < 1e-6 && size > 0)
                ? Double.toString(value).replace("E", "e")
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
