package io.slicewise.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();
    private final List<String> done = new ArrayList<>();

    /** While a dialog waits, what comes from other threads is handed over. */
    @Test
    void whatComesWhileSomebodyIsAskedWaits() {
        turns.take(() -> {
            done.add("first asks");
            turns.take(() -> done.add("second"));
            done.add("first has its answer");
        });
        assertEquals(List.of("first asks", "first has its answer", "second"), done);
    }

    @Test
    void aFailureHoldsNobodyUp() {
        assertThrows(
                IllegalStateException.class,
                () -> turns.take(() -> {
                    throw new IllegalStateException("no screen");
                }));
        turns.take(() -> done.add("next"));
        assertEquals(List.of("next"), done);
    }

    /** At the start there is no window yet to show anything in. */
    @Test
    void whileTheyAreHeldAllWaitInTheirOrder() {
        Runnable go = turns.hold();
        turns.take(() -> {
            done.add("first");
            turns.take(() -> done.add("what the first asks"));
        });
        turns.take(() -> done.add("second"));
        assertEquals(List.of(), done);
        go.run();
        assertEquals(List.of("first", "second", "what the first asks"), done);
        turns.take(() -> done.add("afterwards"));
        assertEquals("afterwards", done.getLast());
    }
}
