package io.slicewise.promql.lang;

import io.slicewise.text.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Regular expressions as servers read them, which is Go's RE2: no look-around, no references back, no possessive
 * repetition. Java's own are others in both directions, so that its word is worth nothing here; re2j matches as servers
 * do, and says of a fault less than is said here.
 */
public final class Regex {
    private static final Pattern SPECIAL = Pattern.compile("[.+*?()\\[\\]{}|^$\\\\]");
    private static final Pattern GROUP = Pattern.compile("\\((?:\\?(?:P?<\\w+>|[imsU]*(?:-[imsU]+)?([:)])))?");
    private static final Pattern REPEAT = Pattern.compile("\\{(0|[1-9]\\d*)(,(0|[1-9]\\d*)?)?}");
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:[1-7][0-7]{1,2}|0[0-7]{0,2}|x[0-9a-fA-F]{2}|x\\{[0-9a-fA-F]{1,6}}|[afnrtv]|[^\\p{Alnum}\\P{ASCII}])");
    private static final Pattern KIND = Pattern.compile("\\\\(?:[dDsSwW]|[pP](\\p{Alpha}|\\{\\^?\\w+}))");
    private static final Pattern PLACE = Pattern.compile("\\\\[AbBz]");
    private static final Pattern NAMED = Pattern.compile("\\[:\\^?(\\w*):]");
    private static final Pattern GENERAL = Pattern.compile("[CLMNPSZ][a-z]?|Any");
    private static final Set<String> NAMES = Set.of(
            "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper",
            "word", "xdigit");
    /** Of one repetition, and of repetitions within each other multiplied; groups within groups, too. */
    private static final int MOST_REPEATS = 1000;

    private static final int DEEPEST = 1000;

    /** The steps of the largest expression that Go takes. */
    private static final long LARGEST = (128 << 20) / 40;

    /** The steps of the largest one that is tried here: no name of a model needs a hundredth of them. */
    private static final long LARGEST_TRIED = 5_000;

    /**
     * What an expression amounts to when it is carried out.
     *
     * @param steps how many instructions it becomes
     * @param repeats how often the innermost of its counted repetitions is written out
     */
    private record Size(long steps, int repeats) {
        static final Size NONE = new Size(0, 1);

        Size and(Size next) {
            return new Size(steps + next.steps, Math.max(repeats, next.repeats));
        }

        /** {@code most} below 0 is no bound. */
        Size times(int least, int most) {
            int written = most < 0 ? least : most;
            return new Size(Math.max(2, steps * written + written), repeats * Math.max(1, written));
        }
    }

    private final String text;
    private int at;
    /** What stands before each group that is open, before the last part, and the last part itself. */
    private final Deque<Size> open = new ArrayDeque<>();

    private Size before = Size.NONE;
    private Size last = Size.NONE;

    /** Whether there is something to repeat, and whether it is repeated already. */
    private boolean isSomething;

    private boolean isRepeated;

    private Regex(String text) {
        this.text = text;
    }

    /** What is wrong with an expression, as a part of a sentence; empty where servers take it. */
    public static Optional<Text> fault(String expression) {
        try {
            new Regex(expression).read();
            return Optional.empty();
        } catch (SyntaxException e) {
            return Optional.of(e.why());
        }
    }

    /**
     * Whether an expression of a query matches a whole text, in time that grows with both and no faster: what others
     * wrote never runs in {@code java.util.regex}, in which nested repetitions do not come back.
     *
     * @return empty where this is no expression, and where it is too large to be tried on every name
     */
    static Optional<Boolean> matches(String expression, String text) {
        try {
            if (new Regex(expression).read().steps() > LARGEST_TRIED) {
                return Optional.empty();
            }
            return Optional.of(com.google.re2j.Pattern.compile(expression, com.google.re2j.Pattern.DOTALL)
                    .matches(text));
        } catch (SyntaxException | com.google.re2j.PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    /** An expression that matches this text and no other; in brackets, which need no second backslash in a string. */
    public static String literal(String text) {
        return SPECIAL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group()) {
                            case "\\" -> "\\\\";
                            case "^" -> "\\^";
                            case "[" -> "\\[";
                            case "]" -> "\\]";
                            default -> "[" + found.group() + "]";
                        }));
    }

    private Size read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '(' -> group();
                case ')' -> close();
                case '|' -> next(1, false);
                case '*', '+', '?' -> repeat(1);
                case '{' -> counted();
                case '[' -> brackets();
                case '\\' -> escape();
                default -> next(1, true);
            }
        }
        if (!open.isEmpty()) {
            throw fault("parenthesis", at);
        }
        Size all = before.and(last);
        if (all.steps() > LARGEST) {
            throw fault("large", at);
        }
        return all;
    }

    private void next(int length, boolean something) {
        next(length, something, new Size(1, 1));
    }

    private void next(int length, boolean something, Size size) {
        at += length;
        before = before.and(last);
        last = size;
        isSomething = something;
        isRepeated = false;
    }

    private void group() {
        Matcher group = from(GROUP);
        if (!group.lookingAt() || (group.group().length() == 1 && text.startsWith("(?", at))) {
            throw fault("group", at);
        }
        if (group.group().endsWith(")")) {
            // flags from here on, and no group
            at = group.end();
            return;
        }
        if (open.size() == DEEPEST) {
            throw fault("large", at);
        }
        next(group.group().length(), false, new Size(2, 1));
        open.push(before);
        before = Size.NONE;
    }

    private void close() {
        if (open.isEmpty()) {
            throw fault("parenthesis", at);
        }
        Size group = before.and(last);
        before = open.pop();
        last = Size.NONE;
        next(1, true, group);
    }

    private void repeat(int length) {
        if (!isSomething || isRepeated) {
            throw fault("repeat", at);
        }
        at += length;
        if (at < text.length() && text.charAt(at) == '?') {
            at++;
        }
        isRepeated = true;
    }

    /** {@code {2,3}}; anything else in braces stands for itself. */
    private void counted() {
        Matcher times = from(REPEAT);
        if (!times.lookingAt()) {
            next(1, true);
            return;
        }
        int least = count(times.group(1));
        int most = times.group(2) == null ? least : times.group(3) == null ? MOST_REPEATS : count(times.group(3));
        if (least > MOST_REPEATS || most > MOST_REPEATS || least > most) {
            throw fault("repeat", at);
        }
        int start = at;
        repeat(times.group().length());
        last = last.times(least, times.group(2) != null && times.group(3) == null ? -1 : most);
        if (last.repeats() > MOST_REPEATS) {
            throw fault("repeat", start);
        }
    }

    private static int count(String digits) {
        return digits.length() > 4 ? MOST_REPEATS + 1 : Integer.parseInt(digits);
    }

    private void escape() {
        Matcher place = from(PLACE);
        if (text.startsWith("\\Q", at)) {
            int end = text.indexOf("\\E", at);
            next((end < 0 ? text.length() : end + 2) - at, true);
        } else if (place.lookingAt()) {
            next(2, true);
        } else if (!kind()) {
            character();
            next(0, true);
        }
    }

    /** A kind of characters, {@code \d} or {@code \p{Hangul}}. */
    private boolean kind() {
        Matcher kind = from(KIND);
        if (!kind.lookingAt()) {
            return false;
        }
        String name = kind.group(1);
        if (name != null && !isKnown(name.replaceAll("[{}^]", ""))) {
            throw fault("escape", at);
        }
        next(kind.group().length(), true);
        return true;
    }

    private static boolean isKnown(String kind) {
        if (GENERAL.matcher(kind).matches()) {
            return true;
        }
        try {
            return Character.UnicodeScript.forName(kind) != Character.UnicodeScript.UNKNOWN;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** One character, escaped or not, where a list of characters can have it too; what it is. */
    private int character() {
        int c = text.codePointAt(at);
        if (c != '\\') {
            at += Character.charCount(c);
            return c;
        }
        Matcher escape = from(ESCAPE);
        if (!escape.lookingAt()) {
            throw fault("escape", at);
        }
        at = escape.end();
        String found = escape.group().substring(1);
        return switch (found.charAt(0)) {
            case 'x' -> point(found);
            case 'a' -> 7;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            case '0', '1', '2', '3', '4', '5', '6', '7' -> Integer.parseInt(found, 8);
            default -> found.charAt(0);
        };
    }

    private int point(String escape) {
        int point = Integer.parseInt(escape.replaceAll("[x{}]", ""), 16);
        if (!Character.isValidCodePoint(point)) {
            throw fault("escape", at);
        }
        return point;
    }

    /** {@code [a-z]}: the first closing bracket stands for itself. */
    private void brackets() {
        int start = at;
        at += text.startsWith("[^", at) ? 2 : 1;
        boolean isFirst = true;
        while (isFirst || !text.startsWith("]", at)) {
            if (at >= text.length()) {
                throw fault("brackets", start);
            }
            isFirst = false;
            Matcher named = from(NAMED);
            if (named.lookingAt()) {
                if (!NAMES.contains(named.group(1))) {
                    throw fault("brackets", start);
                }
                at = named.end();
            } else if (!kind()) {
                span(start);
            }
        }
        next(1, true);
    }

    private void span(int start) {
        int low = character();
        if (text.startsWith("-", at) && at + 1 < text.length() && text.charAt(at + 1) != ']') {
            at++;
            if (character() < low) {
                throw fault("brackets", start);
            }
        }
    }

    private Matcher from(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private SyntaxException fault(String what, int where) {
        return new SyntaxException(
                Text.of("promql.regex." + what, text.substring(Math.min(where, text.length()))), where);
    }
}
