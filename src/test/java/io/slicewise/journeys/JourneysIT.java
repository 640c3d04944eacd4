package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every class named {@code …Journey} in a JVM of its own, as {@code mvn verify} does; {@code -Djourney=Name} runs
 * only those with that name.
 *
 * <p>Of its own, because a window that leaves JavaFX's headless screen breaks the toolkit for whatever comes after it
 * in the same JVM. Not by Failsafe's {@code reuseForks=false}, because that loads the test classes into Maven's Java,
 * which may be older than they are.
 */
class JourneysIT {
    private static final Path CLASSES = Path.of("target", "test-classes");
    private static final Path OUTPUT = Path.of("target", "journeys");
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final long MINUTES = 10;
    // daemons, never shut down: a factory that is tried again needs them again
    private static final ExecutorService WORKERS =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory());

    /** Failsafe tries all of a factory again where one test of it failed, and counts what succeeds then as a flake. */
    private static final Map<String, CompletableFuture<Outcome>> OUTCOMES = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> everyJourneySucceeds() throws IOException {
        Files.createDirectories(OUTPUT);
        String wanted = System.getProperty("journey", "");
        List<DynamicTest> tests = new ArrayList<>();
        for (String journey : journeys()) {
            if (journey.endsWith(wanted)) {
                CompletableFuture<Outcome> outcome = OUTCOMES.compute(
                        journey,
                        (_, before) -> before != null && before.join().exitCode() == 0
                                ? before
                                : CompletableFuture.supplyAsync(() -> travel(journey), WORKERS));
                tests.add(DynamicTest.dynamicTest(journey, () -> outcome.join().check()));
            }
        }
        assertTrue(wanted.isEmpty() || !tests.isEmpty(), () -> "No journey is named " + wanted);
        return tests.stream();
    }

    private record Outcome(String journey, int exitCode, String output) {
        void check() {
            System.out.println(output);
            assertEquals(0, exitCode, () -> journey + "\n" + output);
        }
    }

    private static List<String> journeys() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith("Journey.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.').replace('\\', '.'))
                    .sorted()
                    .toList();
        }
    }

    private static Outcome travel(String journey) {
        Path log = OUTPUT.resolve(journey + ".log");
        try {
            Process process = new ProcessBuilder(command(journey))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                return new Outcome(journey, -1, "Stopped after " + MINUTES + " minutes\n" + Files.readString(log));
            }
            return new Outcome(journey, process.exitValue(), Files.readString(log));
        } catch (IOException e) {
            return new Outcome(journey, -1, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(journey, -1, e.toString());
        }
    }

    private static List<String> command(String journey) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") || argument.startsWith("--"))
                .forEach(command::add);
        // a journey is over before the better code of the second compiler would pay for itself
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dslicewise.shared=" + System.getProperty("slicewise.shared", "../shared"));
        command.add("--class-path");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of("org.junit.platform.console.ConsoleLauncher", "execute"));
        command.addAll(List.of("--select-class=" + journey, "--include-classname=.*", "--fail-if-no-tests"));
        command.addAll(List.of("--details=tree", "--disable-banner", "--disable-ansi-colors"));
        command.addAll(List.of("--include-engine=junit-jupiter"));
        return command;
    }
}
