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
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens damaged files for as long as it is told, counts them by what they looked like, and keeps those that something
 * was wrong with: {@code mvn -Pfuzz verify -Dfuzz.minutes=60}.
 */
final class Fuzz {
    private static final Opener OPENER = new Opener(Fleets.CATALOGUE);
    private static final long HANGS_SECONDS = 60;

    /** Of so many inputs one goes through the command line, and of so many one becomes a report. */
    private static final int PRINTED = 8;

    private static final int REPORTED = 64;

    /** Of so many inputs one is taken for a dashboard, rules or a query. */
    private static final int CHECKED = 32;

    private static final long SLOW_NANOS_PER_MB = 10_000_000_000L;

    private final Path kept;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Long> found = new TreeMap<>();
    private final ExecutorService reader = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    private Fuzz(Path kept) {
        this.kept = kept;
    }

    /**
     * @param args how many minutes, the folder for what is found, and a number that the damage follows from
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        long nanos = (long) (Double.parseDouble(args[0]) * Duration.ofMinutes(1).toNanos());
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        Fuzz fuzz = new Fuzz(Path.of(args[1]));
        fuzz.run(System.nanoTime() + nanos, seed);
        long all = fuzz.counts.values().stream().mapToLong(Long::longValue).sum();
        System.out.println("seed " + seed + ": " + all + " inputs " + fuzz.counts);
        System.out.println("found: " + fuzz.found);
        System.exit(fuzz.found.isEmpty() ? 0 : 1);
    }

    private void run(long end, long seed) throws IOException, InterruptedException {
        Mutations mutations = Mutations.ofFiles();
        for (long i = 0; System.nanoTime() < end; i++) {
            byte[] input = mutations.next(new Random(seed + i));
            counts.merge(kind(input), 1L, Long::sum);
            for (String fault : watched(input)) {
                keep(input, fault, seed + i);
            }
        }
    }

    private List<String> watched(byte[] input) throws InterruptedException {
        Future<List<String>> result = reader.submit(() -> timed(input));
        try {
            return result.get(HANGS_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            return List.of("hangs");
        } catch (ExecutionException e) {
            return List.of(String.valueOf(e.getCause()));
        }
    }

    /** By the processor's time: on a machine that has other things to do, the clock says nothing. */
    private static List<String> timed(byte[] input) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        List<String> faults = new ArrayList<>(faults(input));
        if (threads.getCurrentThreadCpuTime() - start > SLOW_NANOS_PER_MB * (1 + (input.length >> 20))) {
            faults.add("slow");
        }
        return faults;
    }

    private void keep(byte[] input, String fault, long number) throws IOException {
        String name = fault.replaceAll("[^A-Za-z0-9]+", "-");
        String kind = name.substring(0, Math.min(60, name.length()));
        if (found.merge(kind, 1L, Long::sum) <= 5) {
            Files.createDirectories(kept);
            Files.write(kept.resolve(kind + "." + number), input);
            System.out.println(fault + ": kept in " + kept);
        }
    }

    private static String kind(byte[] input) {
        try {
            Layers layers =
                    Layers.open(new ByteArrayInputStream(input), Beginning.LENGTH, new Meter(ArchiveLimits.DEFAULT));
            if (layers.packing().isArchive()) {
                return layers.packing().name().toLowerCase(Locale.ROOT);
            }
            SnapshotFormat format =
                    Formats.of(Fleets.CATALOGUE, SnapshotOptions.NONE).recognise(layers.prefix());
            return format != null
                    ? format.id()
                    : Unrecognised.of(layers.prefix()).kind().name().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "refused";
        }
    }

    /** What is wrong with how a file is opened; nothing where the result or the reasons are in order. */
    static List<String> faults(byte[] input) {
        List<String> faults = new ArrayList<>();
        try {
            Opened opened = OPENER.open("x", input);
            if (opened instanceof NotOpened
                    && opened.problems().stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR)) {
                faults.add("no reason");
            }
            faults.addAll(OwnWords.faults(opened.problems()));
            faults.addAll(Invariants.faults(opened));
            int lot = Arrays.hashCode(input) & 0xff;
            Language language = Language.all().get(lot & 1);
            if (lot % PRINTED == 0) {
                faults.addAll(Invariants.printed(input, language));
            }
            if (lot % CHECKED == 1) {
                faults.addAll(Invariants.checked(input, language));
            }
            if (lot % REPORTED == 0) {
                faults.addAll(Invariants.reported(opened, language));
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            StackTraceElement[] trace = e.getStackTrace();
            faults.add(e.getClass().getSimpleName() + " " + (trace.length == 0 ? "" : trace[0] + " ") + e.getMessage());
        }
        return faults;
    }
}
