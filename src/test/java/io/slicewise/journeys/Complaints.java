package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What JavaFX complains about while a window is open: style sheets it cannot follow, bindings that throw, and the like. */
final class Complaints extends Handler {
    /** Held, because loggers that nobody holds are collected with their handlers. */
    private final Logger logger = Logger.getLogger("javafx");

    private final List<String> said = new ArrayList<>();

    Complaints() {
        setFormatter(new SimpleFormatter());
    }

    void listen() {
        logger.addHandler(this);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (!isOfHeadlessPainting(failure)) {
                failure.printStackTrace();
                add(thread.getName() + " threw " + failure);
            }
        });
    }

    /** The headless screen cannot paint a popup whose shadow lies beyond its edge, whoever opened it. */
    private static boolean isOfHeadlessPainting(Throwable failure) {
        return failure instanceof IndexOutOfBoundsException
                && Arrays.stream(failure.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().endsWith(".HeadlessWindow")
                                && frame.getMethodName().equals("blit"));
    }

    void expectNone() {
        logger.removeHandler(this);
        synchronized (said) {
            assertEquals(List.of(), said, "JavaFX complained");
        }
    }

    private void add(String complaint) {
        synchronized (said) {
            said.add(complaint);
        }
    }

    @Override
    public void publish(LogRecord message) {
        if (message.getLevel().intValue() >= Level.WARNING.intValue()) {
            add(getFormatter().format(message));
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        // nothing is open
    }
}
