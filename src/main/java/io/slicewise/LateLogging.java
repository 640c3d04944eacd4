package io.slicewise;

import java.util.ResourceBundle;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What Java and its libraries report, put off until there is something to report: only then is {@code java.util.logging}
 * started, which takes 30 ms, and looks through all libraries. Everything below {@link System.Logger.Level#INFO} is left
 * out, as its own settings do. Java finds this class by its entry in {@code META-INF/services}.
 */
public final class LateLogging extends System.LoggerFinder {
    /** JavaFX warns that it was loaded from the class path, which is what a jar does and what works. */
    private static final String EXPECTED = "Unsupported JavaFX configuration";

    @Override
    public System.Logger getLogger(String name, Module module) {
        return new Late(name);
    }

    private record Late(String name) implements System.Logger {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return level.getSeverity() >= Level.INFO.getSeverity() && level != Level.OFF;
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
            if (says(level, message)) {
                Logger.getLogger(name).logrb(of(level), bundle, message, thrown);
            }
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Object... values) {
            if (says(level, message)) {
                Logger.getLogger(name).logrb(of(level), bundle, message, values);
            }
        }

        private boolean says(Level level, @Nullable String message) {
            return isLoggable(level) && !(message != null && message.startsWith(EXPECTED));
        }

        private static java.util.logging.Level of(Level level) {
            return level == Level.ERROR
                    ? java.util.logging.Level.SEVERE
                    : level == Level.WARNING ? java.util.logging.Level.WARNING : java.util.logging.Level.INFO;
        }
    }
}
