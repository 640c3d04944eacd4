package io.slicewise.story;

import io.slicewise.text.Percent;
import io.slicewise.usage.Averages;
import java.util.Arrays;
import java.util.List;

/**
 * A figure with its value.
 *
 * @param figure which one
 * @param value a ratio; {@code NaN} where there is none
 */
public record FigureValue(Figure figure, double value) {
    /** The value as it is shown. */
    public Percent percent() {
        return new Percent(value);
    }

    static List<FigureValue> of(Averages averages, Figure... figures) {
        return Arrays.stream(figures)
                .map(figure -> new FigureValue(figure, figure.of(averages)))
                .toList();
    }
}
