package io.slicewise.bench;

import io.slicewise.document.Opened;
import io.slicewise.document.Opener;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.exposition.ExpositionLabels;
import io.slicewise.snapshot.exposition.ExpositionReader;
import io.slicewise.snapshot.exposition.Metric;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How long it takes to open exports, beside rivals on the same file in the same run: Jackson skipping through the tokens of
 * a range, Python matching one regular expression a line on an exposition.
 */
public final class Opening {
    private static final int ROUNDS = 5;

    /** The compiler has done with a reader of one scrape after some dozens of them. */
    private static final int WARM_ROUNDS = 60;

    private static final double WARM_SECONDS = 10;

    private static final int MANY = 200;
    private static final int PIXELS = 1600;
    private static final double MB = 1e6;
    private static final String PYTHON = """
        import re, sys, time
        row = re.compile(r'(\\w+)\\{([^}]*)\\}\\s+(\\S+)')
        best = 1e9
        for _ in range(3):
            start = time.perf_counter()
            with open(sys.argv[1]) as lines:
                for line in lines:
                    row.match(line)
            best = min(best, time.perf_counter() - start)
        print(best)
        """;

    private Opening() {}

    /** What is measured. */
    private interface Work {
        void run() throws IOException;
    }

    /**
     * Measures all, or what is named: {@code range exposition scrapes lines tables stopping}.
     *
     * @param arguments a folder for the exports, which are written where they are missing; {@code small} for a tenth
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/exports");
        Files.createDirectories(folder);
        List<String> wanted = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        boolean small = wanted.contains("small");
        boolean all = wanted.isEmpty() || small && wanted.size() == 1;
        double days = small ? 3 : 30;
        Path range = export(folder, "range", new ExportPlan(100, days, 60, 0.0005, 0, 0, 1));
        Path scrape = export(folder, "exposition", new ExportPlan(10_000, 0, 60, 0, 0, 0, 1));
        Path scrapes = export(folder, "exposition", new ExportPlan(50, days / 30, 60, 0, 0, 40, 1));
        Path lines = export(folder, "lines", new ExportPlan(100, days / 5, 60, 0.0005, 2, 40, 1));
        Path late = export(folder, "lines", new ExportPlan(20, days / 5, 60, 0.0005, 0, 900, 1));
        Path table = export(folder, "long", new ExportPlan(100, 1, 60, 0, 0, 0, 1));
        Path wide = export(folder, "wide", new ExportPlan(100, 1, 60, 0, 0, 0, 1));
        // what is opened for the first time comes before its code is warm
        if (all || wanted.contains("exposition")) {
            exposition(scrape);
        }
        if (all || wanted.contains("range")) {
            range(range);
        }
        if (all || wanted.contains("scrapes")) {
            table(scrapes);
        }
        if (all || wanted.contains("lines")) {
            lines(lines);
            lines(late);
        }
        if (all || wanted.contains("tables")) {
            table(table);
            table(wide);
        }
        if (all || wanted.contains("stopping")) {
            for (Path file : List.of(range, scrape, scrapes, lines, table, wide)) {
                Stopping.measure(file);
            }
        }
        System.out.printf(Locale.ROOT, "Peak of the process: %s%n", peak());
    }

    private static Path export(Path folder, String format, ExportPlan plan) throws IOException {
        Path file = folder.resolve(format + "-" + plan.gpus() + "x" + plan.days()
                + (plan.jitter() > 0 ? ".late" + plan.jitter() : ".even"));
        if (!Files.exists(file)) {
            ExportGenerator.write(format, plan, file);
        }
        return file;
    }

    private static double seconds(int rounds, Work work) throws IOException {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }

    private static Opened open(Path file) {
        return new Opener(Catalogue.builtIn()).open(file);
    }

    private static void range(Path file) throws IOException {
        double size = Files.size(file) / MB;
        long start = System.nanoTime();
        Opened cold = open(file);
        double first = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "Range JSON of %.0f MB: opened in %.2f s at first (wanted: 20 s)%n", size, first);
        Timeline timeline = timeline(cold);
        memory(timeline);
        window(timeline);
        // the curves are gone by now, and so is the first timeline: two would not fit into a gigabyte
        cold = null;
        timeline = null;
        Beside rival = beside(file);
        double skip = rival.skip();
        double open = rival.open();
        System.out.printf(
                Locale.ROOT,
                "  opening %.2f s (%.0f MB/s), Jackson skipping its tokens %.2f s (%.0f MB/s): %.2f times (wanted:"
                        + " 1.5)%n",
                open,
                size / open,
                skip,
                size / skip,
                open / skip);
    }

    /** How long opening takes at best, and how long Jackson takes to skip the tokens. */
    private record Beside(double open, double skip) {}

    private static Beside beside(Path file) throws IOException {
        double skip = Double.MAX_VALUE;
        double open = Double.MAX_VALUE;
        // what takes long is warm after a few rounds
        for (int i = 0; i < ROUNDS || i < WARM_ROUNDS && (open + skip) * i < WARM_SECONDS; i++) {
            // in turns, so that a machine that is busy for a while slows both
            skip = Math.min(skip, seconds(1, () -> skip(file)));
            open = Math.min(open, seconds(1, () -> open(file)));
        }
        return new Beside(open, skip);
    }

