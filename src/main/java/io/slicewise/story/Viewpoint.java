package io.slicewise.story;

import io.slicewise.text.Text;
import java.util.Arrays;
import java.util.List;

/**
 * A row of the comparison of the three figures.
 *
 * @param aspect what is compared
 * @param words what it is for each figure, in the order of {@link Figure}
 */
public record Viewpoint(Text aspect, List<Text> words) {
    private static final List<String> ASPECTS = List.of("basis", "large", "free", "viewpoint", "meaning");
    private static final List<String> FIGURES = List.of("average", "weighted", "whole");

    public Viewpoint {
        words = List.copyOf(words);
    }

    /** The whole comparison. */
    public static List<Viewpoint> all() {
        return ASPECTS.stream()
                .map(aspect -> new Viewpoint(
                        Text.of("advice.viewpoint." + aspect),
                        FIGURES.stream()
                                .map(figure -> Text.of("advice.viewpoint." + aspect + "." + figure))
                                .toList()))
                .toList();
    }

    /** The figures in the order of the words. */
    public static List<Figure> figures() {
        return Arrays.asList(Figure.values());
    }
}
