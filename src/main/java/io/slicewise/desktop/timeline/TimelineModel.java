package io.slicewise.desktop.timeline;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Latest;
import io.slicewise.scenario.Scenario;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.time.ZoneId;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What is looked at of a timeline. Needs no toolkit; to be used on one thread. */
final class TimelineModel {
    private final Timeline timeline;
    private final ObservableValue<Scenario> scenario;
    private final Latest latest;
    private final ObjectProperty<Stretch> stretch;
    private final ObjectProperty<@Nullable Long> cursor = new SimpleObjectProperty<>(this, "cursor");
    private final ObjectProperty<ZoneId> zone;
    private final AlertLevel alert;
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<Choice> choice;
    private final ReadOnlyObjectWrapper<@Nullable Curves> curves = new ReadOnlyObjectWrapper<>(this, "curves");

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
        this.timeline = timeline;
        this.scenario = scenario;
        this.alert = alert;
        latest = new Latest(background);
        stretch = new SimpleObjectProperty<>(
                this, "stretch", Stretch.whole(timeline.start(), timeline.end(), timeline.step()));
        this.zone = new SimpleObjectProperty<>(this, "zone", zone);
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
                () -> {
                    if (chosen.isAll()) {
                        return Curves.of(chosen.timeline(), weights);
                    }
                    Set<InstanceTrack> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
                    chosen.rows().forEach(row -> wanted.add(row.track()));
                    return Curves.of(chosen.timeline(), weights, wanted::contains);
                },
                curves::set);
    }

    Timeline timeline() {
        return timeline;
    }

    /** The part of the time on show. */
    ObjectProperty<Stretch> stretchProperty() {
        return stretch;
    }

    Stretch stretch() {
        return stretch.get();
    }

    /** The moment that is looked at; {@code null} for none. */
    ObjectProperty<@Nullable Long> cursorProperty() {
        return cursor;
    }

    Optional<Long> cursor() {
        return Optional.ofNullable(cursor.get());
    }

    /** Puts the cursor to an instant of the timeline, and brings it into sight. */
    void lookAt(long time) {
        long there = Math.clamp(time, timeline.start(), timeline.end() - 1);
        cursor.set(there);
        stretch.set(stretch.get().with(there));
    }

    /** The cursor goes on by a part of what is on show; from the middle where there is none. */
    void step(double part) {
        Stretch shown = stretch.get();
        long from = cursor().orElse(shown.from() + shown.length() / 2);
        long by = Math.round(shown.length() * part);
        // at least from one sample to the next
        lookAt(from + (by == 0 ? Math.round(Math.signum(part)) : by));
    }

    /** Nearer or farther around the cursor, or around the middle. */
    void zoom(double factor) {
        Stretch shown = stretch.get();
        long around = cursor().filter(time -> time >= shown.from() && time < shown.to())
                .orElse(shown.from() + shown.length() / 2);
        stretch.set(shown.zoomed(around, factor));
    }

    /** Earlier or later by a part of what is on show. */
    void pan(double part) {
        stretch.set(stretch.get().moved(Math.round(stretch.get().length() * part)));
    }

    /** Whose clocks the times are shown by. */
    ObjectProperty<ZoneId> zoneProperty() {
        return zone;
    }

    /** From which ratio on time counts as above. */
    ObservableValue<Double> thresholdProperty() {
        return alert.ratio();
    }

    /** Words that the instances on show have. */
    StringProperty filterProperty() {
        return filter;
    }

    /** The instances on show. */
    ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** The figures of the instances on show; {@code null} until they are worked out for the first time. */
    ReadOnlyObjectProperty<@Nullable Curves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }
}
