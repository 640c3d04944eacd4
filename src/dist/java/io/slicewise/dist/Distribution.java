package io.slicewise.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;

/**
 * Makes what people install, for the system that it runs on: an application image with its own Java, and the installer
 * of that system (deb, msi or dmg). Run by {@code mvn -Pdist package} as a source program of the JDK.
 *
 * <p>Arguments: the project's folder, its version. Everything comes to lie in {@code target/dist}: {@code image/} with
 * the program, the installer, and {@code SHA256SUMS}.
 *
 * <p>The window and the command have a launcher each, since a command needs a terminal where the system tells them apart
 * (Windows), and a start cache each, since they need different classes. The caches are made by the image itself: Java
 * takes one from the very Java that made it only. On Linux the launchers are then {@linkplain ShellLauncher scripts}.
 */
final class Distribution {
    private static final String NAME = "Slicewise";
    private static final String COMMAND = "slicewise-command";
    /** Not the launcher of the jar, which looks for a Java and a start cache: here both are at hand. */
    private static final String MAIN = "io.slicewise.Slicewise";

    private static final String JAVA_OPTIONS = "--enable-native-access=ALL-UNNAMED";

    /** As the launcher of the jar has them for the window ({@code StartCache.Use}). */
    private static final String WINDOW_OPTIONS =
            "-Xms256m -Xmn160m -XX:MaxTenuringThreshold=0 -XX:+IgnoreUnrecognizedVMOptions -XX:+UseCompactObjectHeaders"
                    + " -XX:+UseTransparentHugePages -XX:Tier4InvocationThreshold=100000"
                    + " -XX:Tier4MinInvocationThreshold=12000 -XX:Tier4CompileThreshold=300000"
                    + " -XX:Tier4BackEdgeThreshold=800000 -XX:-UsePerfData";

    /** As it has them for a command, which lives for a moment. */
    private static final String COMMAND_OPTIONS =
            "-XX:+UseParallelGC -Xmn32m -XX:MaxTenuringThreshold=0 -XX:+IgnoreUnrecognizedVMOptions"
                    + " -XX:+UseCompactObjectHeaders -XX:+UseTransparentHugePages -XX:Tier3BackEdgeThreshold=2000"
                    + " -XX:TieredStopAtLevel=1 -XX:-UsePerfData";

    /**
     * What the product and its libraries need of Java: what {@code jdeps} names, and what is found by name only, such as
     * the words for Korean dates, encryption of connections, and file systems of archives. The rest stays out.
     */
    private static final String MODULES = String.join(
            ",",
            "java.base",
            "java.desktop",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.security.jgss",
            "java.sql",
            "java.xml.crypto",
            "jdk.crypto.cryptoki",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.security.auth",
            "jdk.unsupported",
            "jdk.zipfs");

    private final Path project;
    private final Path target;
    private final String version;
    private final Host host;

    Distribution(Path project, Path target, String version, Host host) {
        this.project = project;
        this.target = target;
        this.version = version;
        this.host = host;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path project = Path.of(args[0]).toAbsolutePath().normalize();
        new Distribution(project, project.resolve("target/dist"), args[1], Host.ofThisMachine()).make();
    }

    private void make() throws IOException, InterruptedException {
        Trees.delete(target);
        Path input = input();
        image(input);
        Path image = target.resolve("image").resolve(host.image(NAME));
        new StartCaches(host.application(image))
                .make(Map.of(
                        host.launcher(image, NAME), "window",
                        host.launcher(image, COMMAND), "command"));
        if (host.hasShellLaunchers()) {
            shellLaunchers(image);
        }
        Path installer = installer(image);
        sums(installer);
        System.out.println(installer + ": " + Files.size(installer) / 1_000_000 + " MB, unpacked "
                + Trees.size(image) / 1_000_000 + " MB");
    }

    private void shellLaunchers(Path image) throws IOException {
        for (String launcher : List.of(NAME, COMMAND)) {
            Path settings = host.application(image).resolve(launcher + ".cfg");
            new ShellLauncher(settings).replace(host.launcher(image, launcher));
        }
        for (Path program : Trees.files(host.programs(image), "*")) {
            if (!program.endsWith("java")) {
                Files.delete(program);
            }
        }
    }

