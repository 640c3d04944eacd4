package io.slicewise.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Ended;
import io.slicewise.live.range.Grid;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.live.sums.SummedRanges;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Strip;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupsModelTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Background AT_ONCE = new Background() {
        @Override
        public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
            then.accept(Ended.of(cancel, work));
        }
    };

    /** A day, a point every ten minutes: two hosts, of which the second had nothing in the last hour. */
    private static final SummedRange DAY = SummedRanges.of(
            Grid.of(FROM, FROM.plus(Duration.ofHours(24)).minusSeconds(600), Duration.ofMinutes(10)),
            List.of("node-1", "node-2"),
            (host, i) -> host == 1 && i >= 138 ? Double.NaN : host == 0 ? 0.5 : 0.8);

    private final List<Grid> asked = new ArrayList<>();
    private final List<Consumer<SummedRange>> waiting = new ArrayList<>();
    private final GroupsModel model =
            new GroupsModel(DAY, new Server(), new AlertLevel(AlertLevel.USUAL), ZoneId.of("UTC"), AT_ONCE);

    private final class Server implements GroupsModel.Finer {
        @Override
        public void ask(Instant from, Instant to, int points, Consumer<SummedRange> then) {
            asked.add(Grid.ofWidth(from, to, points, GroupsModel.FINEST));
            waiting.add(then);
        }

        @Override
        public void enough() {
            waiting.clear();
        }

        @Override
        public ObservableValue<@Nullable Text> refining() {
            return new SimpleObjectProperty<>();
        }
    }

    private double now(Measure measure, Duration since) {
        return Objects.requireNonNull(model.curvesProperty().get())
                .at(measure, FROM.plus(since).toEpochMilli());
    }

    @Test
    void nothingIsAskedAgainWhileThereAreAsManyPointsAsTheChartShows() {
        model.setPoints(150);
        assertEquals(List.of(), asked);
        assertEquals(0.65, now(Measure.INSTANCE_AVERAGE, Duration.ofHours(2)), 1e-12);
        assertEquals(0.5, now(Measure.INSTANCE_AVERAGE, Duration.ofMinutes(23 * 60 + 30)), 1e-12);
    }

    @Test
    void whoGoesNearerGetsFinerPointsOfThatPartAndNoMoreThanTheChartShows() {
        model.setPoints(150);
        model.lookAt(FROM.plus(Duration.ofHours(2)).toEpochMilli());
        model.zoom(0.125);
        assertEquals(1, asked.size());
        Grid part = asked.getFirst();
        assertTrue(part.count() <= 150, part.count() + " points");
        assertEquals(Duration.ofMinutes(2), part.step());
        assertEquals(
                0.65, now(Measure.INSTANCE_AVERAGE, Duration.ofHours(2)), 1e-12, "what was there stays until then");
        waiting.getFirst().accept(SummedRanges.of(part, List.of("node-1", "node-2"), (host, i) -> 0.25));
        assertEquals(0.25, now(Measure.INSTANCE_AVERAGE, Duration.ofHours(2)), 1e-12);
        model.stretchProperty().set(model.stretch().whole());
        assertEquals(0.65, now(Measure.INSTANCE_AVERAGE, Duration.ofHours(2)), 1e-12);
        assertEquals(1, asked.size(), "all of it is there already");
    }

    @Test
    void wordsChooseRowsAndTheCurvesAndTheMomentFollow() {
        model.filterProperty().set("NODE-2");
        assertEquals(1, model.rowsProperty().get().size());
        assertEquals(0.8, now(Measure.WEIGHTED_AVERAGE, Duration.ofHours(2)), 1e-12);
        assertTrue(Double.isNaN(now(Measure.WEIGHTED_AVERAGE, Duration.ofMinutes(23 * 60 + 30))));
        assertEquals(143, model.momentProperty().getValue(), "the last time that has anything");
        model.lookAt(FROM.plus(Duration.ofMinutes(25)).toEpochMilli());
        assertEquals(2, model.momentProperty().getValue());
    }

    @Test
    void aStripOfARowHasItsGaps() {
        model.measureProperty().set(Measure.WHOLE_GPU);
        SummedRange.Row second = DAY.rows().get(1);
        Strip strip =
                model.strip(second, model.stretch().from(), model.stretch().to(), 24);
        assertEquals(0.8, strip.means()[0], 1e-12);
        assertEquals(1, strip.existing()[0]);
        assertTrue(Double.isNaN(strip.means()[23]));
        assertEquals(0, strip.existing()[23]);
        assertEquals(0.8, model.at(second, FROM.toEpochMilli()), 1e-12);
    }
}
