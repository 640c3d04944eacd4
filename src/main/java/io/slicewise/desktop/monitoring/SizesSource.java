package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.plan.ServerSizes;
import io.slicewise.live.LiveReader;
import io.slicewise.live.SizeReader;
import io.slicewise.live.SizeReading;
import io.slicewise.live.Surroundings;
import io.slicewise.live.Way;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.range.Grid;
import io.slicewise.live.sums.AskedRange;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Where a document of sums gets right sizes and replays from: its server, over its range, or over the usual one where it is a moment.
 */
final class SizesSource implements ServerSizes {
    private final LiveReader reader;
    private final Surroundings around;
    private final @Nullable Grid times;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Before());
    private final ReadOnlyObjectWrapper<Replaying> replay =
            new ReadOnlyObjectWrapper<>(this, "replay", new Replaying.Before());
    private final Question sizes = new Question();
    private final Question layouts = new Question();

    /** @param times of the range; {@code null} where it is a moment */
    SizesSource(LiveReader reader, Surroundings around, @Nullable Grid times) {
        this.reader = reader;
        this.around = around;
        this.times = times;
    }

    /** What a server is asked. */
    private interface Answering<T> {
        T from(Cancel cancel) throws LiveException;
    }

    /** One question at a time: a newer one takes the place of the one before. */
    private final class Question {
        private @Nullable Cancel underWay;

        <T> void ask(Answering<T> answering, Function<Text, T> failed, ReadOnlyObjectWrapper<T> into) {
            giveUp();
            Cancel cancel = new Cancel();
            underWay = cancel;
            around.worker().execute(() -> {
                T came = answer(answering, failed, cancel);
                around.owner().execute(() -> came(cancel, came, into));
            });
        }

        /** Off the owner's thread. */
        private <T> T answer(Answering<T> answering, Function<Text, T> failed, Cancel cancel) {
            try {
                return answering.from(cancel);
            } catch (LiveException e) {
                return failed.apply(
                        e.failure().kind() == Failure.Kind.CANCELLED
                                ? Text.of("sizing.server.gone")
                                : e.failure().message());
            } catch (RuntimeException | OutOfMemoryError e) {
                return failed.apply(Failure.inside(e));
            }
        }

        @SuppressWarnings("ReferenceEquality") // a question is itself; one that was given up is another one
        private <T> void came(Cancel question, T answer, ReadOnlyObjectWrapper<T> into) {
            if (question == underWay) {
                underWay = null;
                into.set(answer);
            }
        }

        /** Says whether something was under way. */
        boolean giveUp() {
            Cancel now = underWay;
            underWay = null;
            if (now != null) {
                now.cancel();
            }
            return now != null;
        }
    }

    @Override
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Replaying> replayProperty() {
        return replay.getReadOnlyProperty();
    }

    @Override
    public void ask(SizeRules rules) {
        layouts.giveUp();
        replay.set(new Replaying.Before());
        state.set(new State.Asking());
        Grid grid = times == null ? SizeReader.usual(around.clock().instant()) : times;
        sizes.ask(
                cancel -> {
                    // the server sums this fleet up, by choice or since it is too large: so it does here
                    SizeReading.Asked reading =
                            new SizeReader(reader).byServer(grid, rules, reader.way() == Way.SUMS, cancel);
                    return new State.Told(reading.asked(), rules, reading.way());
                },
                State.Failed::new,
                state);
    }

    @Override
    public void replay(AskedRange range, Supplier<ReplayLayout> layout) {
        replay.set(new Replaying.Asking());
        layouts.ask(cancel -> new Replaying.Told(range.replay(layout.get(), cancel)), Replaying.Failed::new, replay);
    }

    @Override
    public void stop() {
        if (sizes.giveUp()) {
            state.set(new State.Before());
        }
        if (layouts.giveUp()) {
            replay.set(new Replaying.Before());
        }
    }
}
