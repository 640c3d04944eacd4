package io.slicewise.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Start caches of an application image: what a launcher loads in a run that quits by itself. In two steps, a run that is
 * recorded and one that makes the cache of it, because an image has no program {@code java} that Java could call.
 */
final class StartCaches {
    private static final int MINUTES = 5;

    private final Path application;

    /** @param application where the image has its jars and the launchers' settings */
    StartCaches(Path application) {
        this.application = application;
    }

    /** @param launchers each with what it is for, {@code window} or {@code command} */
    void make(Map<Path, String> launchers) throws IOException, InterruptedException {
        for (Map.Entry<Path, String> launcher : launchers.entrySet()) {
            make(launcher.getKey(), launcher.getValue());
        }
    }

    private void make(Path launcher, String use) throws IOException, InterruptedException {
        String cache = "slicewise-" + use + ".aot";
        Path work = Files.createTempDirectory("slicewise-start");
        try {
            Path record = work.resolve("record");
            run(
                    launcher,
                    work,
                    "-XX:AOTMode=record",
                    "-XX:AOTConfiguration=" + record,
                    "-XX:TieredStopAtLevel=1",
                    "-Dslicewise.training=" + use,
                    "-Dslicewise.home=" + work,
                    "-Dglass.platform=Headless",
                    "-Dprism.order=sw");
            run(
                    launcher,
                    work,
                    "-XX:AOTMode=create",
                    "-XX:AOTConfiguration=" + record,
                    "-XX:AOTCache=" + application.resolve(cache));
        } finally {
            Trees.delete(work);
        }
        String name = launcher.getFileName().toString().replaceFirst("\\.exe$", "");
        Files.write(
                application.resolve(name + ".cfg"),
                List.of("java-options=-XX:AOTCache=$APPDIR/" + cache, "java-options=-Xlog:aot*=off,cds*=off"),
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
    }

    private static void run(Path launcher, Path work, String... options) throws IOException, InterruptedException {
        Path output = work.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", options));
        // so that measuring a start costs little of it
        builder.environment().put("SLICEWISE_TIMING", "1");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("no start cache of " + launcher.getFileName() + ":\n" + Files.readString(output));
        }
    }
}