    /** All jars in one folder, and the files that the package brings along. */
    private Path input() throws IOException, InterruptedException {
        Path input = Files.createDirectories(target.resolve("input"));
        List<Path> jars = new ArrayList<>(Trees.files(project.resolve("target/lib"), "*.jar"));
        jars.add(project.resolve("target/slicewise.jar"));
        for (Path jar : jars) {
            // jars of a platform that is not this one, and the empty ones that point to it, are not needed
            if (Files.size(jar) > 1000) {
                Files.copy(jar, input.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        unpacked(input);
        for (String text : List.of("LICENSE", "NOTICE")) {
            Files.copy(project.resolve("assets").resolve(text), input.resolve(text));
        }
        new Licences(resources().resolve("licences")).collect(jars, input.resolve("licences"));
        command(input.resolve("slicewise.1"), "manual", "--lang", "en");
        command(input.resolve("slicewise.bash"), "completion", "bash");
        command(input.resolve("_slicewise"), "completion", "zsh");
        return input;
    }

    /** What the build put beside the libraries as files; native libraries are needed once only. */
    private void unpacked(Path input) throws IOException {
        List<String> natives = new ArrayList<>();
        for (Path file : Trees.files(project.resolve("target/lib"), "*.{so,dylib,ttf}")) {
            String name = String.valueOf(file.getFileName());
            Files.copy(file, input.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            if (!name.endsWith(".ttf")) {
                natives.add(name);
            }
        }
        for (Path jar : Trees.files(input, "javafx-graphics-*.jar")) {
            try (FileSystem content = FileSystems.newFileSystem(jar)) {
                for (String name : natives) {
                    Files.deleteIfExists(content.getPath(name));
                }
            }
        }
    }

    /** What the product itself prints, into a file. */
    private void command(Path file, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                project.resolve("target/slicewise.jar").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }

    private void image(Path input) throws IOException {
        Path command = target.resolve(COMMAND + ".properties");
        Files.writeString(
                command,
                "description=Slicewise on the command line\n"
                        + "win-console=true\n"
                        + "win-shortcut=false\n"
                        + "linux-shortcut=false\n"
                        + "java-options=" + JAVA_OPTIONS + " " + COMMAND_OPTIONS + "\n");
        jpackage(imageArguments(input, command));
    }

    /** What jpackage is told for the application image. */
    List<String> imageArguments(Path input, Path command) throws IOException {
        List<String> arguments = common();
        arguments.addAll(List.of(
                "--type",
                "app-image",
                "--dest",
                target.resolve("image").toString(),
                "--input",
                input.toString(),
                "--main-jar",
                "slicewise.jar",
                "--main-class",
                MAIN,
                "--add-launcher",
                COMMAND + "=" + command,
                "--add-modules",
                MODULES,
                "--jlink-options",
                "--strip-debug --no-header-files --no-man-pages --include-locales=en,ko"
                        + (host.hasShellLaunchers() ? "" : " --strip-native-commands"),
                "--java-options",
                JAVA_OPTIONS + " " + WINDOW_OPTIONS));
        arguments.addAll(associations(Host.Opening.BY_IMAGE));
        return arguments;
    }

    private Path installer(Path image) throws IOException {
        jpackage(installerArguments(image));
        return Trees.files(target, "*." + host.type()).getFirst();
    }

    /** What jpackage is told for the installer of an image. */
    List<String> installerArguments(Path image) throws IOException {
        List<String> arguments = common();
        arguments.addAll(List.of(
                "--type", host.type(),
                "--dest", target.toString(),
                "--app-image", image.toString(),
                "--license-file", project.resolve("assets/LICENSE").toString()));
        arguments.addAll(associations(Host.Opening.BY_INSTALLER));
        arguments.addAll(host.resources(resources()));
        arguments.addAll(host.options());
        return arguments;
    }

    private List<String> associations(Host.Opening by) {
        return host.opening() == by
                ? List.of(
                        "--file-associations",
                        resources().resolve("slicewise.properties").toString())
                : List.of();
    }

    private Path resources() {
        return project.resolve("src/dist/resources");
    }

    private List<String> common() throws IOException {
        return new ArrayList<>(List.of(
                "--name",
                NAME,
                "--app-version",
                host.version(version),
                "--vendor",
                NAME,
                "--copyright",
                "Apache License 2.0",
                "--description",
                "Plan and explain GPU capacity under NVIDIA MIG",
                "--icon",
                host.icon(project, target).toString()));
    }

    private static void jpackage(List<String> arguments) throws IOException {
        ToolProvider jpackage = ToolProvider.findFirst("jpackage")
                .orElseThrow(() -> new IOException("this Java has no jpackage: use a whole JDK 25"));
        if (jpackage.run(System.out, System.err, arguments.toArray(String[]::new)) != 0) {
            throw new IOException("jpackage did not succeed: " + String.join(" ", arguments));
        }
    }

    /** Sums of the installer and of every jar in it, as {@code sha256sum --check} reads them. */
    private void sums(Path installer) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        List<Path> files = new ArrayList<>(Trees.files(target.resolve("input"), "*.jar"));
        files.add(installer);
        for (Path file : files) {
            sums.put(target.relativize(file).toString().replace('\\', '/'), Trees.sha256(file));
        }
        StringBuilder lines = new StringBuilder();
        sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
        Files.writeString(target.resolve("SHA256SUMS"), lines, StandardCharsets.UTF_8);
    }
}
