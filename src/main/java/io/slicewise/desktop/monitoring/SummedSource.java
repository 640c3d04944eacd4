package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Ended;
import io.slicewise.desktop.plan.ServerSizes;
import io.slicewise.desktop.sums.SumsModel;
import io.slicewise.desktop.timeline.GroupsModel;
import io.slicewise.live.LiveReader;
import io.slicewise.live.RangeReader;
import io.slicewise.live.RangeReading;
import io.slicewise.live.Reading;
import io.slicewise.live.Surroundings;
import io.slicewise.live.Way;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.LabelNames;
import io.slicewise.live.query.Selection;
import io.slicewise.live.range.Grid;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Where a document of sums gets more from: the instances of one of its rows, and finer points of its range. Asks for as
 * long as the connection is there. To be used on the owner of the surroundings, which never waits.
 */
final class SummedSource implements GroupsModel.Finer, SumsModel.Opens, Background {
    /** So long nobody has turned the wheel any more. */
    private static final Duration SETTLED = Duration.ofMillis(350);

    private static final Duration FINEST = Duration.ofSeconds(15);

    private final LiveReader reader;
    private final LiveActions actions;
    private final Surroundings around;
    private final LabelNames labels;
    private final @Nullable Grid times;
    private final ServerSizes sizes;
    private final ReadOnlyObjectWrapper<@Nullable Text> finer = new ReadOnlyObjectWrapper<>(this, "finer");
    private final ReadOnlyObjectWrapper<@Nullable Text> opening = new ReadOnlyObjectWrapper<>(this, "opening");
    private @Nullable Cancel underWay;
    private @Nullable Cancel loading;
    private @Nullable Runnable planned;

    /** @param times of series over the range; {@code null} where it is a moment */
    SummedSource(LiveReader reader, LiveActions actions, Surroundings around, LabelNames labels, @Nullable Grid times) {
        this.reader = reader;
        this.actions = actions;
        this.around = around;
        this.labels = labels;
        this.times = times;
        sizes = new SizesSource(reader, around, times);
    }

    @Override
    public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
        around.worker().execute(() -> {
            Ended<T> ended = Ended.of(cancel, work);
            around.owner().execute(() -> then.accept(ended));
        });
    }

    @Override
    public void ask(Instant from, Instant to, int points, Consumer<SummedRange> then) {
        enough();
        Cancel cancel = new Cancel();
        underWay = cancel;
        planned = around.timer().after(SETTLED, () -> {
            if (!isOld(cancel, underWay)) {
                finer.set(Text.of("sums.finer"));
                around.worker().execute(() -> refine(Grid.ofWidth(from, to, points, FINEST), cancel, then));
            }
        });
    }

    @Override
    public void enough() {
        Runnable takeBack = planned;
        planned = null;
        if (takeBack != null) {
            takeBack.run();
        }
        Cancel now = underWay;
        underWay = null;
        finer.set(null);
        if (now != null) {
            now.cancel();
        }
    }

    @Override
    public ObservableValue<@Nullable Text> refining() {
        return finer.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<@Nullable Text> said() {
        return opening.getReadOnlyProperty();
    }

    @SuppressWarnings("ReferenceEquality") // a question is itself; one that was given up is another one
    private static boolean isOld(Cancel question, @Nullable Cancel now) {
        return question != now;
    }

    /** Off the owner's thread. */
    private void refine(Grid grid, Cancel cancel, Consumer<SummedRange> then) {
        try {
            RangeReading reading = RangeReader.of(reader.withWay(Way.SUMS)).read(grid, it -> {}, cancel);
            around.owner()
                    .execute(() -> refined(cancel, null, () -> {
                        if (reading instanceof RangeReading.OfSums(SummedRange sums, boolean _)) {
                            then.accept(sums);
                        }
                    }));
        } catch (LiveException e) {
            Text why = Text.of("sums.finer.failed", said(e.failure()));
            around.owner().execute(() -> refined(cancel, why, () -> {}));
        } catch (RuntimeException | OutOfMemoryError e) {
            Text why = Failure.inside(e);
            around.owner().execute(() -> refined(cancel, why, () -> {}));
        }
    }

    private void refined(Cancel question, @Nullable Text why, Runnable then) {
        if (!isOld(question, underWay)) {
            underWay = null;
            finer.set(why);
            then.run();
        }
    }

    @Override
    public ServerSizes sizes() {
        return sizes;
    }

    @Override
    public void open(String host, String gpu) {
        Cancel before = loading;
        if (before != null) {
            before.cancel();
        }
        Cancel cancel = new Cancel();
        loading = cancel;
        String name = SummedRange.name(host, gpu);
        opening.set(Text.of("sums.loading", name));
        List<String> matchers = new ArrayList<>(List.of(labels.host() + "=" + Selection.quoted(host)));
        if (!gpu.isEmpty()) {
            matchers.add(labels.uuid() + "=" + Selection.quoted(gpu));
        }
        around.worker().execute(() -> load(name, reader.only(matchers), cancel));
    }

    /** Off the owner's thread. */
    private void load(String name, LiveReader some, Cancel cancel) {
        try {
            Snapshot snapshot = snapshot(some, cancel);
            around.owner().execute(() -> loaded(cancel, null, () -> actions.open(name, snapshot)));
        } catch (LiveException e) {
            Text why = said(e.failure());
            around.owner().execute(() -> loaded(cancel, why, () -> {}));
        } catch (RuntimeException | OutOfMemoryError e) {
            Text why = Failure.inside(e);
            around.owner().execute(() -> loaded(cancel, why, () -> {}));
        }
    }

    private Snapshot snapshot(LiveReader some, Cancel cancel) throws LiveException {
        Grid range = times;
        if (range != null
                && RangeReader.of(some).read(range, it -> {}, cancel) instanceof RangeReading.OfSeries series) {
            return series.snapshot();
        }
        if (some.fetch(cancel) instanceof Reading.OfSeries series) {
            return series.snapshot();
        }
        throw new LiveException(Failure.of(Failure.Kind.SETTINGS, Text.of("sums.gone")));
    }

    private void loaded(Cancel question, @Nullable Text why, Runnable then) {
        if (!isOld(question, loading)) {
            loading = null;
            opening.set(why);
            then.run();
        }
    }

    /** What is not asked any more was ended by whoever disconnected; what was given up itself is not shown. */
    private static Text said(Failure failure) {
        return failure.kind() == Failure.Kind.CANCELLED ? Text.of("sums.gone") : failure.message();
    }
}
