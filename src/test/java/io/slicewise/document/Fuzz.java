package io.slicewise.document;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.archive.ArchiveLimits;
import io.slicewise.snapshot.archive.Layers;
import io.slicewise.snapshot.archive.Meter;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.text.Language;
import io.slicewise.text.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Opens damaged files for as long as it is told, counts them by what they looked like, and keeps those that something
 * was wrong with: {@code mvn -Pfuzz verify -Dfuzz.minutes=60}. With {@code -Dfuzz.longest=1000} from small files only,
 * and with what is dear done less often: some fifty times as many inputs. Each minute it says how far it came; {@code
 * -Dfuzz.seed=} with the number said last goes on from there.
 */
final class Fuzz {
    private static final Opener OPENER = new Opener(Fleets.CATALOGUE);
    private static final Formats FORMATS = Formats.of(Fleets.CATALOGUE, SnapshotOptions.NONE);
    private static final long HANGS_NANOS = 60_000_000_000L;

    /** Of so many inputs one is counted by what it looks like. */
    private static final int KINDS = 16;

    /** How often progress is said. */
    private static final Duration PROGRESS = Duration.ofMinutes(1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long SLOW_NANOS_PER_MB = 10_000_000_000L;

    private final Path kept;
    private final Mutations mutations;
    private final Shares shares;
    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, Long> found = new TreeMap<>();
    private long inputs;

    /** What is being opened now; {@code null} between two. */
    private volatile @Nullable Now now;

    private record Now(long number, long since) {}

    /**
     * Of how many inputs one goes further than to be opened, written and read again.
     *
     * @param printed through the command line
     * @param checked is taken for a dashboard, rules or a query
     * @param reported becomes a report
     * @param answered comes from a server
     */
    record Shares(int printed, int checked, int reported, int answered) {
        /** For inputs of any size. */
        static final Shares USUAL = new Shares(8, 32, 64, 64);

        /** For small ones, which are opened in a fraction of the time that the rest takes. */
        static final Shares SMALL = new Shares(8192, 32768, 16384, 16384);
    }

    private Fuzz(Path kept, Mutations mutations, Shares shares) {
        this.kept = kept;
        this.mutations = mutations;
        this.shares = shares;
    }

    /**
     * @param args how many minutes, the folder for what is found, a number that the damage follows from (0 for any), and
     *     how long files are at most that are damaged (0 for the usual)
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Duration time = Duration.ofSeconds((long) (Double.parseDouble(args[0]) * 60));
        long seed = args.length > 2 && !args[2].equals("0") ? Long.parseLong(args[2]) : System.nanoTime();
        int longest = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        Fuzz fuzz = new Fuzz(
                Path.of(args[1]),
                longest == 0 ? Mutations.ofFiles() : Mutations.ofFiles(longest),
                longest == 0 ? Shares.USUAL : Shares.SMALL);
        Thread worker = new Thread(() -> fuzz.run(System.nanoTime() + time.toNanos(), seed), "fuzz");
        worker.setDaemon(true);
        worker.start();
        while (!worker.join(Duration.ofSeconds(1))) {
            Now now = fuzz.now;
            if (now != null && System.nanoTime() - now.since() > HANGS_NANOS) {
                fuzz.keep(fuzz.mutations.next(new Random(now.number())), "hangs", now.number());
                System.exit(1);
            }
        }
        System.exit(fuzz.found.isEmpty() ? 0 : 1);
    }

    private void run(long end, long seed) {
        long said = System.nanoTime();
        long number = seed;
        for (; System.nanoTime() < end; number++) {
            byte[] input = mutations.next(new Random(number));
            now = new Now(number, System.nanoTime());
            if (inputs++ % KINDS == 0) {
                kinds.merge(kind(input), 1L, Long::sum);
            }
            for (String fault : timed(input, shares)) {
                keep(input, fault, number);
            }
            now = null;
            if (System.nanoTime() - said > PROGRESS.toNanos()) {
                said = System.nanoTime();
                say(number + 1);
            }
        }
        say(number);
    }

    private void say(long next) {
        System.out.println(Instant.now() + " " + inputs + " inputs, next seed " + next + ", found " + found
                + ", of each " + KINDS + "th: " + kinds);
    }

    /** By the processor's time: on a machine that has other things to do, the clock says nothing. */
    private static List<String> timed(byte[] input, Shares shares) {
        long start = THREADS.getCurrentThreadCpuTime();
        List<String> faults = new ArrayList<>(faults(input, shares));
        if (THREADS.getCurrentThreadCpuTime() - start > SLOW_NANOS_PER_MB * (1 + (input.length >> 20))) {
            faults.add("slow");
        }
        return faults;
    }

    private void keep(byte[] input, String fault, long number) {
        String name = fault.replaceAll("[^A-Za-z0-9]+", "-");
        String kind = name.substring(0, Math.min(60, name.length()));
        if (found.merge(kind, 1L, Long::sum) <= 5) {
            try {
                Files.createDirectories(kept);
                Files.write(kept.resolve(kind + "." + number), input);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            System.out.println(fault + ": kept in " + kept + " as " + number);
        }
    }

    private static String kind(byte[] input) {
        try {
            Layers layers =
                    Layers.open(new ByteArrayInputStream(input), Beginning.LENGTH, new Meter(ArchiveLimits.DEFAULT));
            if (layers.packing().isArchive()) {
                return layers.packing().name().toLowerCase(Locale.ROOT);
            }
            SnapshotFormat format = FORMATS.recognise(layers.prefix());
            return format != null
                    ? format.id()
                    : Unrecognised.of(layers.prefix()).kind().name().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "refused";
        }
    }

    /** What is wrong with how a file is opened; nothing where the result or the reasons are in order. */
    static List<String> faults(byte[] input) {
        return faults(input, Shares.USUAL);
    }

    private static List<String> faults(byte[] input, Shares shares) {
        List<String> faults = new ArrayList<>();
        try {
            Opened opened = OPENER.open("x", input);
            if (opened instanceof NotOpened
                    && opened.problems().stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR)) {
                faults.add("no reason");
            }
            faults.addAll(OwnWords.faults(opened.problems()));
            faults.addAll(Invariants.faults(opened));
            int lot = Arrays.hashCode(input) & 0xffff;
            Language language = Language.all().get(lot & 1);
            if (lot % shares.printed() == 0) {
                faults.addAll(Invariants.printed(input, language));
            }
            if (lot % shares.checked() == 1) {
                faults.addAll(Invariants.checked(input, language));
            }
            if (lot % shares.reported() == 0) {
                faults.addAll(Invariants.reported(opened, language));
            }
            if (lot % shares.answered() == 2) {
                faults.addAll(Answered.faults(input));
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            StackTraceElement[] trace = e.getStackTrace();
            faults.add(e.getClass().getSimpleName() + " " + (trace.length == 0 ? "" : trace[0] + " ") + e.getMessage());
        }
        return faults;
    }
}
