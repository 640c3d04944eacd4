package io.slicewise.desktop.timeline;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.TimelineChart;
import io.slicewise.exhibit.TimelineExhibits;
import io.slicewise.text.Messages;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.PowerCurve;
import io.slicewise.usage.timeline.Reconfiguration;
import java.util.List;
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
    TimelineChart chart(TimeModel model, @Nullable Curves curves, int parts) {
        TimelineExhibits.Shown shown = shown(model, parts);
        TimelineExhibits exhibits = new TimelineExhibits(said);
        return curves == null ? exhibits.working(shown) : exhibits.chart(model.events(said), curves, shown);
    }

    /** The chart of the power, in watts. */
    TimelineChart power(TimelineModel model, PowerCurve power, int parts) {
        return new TimelineExhibits(said).power(model.events(said), power, shown(model, parts));
    }

    /** The reconfigurations in the stretch on show. */
    List<TimelineChart.Event> events(TimelineModel model) {
        return new TimelineExhibits(said).events(model.choiceProperty().get().timeline(), shown(model, 1));
    }

    private static TimelineExhibits.Shown shown(TimeModel model, int parts) {
        Stretch stretch = model.stretch();
        return new TimelineExhibits.Shown(
                stretch.from(),
                stretch.to(),
                model.zoneProperty().get(),
                parts,
                model.alert().ratio().getValue(),
                model.cursorProperty().get());
    }

    /** What a figure is called. */
    static String key(Measure measure) {
        return TimelineExhibits.key(measure);
    }

    /** {@code 7 × 1g.10gb → 3g.40gb + 4g.40gb}. */
    static String change(Reconfiguration event) {
        return TimelineExhibits.change(event);
    }
}
