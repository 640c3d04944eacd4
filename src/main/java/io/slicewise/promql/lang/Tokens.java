package io.slicewise.promql.lang;

import io.slicewise.promql.lang.Token.Kind;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Set;

/** The tokens of a query, read from left to right. */
final class Tokens {
    private static final Set<String> WORD_OPERATORS = Set.of("and", "or", "unless", "atan2");

    private final List<Token> all;
    private int next;

    Tokens(List<Token> all) {
        this.all = all;
    }

    Token peek() {
        return all.get(next);
    }

    Token next() {
        Token token = all.get(next);
        next = Math.min(next + 1, all.size() - 1);
        return token;
    }

    void back() {
        next--;
    }

    boolean take(String sign) {
        boolean is = peek().is(sign);
        if (is) {
            next();
        }
        return is;
    }

    boolean takeWord(String word) {
        boolean is = peek().isWord(word);
        if (is) {
            next();
        }
        return is;
    }

    /** Whether a word comes and a list of labels after it. */
    boolean isWordBeforeList(String word) {
        return peek().isWord(word) && all.get(next + 1).is("(");
    }

    boolean isOperator() {
        return switch (peek().kind()) {
            case SIGN -> true;
            case NAME -> WORD_OPERATORS.stream().anyMatch(peek()::isWord);
            default -> false;
        };
    }

    void expectSign(String sign) {
        if (!take(sign)) {
            throw error(
                    peek().kind() == Kind.END
                            ? Text.of("promql.syntax.missing", sign)
                            : Text.of("promql.syntax.expected.sign", sign, shown()));
        }
    }

    /** A token of a kind; {@code otherwise} is the key of what is wrong, with what stands there instead. */
    Token expect(Kind kind, String otherwise) {
        if (peek().kind() != kind) {
            throw error(Text.of(otherwise, shown()));
        }
        return next();
    }

    SyntaxException error(Text why) {
        return new SyntaxException(why, peek().start());
    }

    private Object shown() {
        Token token = peek();
        return switch (token.kind()) {
            case END -> Text.of("promql.syntax.theEnd");
            case STRING -> Escapes.quoted(token.text());
            default -> token.text();
        };
    }
}