    private static Timeline timeline(Opened opened) {
        Timeline timeline = opened instanceof Opened.SnapshotOpened export ? export.timeline() : null;
        if (timeline == null) {
            throw new IllegalStateException("no timeline: " + opened.problems());
        }
        return timeline;
    }

    private static void memory(Timeline timeline) {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long used = runtime.totalMemory() - runtime.freeMemory();
        System.out.printf(
                Locale.ROOT,
                "  %,d samples, %.3f bytes each (wanted: 9.45); heap in use %.0f MB of at most %.0f%n",
                timeline.samples(),
                (double) timeline.bytes() / timeline.samples(),
                used / MB,
                runtime.maxMemory() / MB);
    }

    private static void window(Timeline timeline) throws IOException {
        long start = System.nanoTime();
        Curves curves = Curves.of(timeline, Weights.DEFAULT);
        double once = (System.nanoTime() - start) / 1e6;
        start = System.nanoTime();
        show(timeline, curves, timeline.start(), timeline.end());
        double first = (System.nanoTime() - start) / 1e6;
        Random random = new Random(1);
        double[] times = new double[MANY];
        for (int i = 0; i < MANY; i++) {
            long from = random.nextLong(timeline.start(), timeline.end() - 1);
            long to = i % 2 == 0 ? timeline.end() : random.nextLong(from + 1, timeline.end());
            long begin = System.nanoTime();
            show(timeline, curves, from, to);
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "  curves of %,d cells %.0f ms once, with window, statistics and the strips of a GPU for the first"
                        + " time %.1f ms; then pans and zooms: median %.1f ms, 95th percentile %.1f ms, longest %.1f ms"
                        + " (wanted: 50 ms)%n",
                curves.cells(),
                once,
                first,
                times[MANY / 2],
                times[MANY * 95 / 100],
                times[MANY - 1]);
    }

    /** What the screen asks for when it shows another part of the time. */
    private static void show(Timeline timeline, Curves curves, long from, long to) {
        curves.window(from, to, PIXELS);
        for (Measure measure : Measure.values()) {
            curves.statistics(measure, from, to, 0.9);
        }
        for (InstanceTrack track : timeline.gpus().getFirst().instances()) {
            timeline.strip(track, from, to, PIXELS);
        }
    }

    private static void skip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            while (parser.nextToken() != null) {
                // only skips
            }
        }
    }

    private static void exposition(Path file) throws IOException, InterruptedException {
        double size = Files.size(file) / MB;
        long start = System.nanoTime();
        open(file);
        double first = (System.nanoTime() - start) / 1e9;
        double open = seconds(ROUNDS, () -> open(file));
        double coldText = seconds(1, () -> read(file));
        double[] text = new double[WARM_ROUNDS];
        for (int i = 0; i < WARM_ROUNDS; i++) {
            text[i] = seconds(1, () -> read(file));
        }
        Arrays.sort(text);
        double read = text[0];
        System.out.printf(
                Locale.ROOT,
                "Exposition of 70,000 instances, %.1f MB: opened in %.2f s at first (wanted: 2 s), %.3f s when warm;"
                        + " its text alone, all label sets new, %.0f MB/s cold, warm %.0f (median) to %.0f MB/s (wanted:"
                        + " 400)",
                size,
                first,
                open,
                size / coldText,
                size / text[WARM_ROUNDS / 2],
                size / read);
        double python = python(file);
        System.out.printf(
                Locale.ROOT,
                Double.isNaN(python) ? "%n" : ", Python's regular expression %.0f MB/s: %.1f times (wanted: 2)%n",
                size / python,
                python / read);
    }

    private static void read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ExpositionReader.read(
                    in,
                    "bench",
                    new SampleHandler() {
                        @Override
                        public void sample(
                                Metric metric, ExpositionLabels labels, double value, long timestampMillis, long line) {
                            // only reads
                        }
                    },
                    ReadWatch.NONE);
        }
    }

    private static double python(Path file) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", PYTHON, file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0
                    ? Double.parseDouble(said)
                    : Double.NaN;
        } catch (IOException _) {
            return Double.NaN;
        }
    }

    private static void lines(Path file) throws IOException {
        double size = Files.size(file) / MB;
        Beside rival = beside(file);
        double open = rival.open();
        double skip = rival.skip();
        System.out.printf(
                Locale.ROOT,
                "VictoriaMetrics' lines of %.0f MB, %s: %.2f s (%.0f MB/s), %.2f times Jackson's skipping%n",
                size,
                file.getFileName(),
                open,
                size / open,
                open / skip);
        memory(timeline(open(file)));
    }

    private static void table(Path file) throws IOException {
        double size = Files.size(file) / MB;
        double open = seconds(3, () -> open(file));
        System.out.printf(
                Locale.ROOT, "%s of %.0f MB: %.2f s (%.0f MB/s)%n", file.getFileName(), size, open, size / open);
    }

    /** What the operating system counted at most; nothing where it does not tell. */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? "unknown"
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("unknown");
    }
}
