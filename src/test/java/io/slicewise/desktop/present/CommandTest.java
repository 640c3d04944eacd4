package io.slicewise.desktop.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Keys of keyboards and clickers, and the clock beside them. */
class CommandTest {
    @Test
    void whatClickersSend() {
        assertEquals(
                List.of(Command.NEXT, Command.BACK, Command.BLACK, Command.BLACK, Command.FIRST, Command.END),
                List.of(KeyCode.PAGE_DOWN, KeyCode.PAGE_UP, KeyCode.B, KeyCode.PERIOD, KeyCode.F5, KeyCode.ESCAPE)
                        .stream()
                        .map(key -> Command.of(key).orElseThrow())
                        .toList());
        assertEquals(Optional.empty(), Command.of(KeyCode.TAB));
    }

    @Test
    void digitsOfBothFields() {
        assertEquals(OptionalInt.of(7), Command.digit(KeyCode.DIGIT7));
        assertEquals(OptionalInt.of(0), Command.digit(KeyCode.NUMPAD0));
        assertEquals(OptionalInt.empty(), Command.digit(KeyCode.F5));
    }

    @Test
    void theStopwatchRestsWhileItIsPaused() {
        AtomicLong now = new AtomicLong();
        Stopwatch watch = new Stopwatch(now::get);
        now.addAndGet(Duration.ofSeconds(65).toNanos());
        watch.toggle();
        now.addAndGet(Duration.ofSeconds(100).toNanos());
        assertEquals("01:05", Stopwatch.words(watch.taken()));
        watch.toggle();
        now.addAndGet(Duration.ofMinutes(60).toNanos());
        assertEquals("1:01:05", Stopwatch.words(watch.taken()));
        watch.restart();
        assertEquals(Duration.ZERO, watch.taken());
    }
}
