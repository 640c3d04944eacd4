package io.slicewise.desktop.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.slicewise.work.Cancel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final Deque<Runnable> atWork = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final List<String> worked = new ArrayList<>();
    private final Latest latest = new Latest(new Background() {
        @Override
        public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
            atWork.add(() -> then.accept(Ended.of(cancel, work)));
        }
    });

    private void ask(String what) {
        latest.ask(() -> work(what), done::add);
    }

    private String work(String what) {
        worked.add(what);
        return what;
    }

    private void finish() {
        while (!atWork.isEmpty()) {
            atWork.remove().run();
        }
    }

    @Test
    void ofManyRequestsTheLastIsDoneAfterTheOneAtWork() {
        latest.ask(
                () -> {
                    ask("b");
                    ask("c");
                    return work("a");
                },
                done::add);
        finish();
        assertEquals(List.of("a", "c"), worked);
        assertEquals(List.of("c"), done);
        ask("d");
        finish();
        assertEquals(List.of("c", "d"), done);
    }

    @Test
    void whatIsNotWantedBeforeItBeginsIsNotDone() {
        ask("a");
        ask("b");
        finish();
        assertEquals(List.of("b"), worked);
        assertEquals(List.of("b"), done);
    }

    @Test
    void whatIsNotWantedAnyMoreIsToldSoAndStops() {
        List<Boolean> unwanted = new ArrayList<>();
        latest.ask(
                asked -> {
                    unwanted.add(asked.isCancelled());
                    ask("newer");
                    unwanted.add(asked.isCancelled());
                    throw new CancellationException();
                },
                _ -> done.add("stopped"));
        finish();
        assertEquals(List.of(false, true), unwanted);
        assertEquals(List.of("newer"), done);
    }

    @Test
    void whatComesAfterAFailureIsDone() {
        latest.ask(
                (Supplier<String>) () -> {
                    ask("after");
                    throw new IllegalStateException("broken");
                },
                done::add);
        assertEquals(
                "broken",
                assertThrows(IllegalStateException.class, this::finish).getMessage());
        finish();
        assertEquals(List.of("after"), done);
    }

    @Test
    void whatIsDoneAtOnceOvertakesWhatIsAtWork() {
        latest.ask(
                () -> {
                    ask("waiting");
                    latest.now(() -> work("quick"), done::add);
                    return work("slow");
                },
                done::add);
        finish();
        assertEquals(List.of("quick"), done);
        assertEquals(List.of("quick", "slow"), worked);
    }
}
