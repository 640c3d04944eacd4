package io.slicewise;

import io.slicewise.cli.Cli;
import io.slicewise.samples.Sample;
import io.slicewise.samples.SampleLibrary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A run that quits by itself, for the build: what it loads and links becomes the start cache of the command line. It
 * does what most calls do, once each: the figures of a scenario and of a scrape, as a table and as JSON.
 */
final class CommandTraining {
    private static final List<String> FILES = List.of("main-example.slicewise.json", "snapshot-a100-mig.prom");

    private CommandTraining() {}

    /** The greatest exit code. What the commands print goes nowhere. */
    static int run() {
        try {
            Path folder = Files.createTempDirectory("slicewise-training");
            PrintStream out = System.out;
            int code = 0;
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            for (String name : FILES) {
                Sample sample = SampleLibrary.builtIn().named(name);
                Path file = Files.write(folder.resolve(sample.file()), SampleLibrary.bytes(sample));
                code = Math.max(code, Cli.runInProcess("averages", file.toString()));
                code = Math.max(code, Cli.runInProcess("averages", "--json", file.toString()));
                Files.delete(file);
            }
            System.setOut(out);
            Files.delete(folder);
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
