package io.slicewise;

import io.slicewise.cli.Cli;
import io.slicewise.samples.Sample;
import io.slicewise.samples.SampleLibrary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A run that quits by itself, for the build: what it loads and links becomes the start cache of the command line. It
 * does what most calls do, once each: the figures of a scenario and of a scrape, as a table and as JSON; also of a scrape so
 * large that several cores work on it.
 */
final class CommandTraining {
    private static final List<String> FILES = List.of("main-example.slicewise.json", "snapshot-a100-mig.prom");

    /** One instance each: enough for all that is done on several cores. */
    private static final int MANY_GPUS = 10_000;

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
                code = Math.max(code, averages(folder.resolve(sample.file()), SampleLibrary.bytes(sample)));
            }
            code = Math.max(code, averages(folder.resolve("many.prom"), many().getBytes(StandardCharsets.UTF_8)));
            System.setOut(out);
            Files.delete(folder);
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String many() {
        return IntStream.range(0, MANY_GPUS).mapToObj(i -> """
            DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu="0",UUID="GPU-%08x-0000-4000-8000-000000000000",\
            modelName="NVIDIA A100-SXM4-80GB",GPU_I_PROFILE="1g.10gb",GPU_I_ID="7",Hostname="node",pod="job-%d"} 0.5
            """.formatted(i, i)).collect(Collectors.joining());
    }

    private static int averages(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        int table = Cli.runInProcess("averages", file.toString());
        int json = Cli.runInProcess("averages", "--json", file.toString());
        Files.delete(file);
        return Math.max(table, json);
    }
}
