package io.slicewise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LateLoggingTest {
    private final Logger target = Logger.getLogger("late");
    private final System.Logger logger = System.getLogger("late");
    private final List<LogRecord> told = new ArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord message) {
            told.add(message);
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        target.setUseParentHandlers(false);
        target.addHandler(ear);
    }

    @AfterEach
    void stop() {
        target.removeHandler(ear);
    }

    @Test
    void isWhatJavaFinds() {
        assertInstanceOf(LateLogging.class, System.LoggerFinder.getLoggerFinder());
    }

    @Test
    void whatIsReportedArrivesWithItsLevelItsWordsAndItsCause() {
        Exception cause = new IllegalStateException("why");
        logger.log(System.Logger.Level.WARNING, "half of {0}", "it");
        logger.log(System.Logger.Level.ERROR, "all of it", cause);
        assertEquals(
                List.of(Level.WARNING, Level.SEVERE),
                told.stream().map(LogRecord::getLevel).toList());
        assertEquals("half of {0}", told.getFirst().getMessage());
        assertEquals(List.of("it"), List.of(told.getFirst().getParameters()));
        assertEquals(cause, told.getLast().getThrown());
    }

    @Test
    void detailsAndTheWarningThatIsExpectedDoNot() {
        logger.log(System.Logger.Level.DEBUG, "detail");
        logger.log(System.Logger.Level.WARNING, "Unsupported JavaFX configuration: classes were loaded from 'unnamed'");
        assertEquals(List.of(), told);
        assertFalse(logger.isLoggable(System.Logger.Level.DEBUG));
        assertFalse(logger.isLoggable(System.Logger.Level.OFF));
        assertTrue(logger.isLoggable(System.Logger.Level.INFO));
    }
}
