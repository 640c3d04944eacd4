package io.slicewise.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.desktop.plan.LayoutChoice.Start;
import io.slicewise.desktop.plan.ServerSizes.Replaying;
import io.slicewise.desktop.plan.ServerSizes.State;
import io.slicewise.live.Stub;
import io.slicewise.live.Stub.Said;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.sums.AskedRange;
import io.slicewise.live.sums.AskedRanges;
import io.slicewise.live.sums.AskedSizes;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.RecordedDays;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerSizesModelTest {
    private final Stub server = Stub.http(_ -> Said.vector());
    private final Timeline timeline =
            new RecordedDays(3).gpu("a").with("1", "4g.40gb", 0.1, _ -> 0.1).done();
    private final List<ReplayLayout> replayed = new ArrayList<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Before());
    private final ReadOnlyObjectWrapper<Replaying> replay = new ReadOnlyObjectWrapper<>(new Replaying.Before());

    /** Remembers which layouts it was asked for. */
    private final ServerSizes source = new ServerSizes() {
        @Override
        public ReadOnlyObjectProperty<State> stateProperty() {
            return state.getReadOnlyProperty();
        }

        @Override
        public ReadOnlyObjectProperty<Replaying> replayProperty() {
            return replay.getReadOnlyProperty();
        }

        @Override
        public void ask(SizeRules rules) {}

        @Override
        public void replay(AskedRange range, Supplier<ReplayLayout> layout) {
            replayed.add(layout.get());
        }

        @Override
        public void stop() {}
    };

    private final ServerSizesModel model = new ServerSizesModel(source, new Window());

    ServerSizesModelTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
    }

    private void tell(Timeline instances) throws LiveException {
        List<SizedInstance> sizes = SizedInstance.of(instances, SizeRules.USUAL, new Cancel());
        AskedSizes asked = new AskedSizes(sizes, AskedRanges.of(instances, 0.1, server.queries()), List.of(), 0);
        state.set(new State.Told(asked, SizeRules.USUAL, Text.of("live.way.sizes")));
    }

    @Test
    void whatIsToldIsReplayedAsProposed() throws LiveException {
        tell(timeline);
        assertThat(replayed).hasSize(1);
        // 0.4/0.8 slices
        assertThat(replayed.getFirst().groups().getFirst().slicesAfter()).isEqualTo(1);
    }

    @Test
    void aServerWithoutInstancesIsAskedForNoReplay() throws LiveException {
        tell(Timeline.of(List.of()));
        assertThat(model.choiceProperty().get()).isNull();
        assertThat(replayed).isEmpty();
        tell(timeline);
        tell(Timeline.of(List.of()));
        assertThat(model.choiceProperty().get()).isNull();
        assertThat(replayed).hasSize(1);
    }

    @Test
    void anotherStartThatTakesBackWhatWasChosenByHandIsAskedForOnce() throws LiveException {
        tell(timeline);
        LayoutChoice choice = Objects.requireNonNull(model.choiceProperty().get());
        choice.choose(
                Set.of(timeline.gpus().getFirst().instances().getFirst().ref()),
                List.of(Fleets.profile(Fleets.model("a100-80gb"), "7g")));
        assertThat(replayed).hasSize(2);
        assertThat(replayed.getLast().groups().getFirst().slicesAfter()).isEqualTo(7);
        choice.startProperty().set(Start.RECORDED);
        assertThat(replayed).hasSize(3);
        assertThat(replayed.getLast().groups().getFirst().slicesAfter()).isEqualTo(4);
        choice.byHandProperty().set(List.of());
        assertThat(replayed).hasSize(3);
    }
}
