package io.slicewise.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for a Java on this machine: first where the environment points, then where installers put it.
 *
 * <p>What a folder holds is read from its {@code release} file, so that nothing has to be started to find out.
 */
final class JavaSearch {
    private static final Pattern VERSION = Pattern.compile("^JAVA_VERSION=\"(?:1\\.)?(\\d+).*$", Pattern.MULTILINE);
    private static final List<String> NAMED = List.of("SLICEWISE_JAVA_HOME", "JAVA_HOME", "JDK_HOME");
    /** Such as {@code JAVA_HOME_25_X64} (GitHub's runners) and {@code JAVA25_HOME} (Maven's toolchains). */
    private static final Pattern NUMBERED = Pattern.compile("JAVA_HOME_\\d+.*|JAVA\\d+_HOME");

    private final Map<String, String> environment;
    private final List<Path> folders;

    /**
     * A search.
     *
     * @param environment the environment's variables
     * @param folders where each installed Java has a folder of its own
     */
    JavaSearch(Map<String, String> environment, List<Path> folders) {
        this.environment = new TreeMap<>(environment);
        this.folders = List.copyOf(folders);
    }

    static JavaSearch ofThisMachine() {
        Path home = Path.of(System.getProperty("user.home"));
        List<Path> folders = new ArrayList<>(List.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/usr/java"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                home.resolve("Library/Java/JavaVirtualMachines"),
                home.resolve(".sdkman/candidates/java"),
                home.resolve(".jdks"),
                home.resolve(".gradle/jdks")));
        String programs = System.getenv("ProgramFiles");
        if (programs != null) {
            Stream.of("Java", "Eclipse Adoptium", "Microsoft", "Zulu", "Amazon Corretto", "BellSoft")
                    .map(vendor -> Path.of(programs, vendor))
                    .forEach(folders::add);
        }
        return new JavaSearch(System.getenv(), folders);
    }

    /**
     * The program {@code java} of the first Java in the environment that is new enough, else of the installed one
     * that is nearest to what is needed; empty where there is none.
     */
    Optional<Path> find(int needed) {
        Optional<Path> home =
                homesOfEnvironment().filter(it -> feature(it) >= needed).findFirst();
        if (home.isEmpty()) {
            home = installedHomes()
                    .filter(it -> feature(it) >= needed)
                    .min(Comparator.comparingInt(JavaSearch::feature));
        }
        return home.flatMap(JavaSearch::program);
    }

    /** The feature number in a {@code release} file, 25 for {@code JAVA_VERSION="25.0.3"}; 0 where there is none. */
    static int featureOf(String release) {
        Matcher version = VERSION.matcher(release);
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private Stream<Path> homesOfEnvironment() {
        Stream<String> numbered =
                environment.keySet().stream().filter(it -> NUMBERED.matcher(it).matches());
        return Stream.concat(NAMED.stream(), numbered)
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .map(Path::of);
    }

    private Stream<Path> installedHomes() {
        return folders.stream().flatMap(JavaSearch::children).sorted();
    }

    private static Stream<Path> children(Path folder) {
        List<Path> homes = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                homes.add(child);
                homes.add(child.resolve("Contents/Home")); // macOS
            }
        } catch (IOException e) {
            return Stream.empty(); // not a folder of this machine, or not ours to read
        }
        return homes.stream();
    }

    private static int feature(Path home) {
        try {
            return program(home).isEmpty()
                    ? 0
                    : featureOf(Files.readString(home.resolve("release"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return 0; // not a Java, or one from before release files
        }
    }

    private static Optional<Path> program(Path home) {
        return Stream.of("bin/java", "bin/java.exe")
                .map(home::resolve)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
