package io.slicewise.desktop.timeline;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.TimelineChart;
import io.slicewise.exhibit.TimelineExhibits;
import io.slicewise.text.Messages;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Reconfiguration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chart of what is looked at, in a language.
 *
 * @param said the language
 */
record TimelineSpec(Messages said) {
    /** The three figures in their order, each with its colour. */
    static final Map<Measure, ColorRole> FIGURES = TimelineExhibits.FIGURES;

    /**
     * The chart.
     *
     * @param curves {@code null} while they are worked out
     * @param parts into how many parts the time is cut
     */
    TimelineChart chart(TimelineModel model, @Nullable Curves curves, int parts) {
        Stretch stretch = model.stretch();
        TimelineExhibits.Shown shown = new TimelineExhibits.Shown(
                stretch.from(),
                stretch.to(),
                model.zoneProperty().get(),
                parts,
                model.thresholdProperty().getValue(),
                model.cursorProperty().get());
        TimelineExhibits exhibits = new TimelineExhibits(said);
        return curves == null
                ? exhibits.working(shown)
                : exhibits.chart(model.choiceProperty().get().timeline(), curves, shown);
    }

    /** What a figure is called. */
    static String key(Measure measure) {
        return TimelineExhibits.key(measure);
    }

    /** What people call the GPU that was partitioned anew. */
    static String gpuName(TimelineModel model, Reconfiguration event) {
        return TimelineExhibits.gpuName(model.timeline(), event);
    }

    /** {@code 7 × 1g.10gb → 3g.40gb + 4g.40gb}. */
    static String change(Reconfiguration event) {
        return TimelineExhibits.change(event);
    }
}
