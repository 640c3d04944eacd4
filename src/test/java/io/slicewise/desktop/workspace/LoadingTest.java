package io.slicewise.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadingTest {
    @TempDir
    Path folder;

    private long now = -5;
    private Path first = Path.of("");
    private Path second = Path.of("");

    @BeforeEach
    void files() throws IOException {
        first = Files.write(folder.resolve("a.prom"), new byte[300]);
        second = Files.write(folder.resolve("b.prom"), new byte[100]);
    }

    @Test
    void theProgressGoesOverAllFiles() {
        Loading loading = new Loading(List.of(first, second), () -> now);
        loading.begin(first);
        loading.progress(150);
        assertEquals(0.375, loading.done());
        loading.progress(300);
        loading.begin(second);
        loading.progress(50);
        assertEquals(0.875, loading.done());
        assertEquals("b.prom", loading.name());
    }

    @Test
    void theTimeLeftFollowsFromTheSpeedAndIsNotGuessedInTheFirstSecond() {
        Loading loading = new Loading(List.of(first, second), () -> now);
        loading.progress(100);
        now += 900_000_000L;
        assertEquals(Optional.empty(), loading.remaining());
        now += 1_100_000_000L;
        assertEquals(Optional.of(Duration.ofSeconds(6)), loading.remaining());
    }

    @Test
    void ofWhatHasNoSizeNobodyKnowsHowFarItIs() {
        Loading loading = new Loading(List.of(folder.resolve("none")), () -> now);
        loading.progress(7);
        now += 2_000_000_000L;
        assertTrue(loading.done() < 0);
        assertEquals(Optional.empty(), loading.remaining());
    }

    @Test
    void stoppingIsHeardByWhoReads() {
        Loading loading = new Loading(List.of(first), () -> now);
        assertFalse(loading.cancelled());
        loading.stop();
        assertTrue(loading.cancelled());
    }
}
