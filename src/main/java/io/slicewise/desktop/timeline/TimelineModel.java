package io.slicewise.desktop.timeline;

import io.slicewise.chart.TimelineChart;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Latest;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Messages;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.time.ZoneId;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** What is looked at of a timeline. Needs no toolkit; to be used on one thread. */
final class TimelineModel extends TimeModel {
    private final Timeline timeline;
    private final ObservableValue<Scenario> scenario;
    private final Latest latest;
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<Choice> choice;

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
                unwanted -> {
                    if (chosen.isAll()) {
                        return Curves.of(chosen.timeline(), weights, _ -> true, unwanted);
                    }
                    Set<InstanceTrack> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
                    chosen.rows().forEach(row -> wanted.add(row.track()));
                    return Curves.of(chosen.timeline(), weights, wanted::contains, unwanted);
                },
                this::show);
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
