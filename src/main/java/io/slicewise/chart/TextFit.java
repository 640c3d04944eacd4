package io.slicewise.chart;

import io.slicewise.chart.TextMeasure.Weight;
import java.util.ArrayList;
import java.util.List;

/** Makes words fit: by breaking lines between words, and at last by leaving out the end. */
final class TextFit {
    private static final String ELLIPSIS = "…";

    private final TextMeasure measure;
    private final double size;
    private final Weight weight;

    TextFit(TextMeasure measure, double size, Weight weight) {
        this.measure = measure;
        this.size = size;
        this.weight = weight;
    }

    double width(String text) {
        return measure.width(text, size, weight);
    }

    /** The text, or its beginning with three dots; empty where not even those have room. */
    String clip(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int keep = 0;
        double used = width(ELLIPSIS);
        while (keep < text.length()) {
            int next = keep + Character.charCount(text.codePointAt(keep));
            used += width(text.substring(keep, next));
            if (used > room) {
                break;
            }
            keep = next;
        }
        String kept = text.substring(0, keep).stripTrailing();
        return kept.isEmpty() ? "" : kept + ELLIPSIS;
    }

    /**
     * The text, or its beginning and end with three dots between: names of a kind differ at their ends
     * ({@code 1g.10gb #1}, {@code 1g.10gb #2}).
     */
    String clipMiddle(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        for (int kept = letters.length - 1; kept >= 2; kept--) {
            int head = (kept + 1) / 2;
            String shorter = new String(letters, 0, head).stripTrailing()
                    + ELLIPSIS
                    + new String(letters, letters.length - kept + head, kept - head).stripLeading();
            if (width(shorter) <= room) {
                return shorter;
            }
        }
        return clip(text, room);
    }

    /** Lines no wider than {@code room}, at most {@code most}; what does not fit ends in three dots. */
    List<String> wrap(String text, double room, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int space = rest.indexOf(' ');
            String word = space < 0 ? rest : rest.substring(0, space);
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer) > room) {
                if (lines.size() == most - 1) {
                    lines.add(clip(line + " " + rest, room));
                    return lines;
                }
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
            rest = space < 0 ? "" : rest.substring(space + 1).strip();
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        lines.replaceAll(each -> clip(each, room));
        return lines;
    }

    /** Whether no single word is wider than {@code room}, and all of them fit into {@code most} lines. */
    boolean wraps(String text, double room, int most) {
        return String.join(" ", wrap(text, room, most)).equals(text.strip().replaceAll(" +", " "));
    }
}
