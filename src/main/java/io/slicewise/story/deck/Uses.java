package io.slicewise.story.deck;

import io.slicewise.story.Audience;
import io.slicewise.story.Figure;
import io.slicewise.story.FigureValue;
import io.slicewise.story.Purpose;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import java.util.Arrays;
import java.util.List;

/**
 * What a figure is for: the purposes table read from the figures.
 *
 * @param value the figure
 * @param purposes those that it serves first
 * @param forAudience whether the audience looks at it first
 */
public record Uses(FigureValue value, List<Text> purposes, boolean forAudience) {
    public Uses {
        purposes = List.copyOf(purposes);
    }

    /** What each of the three figures is for, in their order. */
    public static List<Uses> of(Figures figures, Audience audience) {
        return Arrays.stream(Figure.values())
                .map(figure -> new Uses(
                        new FigureValue(figure, figure.of(figures.total())),
                        Arrays.stream(Purpose.values())
                                .filter(purpose -> purpose.figures().getFirst() == figure)
                                .map(Purpose::title)
                                .toList(),
                        audience.figures().contains(figure)))
                .toList();
    }
}
