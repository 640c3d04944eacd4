package io.slicewise.desktop.timeline;

import io.slicewise.planning.trend.TargetForecast;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What is to come behind the end of a range, from whoever looks ahead. */
public interface TimeAhead {
    /** What is to come; {@code null} until it is worked out. */
    ObservableValue<@Nullable TargetForecast> forecast();

    /** Moves what must not be reached. */
    void setTarget(double capacity);

    /** What is asked and what is answered, in words, to stand above the chart. */
    Node words();
}
