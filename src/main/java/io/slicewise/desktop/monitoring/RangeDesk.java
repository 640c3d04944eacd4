package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.timeline.GroupsModel;
import io.slicewise.document.content.DocumentContent.Summed;
import io.slicewise.live.LiveReader;
import io.slicewise.live.RangeReader;
import io.slicewise.live.RangeReading;
import io.slicewise.live.Surroundings;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.range.Grid;
import io.slicewise.live.range.RangeProgress;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Ranges from the server that is connected, one at a time; each becomes a document with a timeline. */
final class RangeDesk {
    private final LiveActions actions;
    private final Surroundings around;
    private final ReadOnlyObjectProperty<@Nullable LiveReader> reader;
    private final ReadOnlyObjectWrapper<@Nullable RangeProgress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress");
    private final ReadOnlyObjectWrapper<@Nullable Text> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final ReadOnlyObjectWrapper<List<Text>> outcome = new ReadOnlyObjectWrapper<>(this, "outcome", List.of());
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
    private @Nullable Cancel underWay;

    RangeDesk(LiveActions actions, Surroundings around, ReadOnlyObjectProperty<@Nullable LiveReader> reader) {
        this.actions = actions;
        this.around = around;
        this.reader = reader;
    }

    /** Whether a range is being loaded. */
    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** How far it is; {@code null} before the first part came. */
    ReadOnlyObjectProperty<@Nullable RangeProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is wrong with the range or with the answer; {@code null} for nothing. */
    ReadOnlyObjectProperty<@Nullable Text> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What to say about the last range that came. */
    ReadOnlyObjectProperty<List<Text>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /**
     * Loads a range; the one that is being loaded, if any, is given up.
     *
     * @param shown how many points the chart of sums shows
     */
    void load(RangeAsk ask, ZoneId zone, int shown) {
        cancel();
        problem.set(null);
        outcome.set(List.of());
        LiveReader from = reader.get();
        if (from == null) {
            problem.set(Text.of("monitoring.range.unconnected"));
            return;
        }
        switch (ask.read(zone, shown)) {
            case RangeAsk.Result.Bad(Text why) -> problem.set(why);
            case RangeAsk.Result.Good(Grid grid, Grid summed) -> {
                Cancel cancel = new Cancel();
                underWay = cancel;
                loading.set(true);
                around.worker().execute(() -> read(from, grid, summed, ask, cancel));
            }
        }
    }

    /** Gives up what is being loaded. */
    void cancel() {
        Cancel now = underWay;
        underWay = null;
        loading.set(false);
        progress.set(null);
        if (now != null) {
            now.cancel();
        }
    }

    /** Off the owner's thread. */
    private void read(LiveReader from, Grid grid, Grid summed, RangeAsk ask, Cancel cancel) {
        try {
            RangeReading reading = RangeReader.of(from)
                    .read(grid, summed, step -> around.owner().execute(() -> heard(cancel, step)), cancel);
            String host = from.queries().client().connection().host();
            around.owner()
                    .execute(() -> came(cancel, host + ", " + ask.from() + " – " + ask.to(), reading, from, grid));
        } catch (LiveException e) {
            around.owner().execute(() -> failed(cancel, e.failure().message()));
        } catch (RuntimeException | OutOfMemoryError e) {
            Text why = Failure.inside(e);
            around.owner().execute(() -> failed(cancel, why));
        }
    }

    @SuppressWarnings("ReferenceEquality") // a question is itself; one that was given up is another one
    private boolean isOld(Cancel question) {
        return question != underWay;
    }

    private void heard(Cancel question, RangeProgress step) {
        if (!isOld(question)) {
            progress.set(step);
        }
    }

    private void failed(Cancel question, Text why) {
        if (!isOld(question)) {
            cancel();
            problem.set(why);
        }
    }

    private void came(Cancel question, String name, RangeReading reading, LiveReader from, Grid times) {
        if (isOld(question)) {
            return;
        }
        cancel();
        List<Text> said = new ArrayList<>(List.of(reading.way()));
        switch (reading) {
            case RangeReading.OfSeries series -> {
                Failure broken = series.broken();
                if (broken != null) {
                    said.add(Text.of(
                            "monitoring.range.partly",
                            series.done(),
                            series.grid().count(),
                            broken.message()));
                }
                actions.open(name, series.snapshot());
            }
            case RangeReading.OfSums(SummedRange sums, boolean _) -> {
                SummedSource source = new SummedSource(from, actions, around, sums.labels(), times);
                GroupsModel model = new GroupsModel(sums, source, actions.alert(), ZoneId.systemDefault(), source);
                actions.open(Summed.over(name, sums, reading.way()), model, source);
            }
        }
        outcome.set(List.copyOf(said));
    }
}
