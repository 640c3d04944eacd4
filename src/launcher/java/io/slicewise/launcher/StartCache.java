package io.slicewise.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What makes the start several times faster: the classes of a first run, loaded and linked, in a file beside the jar
 * that Java maps into memory (its AOT cache). Such a file holds for one Java and for the very files it was made from, so
 * a note beside it says which; where anything else is found, Slicewise starts without it.
 *
 * <p>Plain loops here and in {@link Launcher}: on a JVM without this cache, the first lambda costs more than the rest of
 * the launcher.
 */
final class StartCache {
    private static final String[] MAIN = {
        "--enable-native-access=javafx.graphics,com.github.luben.zstd_jni",
        "--module",
        "io.slicewise/io.slicewise.Slicewise"
    };
    /** Were the note wrong, Java would say so on the terminal, and start without the cache. */
    private static final String SILENT = "-Xlog:aot*=off,cds*=off";

    /**
     * The cache also says how each method was compiled when it was made, and Java does so again. Without this, the
     * strong compiler would be busy during every start, on the very methods that run then and seldom later.
     */
    private static final String LIGHTLY_COMPILED = "-XX:TieredStopAtLevel=1";

    private final Path jar;
    private final Path java;

    /**
     * The cache of a jar.
     *
     * @param java the program {@code java} that is to use it
     */
    StartCache(Path jar, Path java) {
        this.jar = jar.toAbsolutePath();
        this.java = java;
    }

    /** The cache itself, {@code slicewise.aot}. */
    Path file() {
        return beside(".aot");
    }

    /** What the cache was made from, {@code slicewise.aot.txt}: {@link #origin}, and what its maker adds. */
    Path note() {
        return beside(".aot.txt");
    }

    /** Whether the cache is there and was made from what is there now. */
    boolean isUsable() {
        try {
            return Files.isRegularFile(file()) && note(note()).startsWith(origin());
        } catch (IOException e) {
            return false; // whatever is missing, the start works without
        }
    }

    /**
     * What a cache made now would be made from: the Java, and each jar with its size and time, a line each.
     *
     * @throws IOException when one of them cannot be read
     */
    String origin() throws IOException {
        StringBuilder lines = new StringBuilder();
        Path home = java.toRealPath().resolve("../..").normalize();
        lines.append(home).append('\n');
        lines.append(note(home.resolve("release")).hashCode()).append('\n');
        for (Path path : jars()) {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            lines.append(path).append(' ').append(file.size()).append(' ');
            lines.append(file.lastModifiedTime().toMillis()).append('\n');
        }
        return lines.toString();
    }

    /**
     * The command that starts Slicewise with the cache.
     *
     * @param options for the JVM
     */
    List<String> command(List<String> options, String... args) {
        List<String> command = start("-XX:AOTCache=" + file(), SILENT);
        command.addAll(options);
        command.addAll(List.of(MAIN));
        command.addAll(List.of(args));
        return command;
    }

    /** The command that makes the cache, by a run that quits by itself. */
    List<String> makingCommand(List<String> options) {
        List<String> command = start("-XX:AOTCacheOutput=" + file(), LIGHTLY_COMPILED);
        command.addAll(options);
        command.addAll(List.of(MAIN));
        return command;
    }

    /** The same module path for both: Java takes no cache that was made with another one. */
    private List<String> start(String... options) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of(options));
        command.add("--module-path");
        command.add(jar + File.pathSeparator + lib());
        return command;
    }

    private Iterable<Path> jars() throws IOException {
        TreeSet<Path> jars = new TreeSet<>(List.of(jar));
        try (DirectoryStream<Path> lib = Files.newDirectoryStream(lib(), "*.jar")) {
            for (Path library : lib) {
                jars.add(library);
            }
        }
        return jars;
    }

    private Path lib() {
        return jar.resolveSibling("lib");
    }

    private Path beside(String extension) {
        String name = String.valueOf(jar.getFileName());
        int end = name.endsWith(".jar") ? name.length() - ".jar".length() : name.length();
        return jar.resolveSibling(name.substring(0, end) + extension);
    }

    private static String note(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
