package io.slicewise.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ThrownTest {
    /** Closing throws the very error that it is closed because of, as it is when the memory is over. */
    private record Closing(OutOfMemoryError error) implements AutoCloseable {
        @Override
        public void close() {
            throw error;
        }
    }

    @Test
    void lackOfMemoryIsFoundWhereJavaComplainsOfSuppression() {
        OutOfMemoryError lack = new OutOfMemoryError();
        Throwable thrown = null;
        try (Closing _ = new Closing(lack)) {
            throw lack;
        } catch (IllegalArgumentException | OutOfMemoryError e) {
            thrown = e;
        }
        assertTrue(thrown instanceof IllegalArgumentException, String.valueOf(thrown));
        assertTrue(Thrown.isLackOfMemory(thrown));
    }

    @Test
    void lackOfMemoryIsFoundAmongCausesAndWhatWasSuppressed() {
        OutOfMemoryError lack = new OutOfMemoryError();
        assertTrue(Thrown.isLackOfMemory(new IllegalStateException(new IOException(lack))));
        IOException closing = new IOException("closed");
        closing.addSuppressed(new IllegalStateException(lack));
        assertTrue(Thrown.isLackOfMemory(closing));
        assertSame(lack, Thrown.in(closing, OutOfMemoryError.class));
    }

    @Test
    void aCircleEnds() {
        IOException one = new IOException("one");
        one.addSuppressed(new IllegalStateException(one));
        assertFalse(Thrown.isLackOfMemory(one));
    }
}
