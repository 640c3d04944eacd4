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
import io.slicewise.planning.size.SizeRules;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Where a document of sums gets right sizes from: its server, over its range, or over the usual one where it is a moment. */
final class SizesSource implements ServerSizes {
    private final LiveReader reader;
    private final Surroundings around;
    private final @Nullable Grid times;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Before());
    private @Nullable Cancel underWay;

    /** @param times of the range; {@code null} where it is a moment */
    SizesSource(LiveReader reader, Surroundings around, @Nullable Grid times) {
        this.reader = reader;
        this.around = around;
        this.times = times;
    }

    @Override
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    @Override
    public void ask(SizeRules rules) {
        stop();
        Cancel cancel = new Cancel();
        underWay = cancel;
        state.set(new State.Asking());
        Grid grid = times == null ? SizeReader.usual(around.clock().instant()) : times;
        around.worker().execute(() -> {
            State came = asked(grid, rules, cancel);
            around.owner().execute(() -> came(cancel, came));
        });
    }

    /** Off the owner's thread. */
    private State asked(Grid grid, SizeRules rules, Cancel cancel) {
        try {
            // the server sums this fleet up, by choice or since it is too large: so it does here
            SizeReading.Asked reading = new SizeReader(reader).byServer(grid, rules, reader.way() == Way.SUMS, cancel);
            return new State.Told(reading, rules);
        } catch (LiveException e) {
            return new State.Failed(
                    e.failure().kind() == Failure.Kind.CANCELLED
                            ? Text.of("sizing.server.gone")
                            : e.failure().message());
        } catch (RuntimeException | OutOfMemoryError e) {
            return new State.Failed(Failure.inside(e));
        }
    }

    @SuppressWarnings("ReferenceEquality") // a question is itself; one that was given up is another one
    private void came(Cancel question, State answer) {
        if (question == underWay) {
            underWay = null;
            state.set(answer);
        }
    }

    @Override
    public void stop() {
        Cancel now = underWay;
        underWay = null;
        if (now != null) {
            now.cancel();
            state.set(new State.Before());
        }
    }
}
