package io.slicewise.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the {@link StartCache} of a jar, by a run of Slicewise without a display that quits by itself: what the build
 * calls last. Argument: the jar. A cache that cannot be made stops nothing, since Slicewise starts without it too.
 */
public final class StartCacheMaker {
    private static final int MINUTES = 5;

    private final Path jar;
    private final StartCache cache;

    private StartCacheMaker(Path jar, Path java) {
        this.jar = jar;
        cache = new StartCache(jar, java);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElse("java");
        new StartCacheMaker(Path.of(args[0]).toRealPath(), Path.of(java)).make();
    }

    private void make() throws IOException, InterruptedException {
        String content = "content " + digest(jar) + "\n";
        keepTimeOfSameContent(content);
        if (cache.isUsable()) {
            return;
        }
        System.out.println("Preparing a faster start, once for this build …");
        Files.deleteIfExists(cache.note());
        Files.deleteIfExists(cache.file());
        Path home = Files.createTempDirectory("slicewise-start");
        try {
            run(home);
        } finally {
            delete(home);
        }
        if (Files.exists(cache.file())) {
            Files.writeString(cache.note(), cache.origin() + content, StandardCharsets.UTF_8);
        } else {
            System.out.println("That did not work here. Slicewise starts all the same, only more slowly.");
        }
    }

    /** A jar that was only packed again is still the one that the cache was made from, but for its time. */
    private void keepTimeOfSameContent(String content) throws IOException {
        if (!Files.exists(cache.note())) {
            return;
        }
        String note = Files.readString(cache.note(), StandardCharsets.UTF_8);
        String line = jar + " " + Files.size(jar) + " ";
        int start = note.indexOf(line);
        if (start >= 0 && note.endsWith(content)) {
            String time = note.substring(start + line.length(), note.indexOf('\n', start));
            Files.setLastModifiedTime(jar, FileTime.fromMillis(Long.parseLong(time)));
        }
    }

    private void run(Path home) throws IOException, InterruptedException {
        List<String> options = List.of(
                "-Dslicewise.training=true",
                "-Dslicewise.home=" + home,
                "-Dglass.platform=Headless",
                "-Dprism.order=sw");
        Process run = new ProcessBuilder(cache.makingCommand(options))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile())
                .start();
        if (!run.waitFor(MINUTES, TimeUnit.MINUTES)) {
            run.descendants().forEach(ProcessHandle::destroyForcibly);
            run.destroyForcibly().waitFor();
            Files.deleteIfExists(cache.file());
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            StringBuilder hex = new StringBuilder();
            for (byte b : digest) {
                hex.append(String.format("%02x", b));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
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
