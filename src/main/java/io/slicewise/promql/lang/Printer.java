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
import io.slicewise.promql.lang.Expr.Str;
import io.slicewise.promql.lang.Expr.Subquery;
import io.slicewise.promql.lang.Expr.Unary;
import io.slicewise.promql.lang.Expr.Variable;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints expressions so that parsing what was printed gives the same expression. */
final class Printer {
    static final int WIDEST = 100;
    private static final String INDENT = "  ";
    private static final int PRIMARY = 7;
    private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*|.*(?:\\$|\\[\\[).*");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*|(?:\\$|\\[\\[).*");

    static final Printer LINE = new Printer(Integer.MAX_VALUE, _ -> "");
    static final Printer PRETTY = new Printer(WIDEST, _ -> "");

    private final int width;
    private final Function<Expr, String> comment;

    /**
     * @param width how long a line may be where it can be broken
     * @param comment what is to be said above a part; empty for nothing
     */
    Printer(int width, Function<Expr, String> comment) {
        this.width = width;
        this.comment = comment;
    }

    String print(Expr expr) {
        return commented(expr, "", text(expr, ""));
    }

    /** On one line, without comments. */
    private static String line(Expr expr) {
        return LINE.text(expr, "");
    }

    private static String lines(List<Expr> exprs) {
        return exprs.stream().map(Printer::line).collect(Collectors.joining(", "));
    }

    private String text(Expr expr, String indent) {
        if (expr instanceof Binary binary) {
            return chain(binary, indent);
        }
        String line = onLine(expr);
        return fits(line, expr, indent) ? line : broken(expr, line, indent);
    }

    private static String onLine(Expr expr) {
        return switch (expr) {
            case Num num -> number(num.value());
            case Str str -> Escapes.quoted(str.value());
            case Variable variable -> variable.text();
            case Selector selector -> selector(selector);
            case Range range -> line(range.expr()) + "[" + range.range() + "]";
            case Subquery subquery -> subquery(subquery);
            case Shifted shifted -> shifted(shifted);
            case Call call -> call.function() + "(" + lines(call.args()) + ")";
            case Aggregate aggregate -> head(aggregate) + "(" + lines(arguments(aggregate)) + ")";
            case Unary unary -> (unary.isMinus() ? "-" : "+") + LINE.operand(unary.expr(), Op.UNARY + 1, "");
            case Binary binary -> LINE.chain(binary, "");
        };
    }

    /** With line breaks, where the expression has places for them. */
    private String broken(Expr expr, String line, String indent) {
        return switch (expr) {
            case Call call when !call.args().isEmpty() -> call.function() + block(call.args(), indent);
            case Aggregate aggregate -> head(aggregate) + block(arguments(aggregate), indent);
            default -> line;
        };
    }

    /**
     * Operations of which each is the left side of the next, a sum of many terms: one after the other, so that their
     * number does not matter.
     */
    private String chain(Binary last, String indent) {
        Deque<Binary> chain = new ArrayDeque<>();
        chain.push(last);
        while (chain.element().left() instanceof Binary left
                && precedence(left) >= leftPrecedence(chain.element().op())) {
            chain.push(left);
        }
        Binary innermost = chain.element();
        int lowest = leftPrecedence(innermost.op());
        boolean isPlain = isPlain(innermost.left());
        StringBuilder line = new StringBuilder(LINE.operand(innermost.left(), lowest, ""));
        int alone = line.length();
        StringBuilder lines = new StringBuilder();
        for (Binary next : chain) {
            int before = line.length();
            line.append(' ')
                    .append(sign(next))
                    .append(' ')
                    .append(LINE.operand(next.right(), rightPrecedence(next), ""));
            isPlain &= isPlain(next.right());
            if (lines.isEmpty() && isPlain && line.length() + indent.length() <= width) {
                isPlain = comment.apply(next).isEmpty();
                continue;
            }
            if (lines.isEmpty()) {
                lines.append(before > alone ? line.substring(0, before) : operand(next.left(), lowest, indent));
            }
            append(lines, next, indent);
            isPlain &= comment.apply(next).isEmpty();
        }
        return lines.isEmpty() ? line.toString() : lines.toString();
    }

    /** The right side behind what there is of the left, on a line of its own unless there is a number alone. */
    private void append(StringBuilder lines, Binary next, String indent) {
        String right = sign(next) + " " + operand(next.right(), rightPrecedence(next), indent);
        boolean isNumber = next.left() instanceof Num
                && comment.apply(next.left()).isEmpty()
                && comment.apply(next.right()).isEmpty();
        if (isNumber) {
            // a number alone on a line says nothing
            lines.append(' ').append(right);
            return;
        }
        if (!comment.apply(next.left()).isEmpty()) {
            lines.insert(0, commented(next.left(), indent, ""));
        }
        lines.append('\n').append(indent).append(commented(next.right(), indent, right));
    }

    /** Whether nothing is to be said of an expression and its parts. */
    private boolean isPlain(Expr expr) {
        return Exprs.all(expr).allMatch(part -> comment.apply(part).isEmpty());
    }

    private static String sign(Binary binary) {
        return sign(binary.op(), binary.isBool(), binary.matching());
    }

    private static int rightPrecedence(Binary binary) {
        return rightPrecedence(binary.op());
    }

    private String block(List<Expr> args, String indent) {
        String inner = indent + INDENT;
        return args.stream()
                .map(arg -> inner + commented(arg, inner, text(arg, inner)))
                .collect(Collectors.joining(",\n", "(\n", "\n" + indent + ")"));
    }

    /** With its comment on the line before; {@code text} begins where the comment is to begin. */
    private String commented(Expr expr, String indent, String text) {
        String said = comment.apply(expr);
        return said.isEmpty() ? text : "# " + said.replace("\n", "\n" + indent + "# ") + "\n" + indent + text;
    }

    private boolean fits(String line, Expr expr, String indent) {
        return line.length() + indent.length() <= width
                && Exprs.parts(expr).stream().allMatch(this::isPlain);
    }

    /** What binds less tightly than its place demands gets parentheses. */
    private String operand(Expr expr, int lowest, String indent) {
        if (precedence(expr) >= lowest) {
            return text(expr, indent);
        }
        String line = "(" + line(expr) + ")";
        if (fits(line, expr, indent)) {
            return line;
        }
        String inner = indent + INDENT;
        return "(\n" + inner + text(expr, inner) + "\n" + indent + ")";
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
        boolean quoted = !selector.metric().isEmpty()
                && !METRIC.matcher(selector.metric()).matches();
        List<String> inside = new ArrayList<>();
        if (quoted) {
            inside.add(Escapes.quoted(selector.metric()));
        }
        for (Matcher matcher : selector.matchers()) {
            inside.add(matcher(matcher));
        }
        String name = quoted ? "" : selector.metric();
        return inside.isEmpty() && !name.isEmpty() ? name : name + "{" + String.join(", ", inside) + "}";
    }

    private static String matcher(Matcher matcher) {
        return switch (matcher.op()) {
            case CONDITIONS -> matcher.label();
            case VARIABLE -> matcher.label() + Escapes.quoted(matcher.value());
            default -> label(matcher.label()) + matcher.op().sign() + Escapes.quoted(matcher.value());
        };
    }

    private static String subquery(Subquery subquery) {
        Duration step = subquery.step();
        return LINE.operand(subquery.expr(), PRIMARY, "") + "[" + subquery.range() + ":" + (step == null ? "" : step)
                + "]";
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
