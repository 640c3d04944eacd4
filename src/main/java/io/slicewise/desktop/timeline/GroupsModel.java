package io.slicewise.desktop.timeline;

import io.slicewise.chart.TimelineChart;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Latest;
import io.slicewise.live.range.Grid;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.live.sums.SummedRange.Row;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Strip;
import io.slicewise.usage.timeline.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at of hosts or GPUs that a server summed up over a range. There are no more points than the chart shows:
 * who goes nearer has the server asked again for the part on show, and sees the points of before until the finer ones
 * come. Needs no toolkit; to be used on one thread.
 */
public final class GroupsModel extends TimeModel {
    /** How often exporters are usually asked: nothing finer tells anything. */
    static final Duration FINEST = Duration.ofSeconds(15);

    private final SummedRange whole;
    private final Finer finer;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<SummedRange> shown;
    private final ReadOnlyObjectWrapper<List<Row>> rows;
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<Measure> measure =
            new SimpleObjectProperty<>(this, "measure", Measure.WEIGHTED_AVERAGE);
    private int points;

    /** Asks the server again for a part of the range. */
    public interface Finer {
        /** Asks for what was asked for before no more, and for this soon. */
        void ask(Instant from, Instant to, int points, Consumer<SummedRange> then);

        /** What was asked for is not wanted any more. */
        void enough();

        /** How it stands with that; {@code null} while there is nothing to say. */
        ObservableValue<@Nullable Text> refining();
    }

    /**
     * @param whole all of the range
     * @param zone whose clocks at first
     */
    public GroupsModel(SummedRange whole, Finer finer, AlertLevel alert, ZoneId zone, Background background) {
        super(start(whole), end(whole), FINEST.toMillis(), alert, zone);
        this.whole = whole;
        this.finer = finer;
        latest = new Latest(background);
        shown = new ReadOnlyObjectWrapper<>(this, "shown", whole);
        rows = new ReadOnlyObjectWrapper<>(this, "rows", whole.rows());
        filter.subscribe((_, _) -> choose());
        shown.subscribe((_, _) -> choose());
        stretchProperty().subscribe((_, _) -> look());
        compute();
    }

    private static long start(SummedRange range) {
        return range.grid().from().toEpochMilli();
    }

    /** A step after the last time: each of them holds for a step. */
    private static long end(SummedRange range) {
        return range.grid().to().plus(range.grid().step()).toEpochMilli();
    }

    private void choose() {
        List<String> wanted =
                List.of(filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+"));
        rows.set(shown.get().rows().stream()
                .filter(row -> {
                    String name = row.name().toLowerCase(Locale.ROOT);
                    return wanted.stream().allMatch(name::contains);
                })
                .toList());
        compute();
    }

    private void compute() {
        SummedRange range = shown.get();
        List<Row> chosen = rows.get();
        latest.ask(() -> range.curves(chosen), this::show);
    }

    /** So many points the chart shows. */
    void setPoints(int count) {
        points = count;
        look();
    }

    /** Sees to it that the points on show are as fine as the chart can show them. */
    private void look() {
        Stretch now = stretch();
        if (points < 1) {
            return;
        }
        Instant from = Instant.ofEpochMilli(now.from());
        Instant to = Instant.ofEpochMilli(now.to());
        Duration needed = Grid.ofWidth(from, to, points, FINEST).step();
        if (covers(whole, now) && whole.grid().step().compareTo(needed) <= 0) {
            finer.enough();
            shown.set(whole);
        } else if (covers(shown.get(), now) && shown.get().grid().step().compareTo(needed) <= 0) {
            finer.enough();
        } else {
            if (!covers(shown.get(), now)) {
                shown.set(whole);
            }
            finer.ask(from, to, points, shown::set);
        }
    }

    private static boolean covers(SummedRange range, Stretch stretch) {
        // a part begins at a round time, up to a step after what was asked for
        long step = range.grid().step().toMillis();
        return start(range) - step <= stretch.from() && stretch.to() <= end(range) + step;
    }

    /** All of the range, as it was asked for first. */
    public SummedRange whole() {
        return whole;
    }

    /** What the curves are made of: all of the range, or a part with more points. */
    ReadOnlyObjectProperty<SummedRange> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What was summed up at the moment that is looked at; where none is, at the last one of the range. */
    public ObservableValue<Integer> momentProperty() {
        return cursorProperty().map(at -> whole.index(Instant.ofEpochMilli(at))).orElse(whole.last());
    }

    /** Words that the rows on show have. */
    StringProperty filterProperty() {
        return filter;
    }

    /** The rows on show. */
    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Which figure the strips show. */
    ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /** How it stands with finer points. */
    ObservableValue<@Nullable Text> saidProperty() {
        return finer.refining();
    }

    /** The curves of one row. */
    Curves curves(Row row) {
        return shown.get().curves(List.of(row));
    }

    /** A row as a strip. */
    Strip strip(Row row, long from, long to, int parts) {
        Window window = curves(row).window(from, to, parts);
        double[] existing = window.curve(Measure.COVERAGE).means();
        for (int i = 0; i < existing.length; i++) {
            existing[i] = Double.isNaN(existing[i]) ? 0 : 1;
        }
        return new Strip(from, to, window.curve(measure.get()).means(), existing);
    }

    /** The figure of a row at an instant. */
    double at(Row row, long time) {
        return curves(row).at(measure.get(), time);
    }

    /** A server that sums up tells nothing of single GPUs. */
    @Override
    List<TimelineChart.Event> events(Messages said) {
        return List.of();
    }
}
