package io.slicewise.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The string literals of Java source code, without what looks like one in a comment. */
final class StringLiterals {
    /** What a quotation mark can stand in, tried in this order: comments, text blocks, strings, characters. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*"
                    + "|/\\*.*?\\*/"
                    + "|\"\"\"(?<block>(?:\\\\.|(?!\"\"\").)*+)\"\"\""
                    + "|\"(?<string>(?:\\\\.|[^\"\\\\\\n])*+)\""
                    + "|'(?:\\\\.|[^'\\\\\\n])++'",
            Pattern.DOTALL);

    private StringLiterals() {}

    /** The literals in their order, escapes as they are written. */
    static List<String> in(String source) {
        List<String> literals = new ArrayList<>();
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            if (token.group("string") != null) {
                literals.add(token.group("string"));
            } else if (token.group("block") != null) {
                literals.add(token.group("block"));
            }
        }
        return literals;
    }
}
