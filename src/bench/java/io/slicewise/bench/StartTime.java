package io.slicewise.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/**
 * From the start of the process to the first frame that answers to a person: the product and a bare JavaFX window in
 * turn, each in a process of its own, and the ratio of their medians (at most 1). Without a display both run on the
 * toolkit's headless platform. Arguments: the number of runs; the packaged jar, or the window's launcher that was installed.
 */
public final class StartTime {
    private static final Pattern TOLD = Pattern.compile("first frame after (\\d+) ms");

    private StartTime() {}

    /** The least that a JavaFX program can show. */
    public static final class Bare extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new Label("bare"), 1200, 800));
            stage.show();
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    if (++frames == 2) {
                        stop();
                        Instant start =
                                ProcessHandle.current().info().startInstant().orElse(Instant.now());
                        System.err.println("first frame after "
                                + Duration.between(start, Instant.now()).toMillis() + " ms");
                        Platform.exit();
                    }
                }
            }.start();
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
        List<Long> theirs = new ArrayList<>();
        for (int run = -1; run < runs; run++) {
            long bareTime = second(bare);
            long productTime = second(product);
            if (run >= 0) {
                theirs.add(bareTime);
                ours.add(productTime);
            }
        }
        System.out.printf("Start: Slicewise %s ms, bare JavaFX window %s ms%n", ours, theirs);
        System.out.printf(
                "Start: median %d ms and %d ms, ratio %.2f (wanted: at most 1)%n",
                median(ours), median(theirs), (double) median(ours) / median(theirs));
    }

    /** The jars as every program has them: those beside the product have their native libraries unpacked already. */
    private static String javafx() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith("javafx-"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Behind one of its own kind, as {@link Processes} says. */
    private static long second(List<String> what) throws IOException, InterruptedException {
        time(what);
        return time(what);
    }

    private static long time(List<String> what) throws IOException, InterruptedException {
        return Long.parseLong(told(what, TOLD).group(1));
    }

    /**
     * Starts a window in a process of its own, and ends it when it has said something. Without a display it runs on the
     * toolkit's headless platform.
     *
     * @param what the options for Java, and what it is to start; or a launcher that was installed
     */
    static Matcher told(List<String> what, Pattern words) throws IOException, InterruptedException {
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
        Process process = builder.start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> said = new ArrayList<>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                Matcher told = words.matcher(line);
                if (told.find()) {
                    return told;
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
