package io.slicewise.work;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CancelTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void whatWaitsForTheEndIsToldOnce() {
        Cancel cancel = new Cancel();
        Cancel.Registration takenBack = cancel.onCancel(() -> done.add("taken back"));
        Cancel.Registration _ = cancel.onCancel(() -> done.add("waiting"));
        takenBack.close();
        assertDoesNotThrow(cancel::check);
        assertFalse(cancel.isCancelled());
        cancel.cancel();
        cancel.cancel();
        assertTrue(cancel.isCancelled());
        assertEquals(List.of("waiting"), done);
        assertThrows(CancellationException.class, cancel::check);
    }

    @Test
    void whatComesAfterTheEndIsToldAtOnce() {
        Cancel cancel = new Cancel();
        cancel.cancel();
        Cancel.Registration _ = cancel.onCancel(() -> done.add("late"));
        assertEquals(List.of("late"), done);
    }

    @Test
    void whatEverybodySharesIsNeverEnded() {
        Cancel.Registration _ = Cancel.NEVER.onCancel(() -> done.add("never"));
        assertThrows(IllegalStateException.class, Cancel.NEVER::cancel);
        assertFalse(Cancel.NEVER.isCancelled());
        assertEquals(List.of(), done);
    }
}
