package io.slicewise.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes what a quick start needs beside a jar: what is {@link Unpacked}, and each {@link StartCache}, by a run of Slicewise
 * without a display that quits by itself. What the build calls last. Argument: the jar. A cache that cannot be made stops
 * nothing, since Slicewise starts without it too.
 */
public final class StartCacheMaker {
    private static final int MINUTES = 5;

    private final StartCache cache;
    private final String training;

    private StartCacheMaker(Path jar, Path java, StartCache.Use use) {
        cache = new StartCache(jar, java, use);
        training = use.name().toLowerCase(Locale.ROOT);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path jar = Path.of(args[0]).toRealPath();
        new Unpacked(jar).make();
        String java = ProcessHandle.current().info().command().orElse("java");
        for (StartCache.Use use : StartCache.Use.values()) {
            new StartCacheMaker(jar, Path.of(java), use).make();
        }
    }

    private void make() throws IOException, InterruptedException {
        if (cache.isUsable()) {
            return;
        }
        System.out.println("Preparing a faster start of the " + training + ", once for this build …");
        Files.deleteIfExists(cache.note());
        Files.deleteIfExists(cache.file());
        Path home = Files.createTempDirectory("slicewise-start");
        try {
            run(home);
        } finally {
            delete(home);
        }
        if (Files.exists(cache.file())) {
            Files.write(cache.note(), cache.origin(), StandardCharsets.UTF_8);
        } else {
            System.out.println("That did not work here. Slicewise starts all the same, only more slowly.");
        }
    }

    private void run(Path home) throws IOException, InterruptedException {
        List<String> options = List.of(
                "-Dslicewise.training=" + training,
                "-Dslicewise.home=" + home,
                "-Dglass.platform=Headless",
                "-Dprism.order=sw");
        ProcessBuilder builder = new ProcessBuilder(cache.makingCommand(options))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile());
        // so that measuring a start costs little of it
        builder.environment().put("SLICEWISE_TIMING", "1");
        Process run = builder.start();
        if (!run.waitFor(MINUTES, TimeUnit.MINUTES)) {
            run.descendants().forEach(ProcessHandle::destroyForcibly);
            run.destroyForcibly().waitFor();
            Files.deleteIfExists(cache.file());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.delete(path);
            }
        }
    }
}
