package io.slicewise.story;

import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import java.util.Arrays;
import java.util.List;

/**
 * Which figure for which purpose, with a fleet's own numbers: a row of the purposes table.
 *
 * @param purpose what for
 * @param values the figures that serve it, the first one first
 * @param answer one sentence with the numbers
 */
public record Advice(Purpose purpose, List<FigureValue> values, Text answer) {
    public Advice {
        values = List.copyOf(values);
    }

    /** The advice for every purpose, in their order. */
    public static List<Advice> of(Figures figures, Thresholds thresholds) {
        Numbered numbered = Numbered.of(figures, thresholds);
        return Arrays.stream(Purpose.values())
                .map(purpose -> of(purpose, figures, numbered))
                .toList();
    }

    private static Advice of(Purpose purpose, Figures figures, Numbered numbered) {
        Figure[] all = purpose.figures().toArray(Figure[]::new);
        return new Advice(purpose, FigureValue.of(figures.total(), all), numbered.say(purpose.answer(), all));
    }
}
