package io.slicewise.promql.lang;

import io.slicewise.promql.lang.Token.Kind;
import io.slicewise.text.Text;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a query into tokens. For one use. */
final class Lexer {
    private static final Pattern SPACE = Pattern.compile("(?:\\s+|#[^\\n]*)++");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}\\n]+}|\\$\\w+|\\[\\[[a-zA-Z_][\\w.:]*]]");
    /** A name; Grafana's variables can be parts of it, and with a colon only a metric's name can be meant. */
    private static final Pattern NAME = Pattern.compile(
            "(?:[a-zA-Z_:]|\\$\\{[^}\\n]+})(?:[a-zA-Z0-9_:]|\\$\\{[^}\\n]+}|\\$\\w+|\\[\\[[a-zA-Z_][\\w.:]*]])*+");

    private static final Pattern DURATION = Pattern.compile("(?:\\d+(?:ms|[smhdwy]))++(?![\\w.])");
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|[smhdwy])");
    private static final Pattern NUMBER =
            Pattern.compile("0[xX][0-9a-fA-F]+(?!\\w)|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?(?![\\w.])");
    private static final Pattern SIGN = Pattern.compile("==|!=|=~|!~|<=|>=|[-+*/%^=<>(){}\\[\\],@:]");

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int brackets;

    private Lexer(String query) {
        this.query = query;
    }

    /** All tokens, the last one of kind {@link Kind#END}. */
    static List<Token> tokens(String query) {
        return new Lexer(query).all();
    }

    /** Whether a text has a variable of Grafana's in it. */
    static boolean hasVariable(String text) {
        return VARIABLE.matcher(text).find();
    }

    private List<Token> all() {
        while (true) {
            skip();
            if (at >= query.length()) {
                tokens.add(new Token(Kind.END, "", 0, query.length()));
                return tokens;
            }
            tokens.add(next());
        }
    }

    private void skip() {
        Matcher space = matcher(SPACE);
        if (space.lookingAt()) {
            at = space.end();
        }
    }

    private Token next() {
        char first = query.charAt(at);
        if (first == '"' || first == '\'' || first == '`') {
            return string(first);
        }
        Token variable = variable();
        if (variable != null) {
            return variable;
        }
        Matcher name = matcher(NAME);
        // inside of brackets a colon is what stands between range and step
        if (name.lookingAt() && !(brackets > 0 && first == ':')) {
            return taken(Kind.NAME, name.end(), 0);
        }
        if (Character.isDigit(first) || (first == '.' && matcher(NUMBER).lookingAt())) {
            return number();
        }
        Matcher sign = matcher(SIGN);
        if (!sign.lookingAt()) {
            throw new SyntaxException(
                    Text.of("promql.syntax.character", Character.toString(query.codePointAt(at))), at);
        }
        Token token = taken(Kind.SIGN, sign.end(), 0);
        count(token);
        return token;
    }

    private @Nullable Token variable() {
        Matcher variable = matcher(VARIABLE);
        if (!variable.lookingAt()) {
            return null;
        }
        boolean afterName = !tokens.isEmpty() && tokens.getLast().kind() == Kind.NAME && query.charAt(at) == '[';
        if (afterName && tokens.getLast().start() + tokens.getLast().text().length() == at) {
            return null;
        }
        Matcher name = matcher(NAME);
        boolean longer = brackets == 0 && name.lookingAt() && name.end() > variable.end();
        return longer ? taken(Kind.NAME, name.end(), 0) : taken(Kind.VARIABLE, variable.end(), 0);
    }

    private void count(Token sign) {
        switch (sign.text()) {
            case "[" -> brackets++;
            case "]" -> brackets--;
            default -> {}
        }
    }

    private Token number() {
        Matcher duration = matcher(DURATION);
        if (duration.lookingAt()) {
            return taken(Kind.DURATION, duration.end(), millis(duration.group()));
        }
        Matcher number = matcher(NUMBER);
        if (!number.lookingAt()) {
            int end = at;
            while (end < query.length() && (Character.isLetterOrDigit(query.charAt(end)) || query.charAt(end) == '.')) {
                end++;
            }
            throw new SyntaxException(Text.of("promql.syntax.number", query.substring(at, end)), at);
        }
        return taken(Kind.NUMBER, number.end(), value(number.group()));
    }

    private double millis(String text) {
        Matcher part = PART.matcher(text);
        double sum = 0;
        long last = Long.MAX_VALUE;
        while (part.find()) {
            long unit = Duration.unit(part.group(2));
            if (unit >= last) {
                throw new SyntaxException(Text.of("promql.syntax.duration", text), at);
            }
            last = unit;
            sum += Double.parseDouble(part.group(1)) * unit;
        }
        return sum;
    }

    /** As Go reads it: 0x for hexadecimal, a leading zero for octal digits. */
    private static double value(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return new BigInteger(text.substring(2), 16).doubleValue();
        }
        return text.matches("0[0-7]+") ? Long.parseLong(text, 8) : Double.parseDouble(text);
    }

    private Token string(char quote) {
        StringBuilder value = new StringBuilder();
        int i = at + 1;
        while (i < query.length() && query.charAt(i) != quote) {
            char c = query.charAt(i);
            if (c == '\n' && quote != '`') {
                break;
            }
            if (c == '\\' && quote != '`') {
                i = Escapes.read(query, i, quote, value);
            } else {
                value.append(c);
                i++;
            }
        }
        if (i >= query.length() || query.charAt(i) != quote) {
            throw new SyntaxException(Text.of("promql.syntax.openString"), at);
        }
        Token token = new Token(Kind.STRING, value.toString(), 0, at);
        at = i + 1;
        return token;
    }

    private Token taken(Kind kind, int end, double number) {
        Token token = new Token(kind, query.substring(at, end), number, at);
        at = end;
        return token;
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(query).region(at, query.length()).useTransparentBounds(true);
    }
}
