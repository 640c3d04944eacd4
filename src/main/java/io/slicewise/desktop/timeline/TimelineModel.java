package io.slicewise.desktop.timeline;

import io.slicewise.chart.TimelineChart;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Latest;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Messages;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.PowerCurve;
import io.slicewise.usage.timeline.Timeline;
import java.time.ZoneId;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What is looked at of a timeline. Needs no toolkit; to be used on one thread. */
final class TimelineModel extends TimeModel {
    private final Timeline timeline;
    private final ObservableValue<Scenario> scenario;
    private final Latest latest;
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<Choice> choice;
    private final ReadOnlyObjectWrapper<@Nullable PowerCurve> power = new ReadOnlyObjectWrapper<>(this, "power");
    private final BooleanProperty powerShown = new SimpleBooleanProperty(this, "powerShown");

    /** What is worked out of the instances on show, and of the GPUs that they are on. */
    private record Found(Curves curves, PowerCurve power) {}

    /**
     * @param scenario whose weights the figures have
     * @param alert from where on time counts as above
     * @param zone whose clocks at first
     */
    TimelineModel(
            Timeline timeline,
            ObservableValue<Scenario> scenario,
            AlertLevel alert,
            ZoneId zone,
            Background background) {
        super(timeline.start(), timeline.end(), timeline.step(), alert, zone);
        this.timeline = timeline;
        this.scenario = scenario;
        latest = new Latest(background);
        choice = new ReadOnlyObjectWrapper<>(this, "choice", Choice.of(timeline, ""));
        filter.subscribe(words -> choice.set(Choice.of(timeline, words)));
        choice.subscribe(this::compute);
        scenario.map(Scenario::weights).subscribe(this::compute);
        compute();
    }

    /** The figures of the chosen instances are worked out anew; until then those of before stand there. */
    private void compute() {
        Choice chosen = choice.get();
        var weights = scenario.getValue().weights();
        latest.ask(
                cancel -> {
                    Set<InstanceTrack> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
                    chosen.rows().forEach(row -> wanted.add(row.track()));
                    return new Found(
                            Curves.of(
                                    chosen.timeline(),
                                    weights,
                                    track -> chosen.isAll() || wanted.contains(track),
                                    cancel),
                            PowerCurve.of(chosen.timeline(), _ -> true, cancel));
                },
                found -> {
                    power.set(found.power());
                    show(found.curves());
                });
    }

    /** Whether somebody measured what GPUs drew. */
    boolean hasPower() {
        return !timeline.power().isEmpty();
    }

    /** What the GPUs on show drew; {@code null} until it is worked out. */
    ReadOnlyObjectProperty<@Nullable PowerCurve> powerProperty() {
        return power.getReadOnlyProperty();
    }

    /** Whether the chart shows the power, in place of the figures. */
    BooleanProperty powerShownProperty() {
        return powerShown;
    }

    @Override
    TimelineChart chart(Messages said, int parts) {
        PowerCurve drawn = power.get();
        return drawn == null || !powerShown.get()
                ? super.chart(said, parts)
                : new TimelineSpec(said).power(this, drawn, parts);
    }

    Timeline timeline() {
        return timeline;
    }

    /** Words that the instances on show have. */
    StringProperty filterProperty() {
        return filter;
    }

    /** The instances on show. */
    ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    @Override
    List<TimelineChart.Event> events(Messages said) {
        return new TimelineSpec(said).events(this);
    }
}
