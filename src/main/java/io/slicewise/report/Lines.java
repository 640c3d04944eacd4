package io.slicewise.report;

import io.slicewise.chart.TextMeasure;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines, between words, and within a word that is wider than a line.
 *
 * @param measure how wide words are
 * @param size the height of the type
 * @param weight how heavy it is
 */
public record Lines(TextMeasure measure, double size, Weight weight) {
    /** How wide a line of text is. */
    public double width(String text) {
        return measure.width(text, size, weight);
    }

    /** The width of the widest line of a text that is not broken. */
    public double natural(String text) {
        return text.lines().mapToDouble(this::width).max().orElse(0);
    }

    /** The width of the widest word. */
    public double widestWord(String text) {
        double widest = 0;
        for (String word : text.split("[ \\n]")) {
            widest = Math.max(widest, width(word));
        }
        return widest;
    }

    /** The lines no wider than {@code room}; line breaks of the text stay. At least one line. */
    public List<String> wrap(String text, double room) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\n", -1)) {
            wrap(paragraph, room, lines);
        }
        return lines;
    }

    private void wrap(String paragraph, double room, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= room) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(broken(word, room, lines));
        }
        lines.add(line.toString());
    }

    /** Adds the full lines of a word that is too wide for one; what is left of it. */
    private String broken(String word, double room, List<String> lines) {
        String rest = word;
        while (width(rest) > room) {
            int end = rest.offsetByCodePoints(0, 1);
            while (end < rest.length() && width(rest.substring(0, rest.offsetByCodePoints(end, 1))) <= room) {
                end = rest.offsetByCodePoints(end, 1);
            }
            if (end >= rest.length()) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }
}
