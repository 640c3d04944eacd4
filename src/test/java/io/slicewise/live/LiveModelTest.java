package io.slicewise.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.live.LiveState.Connecting;
import io.slicewise.live.LiveState.Failed;
import io.slicewise.live.LiveState.Fresh;
import io.slicewise.live.LiveState.Idle;
import io.slicewise.live.LiveState.Stale;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.LabelNames;
import io.slicewise.live.sums.Group;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.live.sums.Sums;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveModelTest {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final World world = new World();
    private final Server server = new Server();
    private final List<LiveState> seen = new ArrayList<>();
    private final LiveModel model = new LiveModel(server, INTERVAL, world.surroundings(), () -> 0.5, seen::add);

    /** Answers with its number, or fails. */
    private static final class Server implements Fetch {
        private int asked;
        private @Nullable Failure failure;
        private Cancel last = new Cancel();

        @Override
        public Reading fetch(Cancel cancel) throws LiveException {
            last = cancel;
            asked++;
            if (failure != null) {
                throw new LiveException(failure);
            }
            return reading(asked);
        }

        void fail(Kind kind) {
            failure = Failure.of(kind, Text.of("live.failed.cancelled"));
        }
    }

    private static Reading reading(int number) {
        SummedReading sums = new SummedReading(
                Instant.EPOCH, Group.HOST, LabelNames.EXPORTER, List.of(), Sums.NONE.averages(), List.of());
        return new Reading.OfSums(sums, number, true);
    }

    private long shown() {
        Reading reading = model.state().reading();
        return reading == null ? 0 : reading.series();
    }

    @Test
    void asksAtOnceAndThenAtItsInterval() {
        assertInstanceOf(Idle.class, model.state());
        model.start();
        assertInstanceOf(Connecting.class, model.state());
        world.settle();
        assertInstanceOf(Fresh.class, model.state());
        assertEquals(1, shown());
        world.pass(Duration.ofSeconds(9));
        assertEquals(1, server.asked);
        assertEquals(Duration.ofSeconds(9), model.state().age(world.now()));
        world.pass(Duration.ofSeconds(1));
        assertEquals(2, shown());
        assertEquals(Duration.ZERO, model.state().age(world.now()));
        world.pass(Duration.ofSeconds(100));
        assertEquals(12, server.asked);
        model.start();
        assertEquals(0, world.questions());
    }

    @Test
    void neverAsksTwiceAtATime() {
        model.start();
        assertEquals(1, world.questions());
        model.refresh();
        model.refresh();
        world.sleep(Duration.ofMinutes(10));
        assertEquals(1, world.questions());
        assertTrue(model.isAsking());
        world.settle();
        assertFalse(model.isAsking());
        model.refresh();
        world.settle();
        assertEquals(2, shown());
        world.pass(Duration.ofSeconds(9));
        assertEquals(2, server.asked, "asking by hand begins the interval anew");
    }

    @Test
    void keepsTheLastAnswerThroughARestartAndWaitsLongerEachTime() {
        model.start();
        world.settle();
        Instant answered = world.now();
        server.fail(Kind.REFUSED);
        world.pass(INTERVAL);
        Stale first = assertInstanceOf(Stale.class, model.state());
        assertEquals(answered, first.at());
        assertEquals(1, shown());
        assertEquals(world.now().plusSeconds(5), first.next());
        world.pass(Duration.ofSeconds(5));
        assertEquals(
                world.now().plusSeconds(10),
                assertInstanceOf(Stale.class, model.state()).next());
        world.pass(Duration.ofSeconds(10));
        Stale third = assertInstanceOf(Stale.class, model.state());
        assertEquals(world.now().plusSeconds(20), third.next());
        assertEquals(first.since(), third.since());
        world.pass(Duration.ofHours(1));
        int asked = server.asked;
        assertTrue(asked < 24, asked + " questions in an hour without a server");
        server.failure = null;
        world.pass(LiveModel.LONGEST);
        assertInstanceOf(Fresh.class, model.state());
        asked = server.asked;
        world.pass(INTERVAL);
        assertEquals(asked + 1, server.asked, "the interval is the old one again");
    }

    @Test
    void waitsAsLongAsTheServerAsksFor() {
        server.failure = new Failure(Kind.BUSY, Text.of("live.failed.busy"), Duration.ofMinutes(7));
        model.start();
        world.settle();
        Failed failed = assertInstanceOf(Failed.class, model.state());
        assertFalse(failed.next().isBefore(world.now().plus(Duration.ofMinutes(7))));
        world.pass(Duration.ofMinutes(6));
        assertEquals(1, server.asked);
    }

    @Test
    void doesNotTryAWrongPasswordAgainByItself() {
        server.fail(Kind.UNAUTHORIZED);
        model.start();
        world.settle();
        assertNull(assertInstanceOf(Failed.class, model.state()).next());
        model.pause();
        model.resume();
        world.pass(Duration.ofDays(1));
        assertEquals(1, server.asked);
        server.failure = null;
        model.refresh();
        world.settle();
        assertEquals(2, shown());
        world.pass(INTERVAL);
        assertEquals(3, shown());
    }

    @Test
    void asksNothingWhileNobodyLooks() {
        model.start();
        world.settle();
        model.pause();
        world.pass(Duration.ofHours(1));
        assertEquals(1, server.asked);
        assertEquals(Duration.ofHours(1), model.state().age(world.now()));
        model.resume();
        world.settle();
        assertEquals(2, shown());
        model.pause();
        world.pass(Duration.ofSeconds(4));
        model.resume();
        model.resume();
        world.pass(Duration.ofSeconds(5));
        assertEquals(2, server.asked, "what is not old yet is not asked for");
        world.pass(Duration.ofSeconds(1));
        assertEquals(3, server.asked);
    }

    @Test
    void aModelThatStartsHiddenAsksWhenItIsShown() {
        model.pause();
        model.start();
        world.pass(Duration.ofMinutes(1));
        assertEquals(0, server.asked);
        model.resume();
        world.settle();
        assertEquals(1, shown());
    }

    @Test
    void anAnswerOfBeforeIsNotShown() {
        model.start();
        world.work();
        Cancel before = server.last;
        Server other = new Server();
        other.asked = 100;
        model.setFetch(other);
        assertTrue(before.isCancelled());
        assertInstanceOf(Connecting.class, model.state());
        world.settle();
        assertEquals(101, shown());
        assertEquals(
                List.of(101L),
                seen.stream()
                        .map(LiveState::reading)
                        .filter(Objects::nonNull)
                        .map(Reading::series)
                        .toList());
    }

    @Test
    void stoppedItIsSilent() {
        model.start();
        world.settle();
        world.pass(INTERVAL.minusSeconds(1));
        model.refresh();
        world.work();
        LiveState before = model.state();
        int states = seen.size();
        model.stop();
        assertTrue(server.last.isCancelled());
        world.settle();
        world.pass(Duration.ofHours(1));
        assertSame(before, model.state());
        assertEquals(states, seen.size());
        model.refresh();
        assertEquals(0, world.questions());
        model.start();
        world.settle();
        assertEquals(3, shown());
    }

    @Test
    void theIntervalKeepsItsLimitsAndChangesAtOnce() {
        model.setInterval(Duration.ofMillis(1));
        assertEquals(LiveModel.SHORTEST, model.interval());
        model.setInterval(Duration.ofDays(1));
        assertEquals(LiveModel.LONGEST, model.interval());
        model.start();
        world.settle();
        world.pass(Duration.ofSeconds(60));
        assertEquals(1, server.asked);
        model.setInterval(Duration.ofSeconds(30));
        world.pass(Duration.ZERO);
        assertEquals(2, server.asked, "a minute is older than half a minute");
    }

    @Test
    void aFaultOfTheProgramIsAStateAndNotTheEnd() {
        model.setFetch(cancel -> {
            throw new IllegalStateException("with a secret in it");
        });
        model.start();
        world.settle();
        Failed failed = assertInstanceOf(Failed.class, model.state());
        assertEquals(List.of("IllegalStateException"), failed.why().message().args());
        model.setFetch(server);
        world.settle();
        assertEquals(1, shown());
    }
}
