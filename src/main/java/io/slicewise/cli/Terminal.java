package io.slicewise.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a command reads and prints.
 *
 * @param in what {@code -} stands for
 * @param out results
 * @param err problems
 * @param isScreen whether results go to a screen, where lines can be written over
 * @param asker asks a person at the keyboard for what must not be seen
 * @param size how much the screen shows, at any time
 */
public record Terminal(
        InputStream in,
        TerminalOutput out,
        TerminalOutput err,
        boolean isScreen,
        Asker asker,
        Supplier<ScreenSize> size) {
    /** A screen that shows whatever is printed. */
    Terminal(InputStream in, OutputStream out, OutputStream err, boolean isScreen, Asker asker) {
        this(in, new TerminalOutput(out), new TerminalOutput(err), isScreen, asker, () -> ScreenSize.UNKNOWN);
    }

    /** No screen, and no one at the keyboard. */
    public Terminal(InputStream in, OutputStream out, OutputStream err) {
        this(in, out, err, false, question -> Optional.empty());
    }

    /** Asks for what must not be seen. */
    @FunctionalInterface
    public interface Asker {
        /** What was typed; empty where no one is there. */
        Optional<String> ask(String question);
    }

    /** The terminal of this process, in UTF-8 whatever the locale says: Hangul would turn into question marks. */
    @SuppressWarnings("SystemConsoleNull") // it is never null since JDK 22, but NullAway knows older ones
    public static Terminal ofProcess() {
        Console console = System.console();
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        if (console == null || !console.isTerminal()) {
            return new Terminal(System.in, out, err);
        }
        Asker asker = question ->
                Optional.ofNullable(console.readPassword("%s ", question)).map(String::new);
        return new Terminal(
                System.in, new TerminalOutput(out), new TerminalOutput(err), true, asker, ScreenSize::ofProcess);
    }
}
