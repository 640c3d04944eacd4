package io.slicewise.desktop.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.work.Cancel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WorkScopeTest {
    private final Deque<Runnable> atWork = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final WorkScope scope = new WorkScope(new Background() {
        @Override
        public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
            atWork.add(() -> then.accept(Ended.of(cancel, work)));
        }
    });

    private void finish() {
        while (!atWork.isEmpty()) {
            atWork.remove().run();
        }
    }

    private void start(Cancel cancel, String what) {
        scope.start(
                cancel,
                now -> {
                    done.add("began " + what);
                    now.check();
                    return what;
                },
                done::add);
    }

    @Test
    void whatIsUnderWayStopsWhenItsDocumentIsClosed() {
        Cancel first = new Cancel();
        start(first, "first");
        finish();
        start(new Cancel(), "second");
        scope.close();
        finish();
        start(new Cancel(), "third");
        finish();
        assertEquals(List.of("began first", "first"), done);
        assertFalse(first.isCancelled(), "what is done is left alone");
    }

    /** A window that is closed while such work is under way must not stay open for it. */
    @Test
    void workThatNoOneElseMayEndIsEndedByClosingTheRestWithIt() {
        start(Cancel.NEVER, "first");
        Cancel other = new Cancel();
        start(other, "second");
        scope.close();
        finish();
        assertEquals(List.of(), done);
        assertTrue(other.isCancelled());
        assertFalse(Cancel.NEVER.isCancelled());
    }

    @Test
    void theNewestWorkOfAClosedDocumentStopsToo() {
        Latest latest = new Latest(scope);
        List<Cancel> tokens = new ArrayList<>();
        latest.ask(
                cancel -> {
                    tokens.add(cancel);
                    scope.close();
                    return "late";
                },
                done::add);
        finish();
        latest.ask(() -> "after", done::add);
        finish();
        assertTrue(tokens.getFirst().isCancelled());
        assertEquals(List.of(), done);
    }

    @Test
    void whatIsCancelledHandsOverNothingAndWhatFailsIsThrown() {
        Cancel cancel = new Cancel();
        scope.start(
                cancel,
                now -> {
                    now.cancel();
                    return "unwanted";
                },
                done::add);
        finish();
        scope.start(
                new Cancel(),
                _ -> {
                    throw new IllegalStateException("broken");
                },
                (String it) -> done.add(it));
        assertEquals(
                "broken",
                assertThrows(IllegalStateException.class, this::finish).getMessage());
        assertEquals(List.of(), done);
    }
}
