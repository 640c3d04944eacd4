package io.slicewise.story;

import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import java.util.Arrays;
import java.util.List;

/** The practical guide: what to look at on which occasion. */
public enum Practice {
    MONITORING("monitoring", Figure.WEIGHTED),
    ALERTS("alerts", Figure.WEIGHTED),
    DAILY("daily", Figure.INSTANCE_AVERAGE),
    PLANNING("planning", Figure.WHOLE_GPU, Figure.WEIGHTED),
    EXECUTIVE("executive", Figure.WEIGHTED, Figure.WHOLE_GPU),
    ANALYSIS("analysis", Figure.INSTANCE_AVERAGE, Figure.WEIGHTED, Figure.WHOLE_GPU),
    TROUBLE("trouble");

    private final String id;
    private final List<Figure> figures;

    Practice(String id, Figure... figures) {
        this.id = id;
        this.figures = List.of(figures);
    }

    /**
     * What to do on an occasion.
     *
     * @param practice the occasion
     * @param values the figures to look at; none where each instance by itself is looked at
     * @param advice what to do, with the fleet's own numbers
     */
    public record Hint(Practice practice, List<FigureValue> values, Text advice) {
        public Hint {
            values = List.copyOf(values);
        }
    }

    /** What it is called. */
    public Text title() {
        return Text.of("advice.practice." + id + ".name");
    }

    /** The figures to look at; none where each instance by itself is looked at. */
    public List<Figure> figures() {
        return figures;
    }

    /** What to do on every occasion. */
    public static List<Hint> guide(Figures of, Thresholds thresholds) {
        Numbered numbered = Numbered.of(of, thresholds);
        return Arrays.stream(values())
                .map(practice -> new Hint(
                        practice,
                        FigureValue.of(of.total(), practice.figures.toArray(Figure[]::new)),
                        numbered.say("advice.practice." + practice.id + ".advice")))
                .toList();
    }
}
