package io.slicewise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What whole processes take by the clock and of the processor, from their start to their end: the packaged command beside an
 * empty Java, and a scrape of 30,000 GPUs beside Python with one regular expression a line. In turns, and as ratios of the
 * least that each took, since other programs make everything slower. Each is measured behind a run of its own kind: a
 * virtual machine hands memory that the run before let go back to its host, and a larger one then waits for it, which says
 * more of the machine than of the program. Arguments: the packaged jar, or the command that was
 * installed; a folder for the export; how many turns.
 */
public final class Processes {
    private static final String PYTHON = """
        import collections, re, sys
        row = re.compile(r'DCGM_FI_PROF_GR_ENGINE_ACTIVE\\{[^}]*UUID="([^"]*)"[^}]*GPU_I_PROFILE="(\\d+)g\\.[^}]*'
                         r'GPU_I_ID="(\\d+)"[^}]*\\}\\s+(\\S+)')
        gpus = collections.defaultdict(dict)
        with open(sys.argv[1]) as lines:
            for line in lines:
                m = row.match(line)
                if m:
                    gpus[m[1]][m[3]] = int(m[2]), float(m[4])
        for uuid, gpu in gpus.items():
            slices = sum(c for c, _ in gpu.values())
            print(uuid, sum(u for _, u in gpu.values()) / len(gpu), sum(c * u for c, u in gpu.values()) / slices)
        """;

    private Processes() {}

    /** The least that there is to a Java program. */
    public static final class Nothing {
        private Nothing() {}

        public static void main(String[] args) {}
    }

    /** By the clock and of the processor in seconds, and the most memory in MB. */
    private record Taken(double clock, double processor, double memory) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> command =
                arguments[0].endsWith(".jar") ? List.of(java(), "-jar", arguments[0]) : List.of(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        int turns = Integer.parseInt(arguments[2]);
        Path scrape = folder.resolve("processes.prom");
        if (!Files.exists(scrape)) {
            ExportGenerator.write("exposition", new ExportPlan(30_000, 0, 60, 0, 0, 0, 1), scrape);
        }
        List<String> empty = List.of(java(), "-cp", System.getProperty("java.class.path"), Nothing.class.getName());
        beside(
                "A small call beside an empty Java",
                with(command, "averages", "samples/main-example.slicewise.json"),
                empty,
                turns,
                3);
        List<String> python = List.of("python3", "-c", PYTHON, scrape.toString());
        String large = String.format(Locale.ROOT, "A scrape of %.0f MB,", Files.size(scrape) / 1e6);
        beside(large + " table, beside Python", with(command, "averages", scrape.toString()), python, turns, 0.75);
        beside(
                large + " JSON, beside Python",
                with(command, "averages", "--json", scrape.toString()),
                python,
                turns,
                0.75);
    }

    private static void beside(String what, List<String> ours, List<String> theirs, int turns, double wanted)
            throws IOException, InterruptedException {
        Taken[] our = new Taken[turns];
        Taken[] their = new Taken[turns];
        for (int i = 0; i < turns; i++) {
            our[i] = second(ours);
            their[i] = second(theirs);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %s by the clock, %s of the processor (wanted: %.2f); %.0f MB at most%n",
                what,
                ratio(Taken::clock, our, their),
                ratio(Taken::processor, our, their),
                wanted,
                Arrays.stream(our).mapToDouble(Taken::memory).max().orElse(Double.NaN));
    }

    private static String ratio(ToDoubleFunction<Taken> of, Taken[] our, Taken[] their) {
        double mine = Arrays.stream(our).mapToDouble(of).min().orElse(Double.NaN);
        double rival = Arrays.stream(their).mapToDouble(of).min().orElse(Double.NaN);
        return String.format(Locale.ROOT, "%.2f s : %.2f s = %.2f", mine, rival, mine / rival);
    }

    /** Behind one of its own kind, which is not counted. */
    private static Taken second(List<String> command) throws IOException, InterruptedException {
        taken(command);
        return taken(command);
    }

    /** As GNU time tells it, which counts what the processes took that a process started. */
    private static Taken taken(List<String> command) throws IOException, InterruptedException {
        Path told = Files.createTempFile("slicewise", ".time");
        try {
            List<String> timed = new ArrayList<>(List.of("/usr/bin/time", "-f", "%e %U %S %M", "-o", told.toString()));
            timed.addAll(command);
            Process process = new ProcessBuilder(timed)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
            }
            String[] numbers = Files.readString(told).strip().split(" ", -1);
            return new Taken(
                    Double.parseDouble(numbers[0]),
                    Double.parseDouble(numbers[1]) + Double.parseDouble(numbers[2]),
                    Double.parseDouble(numbers[3]) / 1024);
        } finally {
            Files.delete(told);
        }
    }

    private static List<String> with(List<String> command, String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        return all;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
