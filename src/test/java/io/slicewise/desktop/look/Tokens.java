package io.slicewise.desktop.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colour tokens of a stack of sheets, read from their text, with WCAG 2.2's contrast between two of them. */
record Tokens(Map<String, String> values) {
    private static final Pattern DEFINITION = Pattern.compile("(-sw-[a-z0-9-]+):\\s*([^;]+);");

    /** What {@code .root} says after these sheets; later ones win, as in a scene. */
    static Tokens of(List<String> sheets) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String sheet : sheets) {
            Matcher root = Pattern.compile("\\.root \\{(.*?)}", Pattern.DOTALL).matcher(text(sheet));
            if (root.find()) {
                Matcher definition = DEFINITION.matcher(root.group(1));
                while (definition.find()) {
                    values.put(definition.group(1), definition.group(2).strip());
                }
            }
        }
        return new Tokens(values);
    }

    static String text(String sheet) {
        try (InputStream in = Look.class.getResourceAsStream(sheet + ".css")) {
            if (in == null) {
                throw new IllegalArgumentException("no sheet " + sheet);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 1 (same) to 21 (black on white). */
    double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The colour that a token ends at. */
    String hex(String token) {
        String value = values.getOrDefault(token, "missing");
        return value.startsWith("-sw-") ? hex(value) : value;
    }

    /** Relative luminance, 0 to 1. */
    double luminance(String token) {
        String value = values.getOrDefault(token, "missing");
        if (value.startsWith("-sw-")) {
            return luminance(value);
        }
        if (!value.matches("#[0-9A-F]{6}")) {
            throw new IllegalArgumentException(token + " is no opaque colour: " + value);
        }
        int rgb = Integer.parseInt(value.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
