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
    /** How much further a line of code begins that goes on from the one above, in spaces. */
    private static final int GOES_ON = 4;

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

    /**
     * The same, and where words were parted at a space the line ends in it: the lines read one after the other
     * does not run words together.
     */
    public List<String> wrapKeepingSpaces(String text, double room) {
        List<String> lines = wrap(text, room);
        List<String> spaced = new ArrayList<>(lines.size());
        int at = 0;
        for (String line : lines) {
            at = Math.max(at, text.indexOf(line, at)) + line.length();
            boolean space = at < text.length() && Character.isWhitespace(text.charAt(at));
            spaced.add(space ? line + " " : line);
        }
        return spaced;
    }

    /**
     * A line of code.
     *
     * @param indent how many spaces it begins with
     * @param text the rest of it
     */
    public record CodeLine(int indent, String text) {}

    /**
     * The lines of a code; what is too wide for a line goes on below, indented a little more.
     *
     * @param room the width of a line
     * @param space the width of a space at its beginning
     */
    public List<CodeLine> code(String text, double room, double space) {
        List<CodeLine> lines = new ArrayList<>();
        for (String line : text.split("\\n", -1)) {
            String words = line.strip();
            int indent = line.length() - line.stripLeading().length();
            String rest = words;
            int at = indent;
            while (width(rest) > room - at * space && rest.contains(" ")) {
                String first = wrap(rest, room - at * space).getFirst();
                lines.add(new CodeLine(at, first));
                rest = rest.substring(first.length()).strip();
                at = indent + GOES_ON;
            }
            lines.add(new CodeLine(at, rest));
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
