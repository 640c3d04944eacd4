package io.slicewise.chart;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures letter by letter and remembers every letter, so that a figure that changes with each frame costs an addition
 * and no text layout.
 *
 * <p>Kerning is left out; for the product's font that is below a hundredth of a line's width. Letters are measured once
 * at 100 pixels and scaled. May be used by several threads if the exact measure may.
 */
public final class AdvanceTextMeasure implements TextMeasure {
    private static final double MEASURED_AT = 100;

    private final TextMeasure exact;
    private final Map<Weight, Map<Integer, Double>> advances = new EnumMap<>(Weight.class);

    /** Remembers what {@code exact} says about single letters. */
    public AdvanceTextMeasure(TextMeasure exact) {
        this.exact = exact;
        for (Weight weight : Weight.values()) {
            advances.put(weight, new ConcurrentHashMap<>());
        }
    }

    @Override
    public double width(String text, double size, Weight weight) {
        Map<Integer, Double> known = advances.getOrDefault(weight, Map.of());
        double sum = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int letter = text.codePointAt(i);
            Double advance = known.get(letter);
            if (advance == null) {
                advance = exact.width(Character.toString(letter), MEASURED_AT, weight);
                known.put(letter, advance);
            }
            sum += advance;
        }
        return sum * size / MEASURED_AT;
    }
}
