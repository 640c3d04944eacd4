package io.slicewise.launcher;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * What makes the start several times faster: the classes of a first run, loaded and linked, in a file beside the jar
 * that Java maps into memory (its AOT cache). One is for the window and one for the command line, which needs a third of
 * the classes. Such a file holds for one Java and for the very jars it was made from, wherever they stand: a note beside
 * it says which; where anything else is found, Slicewise starts without it.
 *
 * <p>The jars are on the class path, because Java takes a cache for another folder only then.
 *
 * <p>Plain loops here and in {@link Launcher}: on a JVM without this cache, the first lambda costs more than the rest of
 * the launcher.
 */
final class StartCache {
    /**
     * What a start is for, and the options of its JVM. Of both: what is touched for the first time is dear, so objects have
     * short headers, and what outlives one collection stays to the end and is not copied a second time; large pages, where
     * the system has them (Linux), make a large export a third cheaper and the window's start a sixth.
     *
     * <p>A window has memory enough from the beginning to start without a collection, and leaves the strong compiler alone
     * until something really runs often: opening an export once does not. A command lives for a moment: it uses memory again
     * before it takes more, its collector stops it and then uses all cores, and a loop over all GPUs, which runs once, is
     * compiled in its second thousand rounds.
     */
    enum Use {
        WINDOW(
                ".aot",
                "-Xms256m",
                "-Xmn160m",
                "-XX:MaxTenuringThreshold=0",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseTransparentHugePages",
                "-XX:Tier4InvocationThreshold=100000",
                "-XX:Tier4MinInvocationThreshold=12000",
                "-XX:Tier4CompileThreshold=300000",
                "-XX:Tier4BackEdgeThreshold=800000",
                "-XX:-UsePerfData"),
        COMMAND(
                "-command.aot",
                "-XX:+UseParallelGC",
                "-Xmn32m",
                "-XX:MaxTenuringThreshold=0",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseTransparentHugePages",
                "-XX:Tier3BackEdgeThreshold=2000",
                LIGHTLY_COMPILED,
                "-XX:-UsePerfData");

        private final String ending;
        private final List<String> options;

        Use(String ending, String... options) {
            this.ending = ending;
            this.options = List.of(options);
        }
    }

    /** Were the note wrong, Java would say so on the terminal, and start without the cache. */
    private static final String SILENT = "-Xlog:aot*=off,cds*=off";

    /**
     * The cache also says how each method was compiled when it was made, and Java does so again. Without this, the
     * strong compiler would be busy during every start, on the very methods that run then and seldom later.
     */
    private static final String LIGHTLY_COMPILED = "-XX:TieredStopAtLevel=1";

    /** As much of a jar's end as holds the list of its entries with their checksums, or enough of it. */
    private static final int END = 1 << 16;

    private final Path jar;
    private final Path java;
    private final Use use;

    /**
     * The cache of a jar.
     *
     * @param java the program {@code java} that is to use it
     */
    StartCache(Path jar, Path java, Use use) {
        this.jar = jar.toAbsolutePath();
        this.java = java;
        this.use = use;
    }

    /** The cache itself, {@code slicewise.aot}. */
    Path file() {
        String name = String.valueOf(jar.getFileName());
        int end = name.endsWith(".jar") ? name.length() - ".jar".length() : name.length();
        return jar.resolveSibling(name.substring(0, end) + use.ending);
    }

    /** What the cache was made from, {@code slicewise.aot.txt}: {@link #origin}. */
    Path note() {
        return jar.resolveSibling(file().getFileName() + ".txt");
    }

    /**
     * Whether the cache is there and was made from what is there now. Java also asks for the times of the jars, and a
     * copy has others: they are set back where only they differ.
     */
    boolean isUsable() {
        try {
            return Files.isRegularFile(file()) && isOrigin(Files.readAllLines(note(), StandardCharsets.UTF_8));
        } catch (IOException | NumberFormatException e) {
            return false; // whatever is missing, the start works without
        }
    }

    private boolean isOrigin(List<String> note) throws IOException {
        List<Path> jars = jars(jar);
        if (note.size() != jars.size() + 1 || !note.get(0).equals(javaLine())) {
            return false;
        }
        for (int i = 0; i < jars.size(); i++) {
            if (!isOrigin(note.get(i + 1), jars.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOrigin(String line, Path jar) throws IOException {
        int end = line.indexOf(' ');
        String known = nameAndSize(jar) + ' ';
        if (end < 0 || !line.startsWith(known, end + 1)) {
            return false;
        }
        FileTime time = FileTime.fromMillis(Long.parseLong(line.substring(0, end)));
        if (Files.getLastModifiedTime(jar).toMillis() == time.toMillis()) {
            return true;
        }
        if (!line.substring(end + 1 + known.length()).equals(fingerprint(jar))) {
            return false;
        }
        Files.setLastModifiedTime(jar, time);
        return true;
    }

    /**
     * What a cache made now would be made from: the Java, and each jar with its time, name, size and fingerprint, a line
     * each.
     *
     * @throws IOException when one of them cannot be read
     */
    List<String> origin() throws IOException {
        List<String> lines = new ArrayList<>(List.of(javaLine()));
        for (Path path : jars(jar)) {
            lines.add(Files.getLastModifiedTime(path).toMillis() + " " + nameAndSize(path) + ' ' + fingerprint(path));
        }
        return lines;
    }

    /**
     * The command that starts Slicewise with the cache.
     *
     * @param options for the JVM
     */
    List<String> command(List<String> options, String... args) throws IOException {
        List<String> command = start(options, "-XX:AOTCache=" + file(), SILENT);
        command.addAll(List.of(args));
        return command;
    }

    /** The command that makes the cache, by a run that quits by itself. */
    List<String> makingCommand(List<String> options) throws IOException {
        return start(options, "-XX:AOTCacheOutput=" + file(), LIGHTLY_COMPILED);
    }

    /** The same class path for both: Java takes no cache that was made with another one. */
    private List<String> start(List<String> options, String... caching) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of(caching));
        command.addAll(use.options);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.add("--class-path");
        StringBuilder path = new StringBuilder();
        for (Path entry : jars(jar)) {
            path.append(path.length() == 0 ? "" : File.pathSeparator).append(entry);
        }
        command.add(path.toString());
        command.add(Launcher.SLICEWISE);
        return command;
    }

    /** A jar, and the libraries in {@code lib} beside it. */
    static List<Path> jars(Path jar) throws IOException {
        TreeSet<Path> libraries = new TreeSet<>();
        try (DirectoryStream<Path> lib = Files.newDirectoryStream(jar.resolveSibling("lib"), "*.jar")) {
            for (Path library : lib) {
                libraries.add(library);
            }
        }
        List<Path> jars = new ArrayList<>(List.of(jar));
        jars.addAll(libraries);
        return jars;
    }

    private String javaLine() throws IOException {
        Path home = java.toRealPath().resolve("../..").normalize();
        return home + " "
                + Files.readString(home.resolve("release"), StandardCharsets.UTF_8)
                        .hashCode();
    }

    private static String nameAndSize(Path jar) throws IOException {
        return jar.getFileName() + " " + Files.size(jar);
    }

    /** Of a jar's end, where the checksums of all its entries stand. */
    private static String fingerprint(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(END, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            CRC32 checksum = new CRC32();
            checksum.update(end);
            return Long.toHexString(checksum.getValue());
        }
    }
}
