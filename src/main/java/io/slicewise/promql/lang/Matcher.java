package io.slicewise.promql.lang;

/**
 * A condition on a label.
 *
 * @param label the label's name; {@code __name__} is the metric
 * @param op how it is compared
 * @param value without quotes and escapes; can hold Grafana variables
 */
public record Matcher(String label, Op op, String value) {
    /** How a label is compared. */
    public enum Op {
        EQUAL("="),
        NOT_EQUAL("!="),
        REGEX("=~"),
        NOT_REGEX("!~"),
        /** A variable stands where the sign should: it is the end of the label's text, and no one knows what it becomes. */
        VARIABLE(""),
        /** A variable stands for whole conditions: it is the label's text, and no one knows what it becomes. */
        CONDITIONS("");

        private final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** Whether a label's value fits; an expression that is none, and a variable, fit nothing. */
    public boolean matches(String text) {
        return switch (op) {
            case EQUAL -> text.equals(value);
            case NOT_EQUAL -> !text.equals(value);
            case REGEX -> Regex.matches(value, text).orElse(false);
            case NOT_REGEX -> Regex.matches(value, text).map(fits -> !fits).orElse(false);
            case VARIABLE, CONDITIONS -> false;
        };
    }

    public static Matcher equal(String label, String value) {
        return new Matcher(label, Op.EQUAL, value);
    }

    public static Matcher notEqual(String label, String value) {
        return new Matcher(label, Op.NOT_EQUAL, value);
    }

    public static Matcher regex(String label, String value) {
        return new Matcher(label, Op.REGEX, value);
    }
}
