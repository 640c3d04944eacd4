package io.slicewise;

import io.slicewise.cli.Cli;
import io.slicewise.desktop.Desktop;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Entry point: no arguments, or files alone, open the window; everything else goes to the command line. */
public final class Slicewise {
    private Slicewise() {}

    public static void main(String[] args) {
        String training = System.getProperty("slicewise.training");
        if (training != null) {
            System.exit(training.equals("window") ? window(new String[0]) : CommandTraining.run());
        }
        if (areFiles(args)) {
            System.exit(window(args));
        }
        int code = Cli.runInProcess(args);
        // without a need no call to exit: Java would ask first whether that is to be logged, and look through all libraries
        if (code != Cli.OK) {
            System.exit(code);
        }
    }

    /** Opens the window and waits until it is closed; without a display, says so and what works instead. */
    private static int window(String[] files) {
        if (lacksDisplay()) {
            return noDisplay();
        }
        try {
            Desktop.open(files);
            return 0;
        } catch (UnsupportedOperationException e) {
            // what the toolkit throws when the display that is named cannot be opened
            return noDisplay();
        }
    }

    /** On Linux a display is named by the environment; the other systems always have one. */
    private static boolean lacksDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        return system.contains("linux") && !headless && isEmpty("DISPLAY") && isEmpty("WAYLAND_DISPLAY");
    }

    private static boolean isEmpty(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isBlank();
    }

    private static int noDisplay() {
        System.err.println(Messages.in(Language.of(Locale.getDefault())).say("desktop.noDisplay"));
        return 1;
    }

    private static boolean areFiles(String... arguments) {
        for (String argument : arguments) {
            if (!isFile(argument)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFile(String argument) {
        try {
            return argument.equals(Desktop.STANDARD_INPUT) || Files.isRegularFile(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
