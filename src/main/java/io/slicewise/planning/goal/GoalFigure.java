package io.slicewise.planning.goal;

import io.slicewise.usage.Averages;
import java.util.Optional;

/** A figure that can be sought. */
public enum GoalFigure {
    /** S. */
    INSTANCE("instance"),
    /** W. */
    WEIGHTED("weighted"),
    /** G. */
    WHOLE("whole");

    private final String id;

    GoalFigure(String id) {
        this.id = id;
    }

    /** The persistent name. */
    public String id() {
        return id;
    }

    /** The figure of a persistent name. */
    public static Optional<GoalFigure> ofId(String id) {
        for (GoalFigure figure : values()) {
            if (figure.id.equals(id)) {
                return Optional.of(figure);
            }
        }
        return Optional.empty();
    }

    double of(Averages averages) {
        return switch (this) {
            case INSTANCE -> averages.instanceAverage();
            case WEIGHTED -> averages.weightedAverage();
            case WHOLE -> averages.wholeGpu();
        };
    }
}
