package io.slicewise.bench;

import io.slicewise.desktop.control.Frames;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/**
 * From the start of the process to the first frame on the screen: the product and a bare JavaFX window in turn, each in
 * a process of its own, and the ratio of their medians (at most 1); and to the frame with the figures of the product's first
 * document, which comes behind its window. Without a display both run on the
 * toolkit's headless platform. Arguments: the number of runs; the packaged jar, or the window's launcher that was installed.
 */
public final class StartTime {
    private static final Pattern WINDOW = Pattern.compile("first frame");
    private static final Pattern FIGURES = Pattern.compile("first figures");

    private StartTime() {}

    /** The least that a JavaFX program can show. */
    public static final class Bare extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new Label("bare"), 1200, 800));
            stage.show();
            Frames.onScreen(() -> {
                System.err.println("first frame");
                Platform.exit();
            });
        }
    }

    /** Starts {@link Bare}: a class that extends Application cannot itself be started from the class path. */
    public static final class BareMain {
        private BareMain() {}

        public static void main(String[] args) {
            Application.launch(Bare.class);
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = Integer.parseInt(args[0]);
        // as people start it: through the launcher, with the start cache beside the jar
        List<String> product = args[1].endsWith(".jar") ? List.of("-jar", args[1]) : List.of(args[1]);
        List<String> bare = List.of(
                "-p",
                javafx(),
                "--add-modules",
                "javafx.controls",
                // the product's launcher says that itself; said twice, its start cache would not fit
                "--enable-native-access=ALL-UNNAMED,javafx.graphics",
                "-cp",
                System.getProperty("java.class.path"),
                BareMain.class.getName());
        List<Long> ours = new ArrayList<>();
        List<Long> figures = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        for (int run = -1; run < runs; run++) {
            long bareTime = second(bare, WINDOW);
            long productTime = second(product, WINDOW);
            long figuresTime = time(product, FIGURES);
            if (run >= 0) {
                theirs.add(bareTime);
                ours.add(productTime);
                figures.add(figuresTime);
            }
        }
        System.out.printf("Start: Slicewise %s ms, bare JavaFX window %s ms%n", ours, theirs);
        System.out.printf(
                "Start: median %d ms and %d ms, ratio %.2f (wanted: at most 1); the figures of its document %d ms, %.2f%n",
                median(ours),
                median(theirs),
                (double) median(ours) / median(theirs),
                median(figures),
                (double) median(figures) / median(theirs));
    }

    /** The jars as every program has them: those beside the product have their native libraries unpacked already. */
    private static String javafx() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith("javafx-"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Behind one of its own kind, as {@link Processes} says. */
    private static long second(List<String> what, Pattern words) throws IOException, InterruptedException {
        time(what, words);
        return time(what, words);
    }

    private static long time(List<String> what, Pattern words) throws IOException, InterruptedException {
        return told(what, words).after();
    }

    /**
     * What a window has said.
     *
     * @param after milliseconds since it was asked to start, by the clock of this process: when another one began, Java knows
     *     only to the second on some systems
     */
    record Told(Matcher words, long after) {}

    /**
     * Starts a window in a process of its own, and ends it when it has said something. Without a display it runs on the
     * toolkit's headless platform.
     *
     * @param what the options for Java, and what it is to start; or a launcher that was installed
     */
    static Told told(List<String> what, Pattern words) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-Dprism.order=sw"));
        String display = System.getenv("DISPLAY");
        if (display == null || display.isEmpty()) {
            options.add("-Dglass.platform=Headless");
        }
        List<String> command = new ArrayList<>();
        boolean installed = what.size() == 1;
        if (!installed) {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
        }
        command.addAll(what);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (installed) {
            builder.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", options));
        }
        builder.environment().put("SLICEWISE_TIMING", "1");
        builder.environment()
                .put("SLICEWISE_HOME", Files.createTempDirectory("start").toString());
        long begun = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> said = new ArrayList<>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                Matcher told = words.matcher(line);
                if (told.find()) {
                    return new Told(told, (System.nanoTime() - begun) / 1_000_000);
                }
            }
            throw new IllegalStateException("not said, " + words + ": " + said);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static long median(List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? 0
                : Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0);
    }
}
