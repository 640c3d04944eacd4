package io.slicewise.promql.lang;

import io.slicewise.text.Text;
import java.util.List;

/** What a selector must have, and must not have twice. */
final class Selectors {
    private static final String NAME = "__name__";

    private Selectors() {}

    /**
     * Refuses a selector with two names, or one that every series fits.
     *
     * @param metric the name before the braces; empty without
     * @param quoted names in the braces
     * @param at where it begins
     * @throws SyntaxException where it is refused
     */
    static void check(String metric, List<String> quoted, List<Matcher> matchers, int at) {
        boolean isNamed = !metric.isEmpty() || !quoted.isEmpty();
        if (quoted.size() > (metric.isEmpty() ? 1 : 0)) {
            throw new SyntaxException(Text.of("promql.syntax.twoNames", quoted.getLast()), at);
        }
        if (!isNamed && matchers.stream().allMatch(Selectors::takesNothing)) {
            throw new SyntaxException(Text.of("promql.syntax.everything"), at);
        }
        for (Matcher matcher : isNamed ? matchers : List.<Matcher>of()) {
            if (matcher.label().equals(NAME)) {
                throw new SyntaxException(Text.of("promql.syntax.twoNames", matcher.value()), at);
            }
        }
    }

    /** Refuses an expression that no server reads; with a variable in it, Grafana alone knows. */
    static void checkExpression(Matcher matcher, int at) {
        if (isExpression(matcher) && !Lexer.hasVariable(matcher.value())) {
            Regex.fault(matcher.value()).ifPresent(fault -> {
                throw new SyntaxException(Text.of("promql.syntax.expression", matcher.value(), fault), at);
            });
        }
    }

    private static boolean isExpression(Matcher matcher) {
        return matcher.op() == Matcher.Op.REGEX || matcher.op() == Matcher.Op.NOT_REGEX;
    }

    /** Whether a series without the label fits too. */
    private static boolean takesNothing(Matcher matcher) {
        return switch (matcher.op()) {
            case VARIABLE, CONDITIONS -> false;
            case EQUAL -> matcher.value().isEmpty();
            case NOT_EQUAL -> !matcher.value().isEmpty();
            case REGEX -> !Lexer.hasVariable(matcher.value()) && isEmptyTaken(matcher.value(), true);
            case NOT_REGEX -> !Lexer.hasVariable(matcher.value()) && !isEmptyTaken(matcher.value(), false);
        };
    }

    private static boolean isEmptyTaken(String expression, boolean otherwise) {
        return Regex.matches(expression, "").orElse(!otherwise);
    }
}
