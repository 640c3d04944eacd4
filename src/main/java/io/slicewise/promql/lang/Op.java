package io.slicewise.promql.lang;

import java.util.Optional;

/** The operators between two expressions, with the language's precedence: a higher one binds tighter. */
public enum Op {
    OR("or", 1),
    AND("and", 2),
    UNLESS("unless", 2),
    EQUAL("==", 3),
    NOT_EQUAL("!=", 3),
    GREATER(">", 3),
    LESS("<", 3),
    GREATER_OR_EQUAL(">=", 3),
    LESS_OR_EQUAL("<=", 3),
    ADD("+", 4),
    SUBTRACT("-", 4),
    MULTIPLY("*", 5),
    DIVIDE("/", 5),
    MODULO("%", 5),
    ATAN2("atan2", 5),
    POWER("^", 6);

    /** The precedence of a sign before an expression: that of {@code *}, so that −2^2 is −4. */
    static final int UNARY = 5;

    private final String sign;
    private final int precedence;

    Op(String sign, int precedence) {
        this.sign = sign;
        this.precedence = precedence;
    }

    public String sign() {
        return sign;
    }

    int precedence() {
        return precedence;
    }

    /** Only powers group from the right: 2^3^2 is 2^(3^2). */
    boolean isRightAssociative() {
        return this == POWER;
    }

    public boolean isComparison() {
        return precedence == 3;
    }

    /** {@code and}, {@code or}, {@code unless}. */
    public boolean isSet() {
        return precedence <= 2;
    }

    static Optional<Op> of(String sign) {
        for (Op op : values()) {
            if (op.sign.equalsIgnoreCase(sign)) {
                return Optional.of(op);
            }
        }
        return Optional.empty();
    }
}
