package io.slicewise.desktop.timeline;

import io.slicewise.chart.TimelineChart;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.text.Messages;
import io.slicewise.usage.timeline.Curves;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at of a time, wherever its curves were worked out. Needs no toolkit; to be used on one thread.
 *
 * <p>Times are milliseconds since 1970 UTC.
 */
abstract class TimeModel {
    private final long start;
    private final long end;
    private final ObjectProperty<Stretch> stretch;
    private final ObjectProperty<@Nullable Long> cursor = new SimpleObjectProperty<>(this, "cursor");
    private final ObjectProperty<ZoneId> zone;
    private final AlertLevel alert;
    private final ReadOnlyObjectWrapper<@Nullable Curves> curves = new ReadOnlyObjectWrapper<>(this, "curves");

    /**
     * @param start the first instant
     * @param end the instant after the last
     * @param step the shortest time that tells anything
     * @param alert from where on time counts as above
     * @param zone whose clocks at first
     */
    TimeModel(long start, long end, long step, AlertLevel alert, ZoneId zone) {
        this.alert = alert;
        this.start = start;
        this.end = end;
        stretch = new SimpleObjectProperty<>(this, "stretch", Stretch.whole(start, end, step));
        this.zone = new SimpleObjectProperty<>(this, "zone", zone);
    }

    /** What happened in the stretch on show, in words of a language. */
    abstract List<TimelineChart.Event> events(Messages said);

    /**
     * The chart of what is on show.
     *
     * @param parts into how many parts the time is cut
     */
    TimelineChart chart(Messages said, int parts) {
        return new TimelineSpec(said).chart(this, curves.get(), parts);
    }

    final void show(Curves now) {
        curves.set(now);
    }

    /** The part of the time on show. */
    final ObjectProperty<Stretch> stretchProperty() {
        return stretch;
    }

    final Stretch stretch() {
        return stretch.get();
    }

    /** The moment that is looked at; {@code null} for none. */
    final ObjectProperty<@Nullable Long> cursorProperty() {
        return cursor;
    }

    final Optional<Long> cursor() {
        return Optional.ofNullable(cursor.get());
    }

    /** Puts the cursor to an instant of the time, and brings it into sight. */
    final void lookAt(long time) {
        long there = Math.clamp(time, start, end - 1);
        cursor.set(there);
        stretch.set(stretch.get().with(there));
    }

    /** The cursor goes on by a part of what is on show; from the middle where there is none. */
    final void step(double part) {
        Stretch shown = stretch.get();
        long from = cursor().orElse(shown.from() + shown.length() / 2);
        long by = Math.round(shown.length() * part);
        // at least from one sample to the next
        lookAt(from + (by == 0 ? Math.round(Math.signum(part)) : by));
    }

    /** Nearer or farther around the cursor, or around the middle. */
    final void zoom(double factor) {
        Stretch shown = stretch.get();
        long around = cursor().filter(time -> time >= shown.from() && time < shown.to())
                .orElse(shown.from() + shown.length() / 2);
        stretch.set(shown.zoomed(around, factor));
    }

    /** Earlier or later by a part of what is on show. */
    final void pan(double part) {
        stretch.set(stretch.get().moved(Math.round(stretch.get().length() * part)));
    }

    /** Whose clocks the times are shown by. */
    final ObjectProperty<ZoneId> zoneProperty() {
        return zone;
    }

    /** From where on time counts as above. */
    final AlertLevel alert() {
        return alert;
    }

    /** The figures of what is on show; {@code null} until they are worked out for the first time. */
    final ReadOnlyObjectProperty<@Nullable Curves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }
}
