package io.slicewise.story;

import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who is told: the same facts, in other words and as deep as they need. */
public enum Audience {
    /** Cost, power, capacity. */
    MANAGER(Figure.WEIGHTED, Figure.WHOLE_GPU),
    /** Developers and engineers: their own job, and how a figure is made. */
    ENGINEER(Figure.INSTANCE_AVERAGE),
    /** People who run the machines: all figures, by the situation. */
    OPERATOR(Figure.INSTANCE_AVERAGE, Figure.WEIGHTED, Figure.WHOLE_GPU);

    private final List<Figure> figures;

    Audience(Figure... figures) {
        this.figures = List.of(figures);
    }

    /** The persistent name: {@code manager}, {@code engineer}, {@code operator}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The audience of a persistent name. */
    public static Optional<Audience> of(String id) {
        for (Audience audience : values()) {
            if (audience.id().equals(id)) {
                return Optional.of(audience);
            }
        }
        return Optional.empty();
    }

    /** What they are called: «Managers». */
    public Text title() {
        return Text.of("advice.audience." + id() + ".name");
    }

    /** The figures that they look at first. */
    public List<Figure> figures() {
        return figures;
    }

    /** Why these. */
    public Text why() {
        return Text.of("advice.audience." + id() + ".why");
    }

    /** The figures that they look at first, of a fleet. */
    public List<FigureValue> values(Figures of) {
        return FigureValue.of(of.total(), figures.toArray(Figure[]::new));
    }
}
