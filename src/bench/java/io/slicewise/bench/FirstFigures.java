package io.slicewise.bench;

import io.slicewise.document.json.ScenarioFile;
import io.slicewise.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * From the start of the product to the first frame in which the figures of a scrape of 10,000 GPUs stand: what it takes of
 * the processor, all threads and the launcher together, and by the clock. In turns with the same window that opens a
 * scenario without a GPU, so that the difference is what the file costs (wanted: at most 1 s of the processor). Of each
 * the least, since other programs make everything slower. Arguments: the number of turns, the packaged jar, a folder for
 * the export.
 */
public final class FirstFigures {
    private static final Pattern TOLD = Pattern.compile("first figures, (\\d+) ms of the processor");

    private FirstFigures() {}

    /** In milliseconds. */
    private record Taken(long clock, long processor) {
        static Taken of(Path jar, Path file) throws IOException, InterruptedException {
            StartTime.Told told = StartTime.told(List.of("-jar", jar.toString(), file.toString()), TOLD);
            return new Taken(told.after(), Long.parseLong(told.words().group(1)));
        }

        /** Behind one of its own kind, as {@link Processes} says. */
        static Taken second(Path jar, Path file) throws IOException, InterruptedException {
            of(jar, file);
            return of(jar, file);
        }

        static Taken least(List<Taken> all) {
            return new Taken(
                    all.stream().mapToLong(Taken::clock).min().orElse(0),
                    all.stream().mapToLong(Taken::processor).min().orElse(0));
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path jar = Path.of(args[1]);
        Path folder = Files.createDirectories(Path.of(args[2]));
        Path scrape = folder.resolve("figures.prom");
        if (!Files.exists(scrape)) {
            ExportGenerator.write("exposition", new ExportPlan(10_000, 0, 60, 0, 0, 0, 1), scrape);
        }
        Path nothing = folder.resolve("nothing" + ScenarioFile.EXTENSION);
        Files.write(nothing, ScenarioFile.write(Scenario.empty("nothing")));
        List<Taken> empty = new ArrayList<>();
        List<Taken> full = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            empty.add(Taken.second(jar, nothing));
            full.add(Taken.second(jar, scrape));
        }
        System.out.println("Nothing " + empty + ", 10,000 GPUs " + full);
        Taken least = Taken.least(empty);
        Taken all = Taken.least(full);
        System.out.printf(
                Locale.ROOT,
                "To the first figures: of 10,000 GPUs %.2f s of the processor, %.2f s by the clock; of nothing %.2f s"
                        + " and %.2f s; the file costs %.2f s of the processor (wanted: at most 1)%n",
                all.processor() / 1e3,
                all.clock() / 1e3,
                least.processor() / 1e3,
                least.clock() / 1e3,
                (all.processor() - least.processor()) / 1e3);
    }
}
