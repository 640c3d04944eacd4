package io.slicewise.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What differs between the systems that packages are made for, each on itself. */
enum Host {
    /** Needs {@code dpkg-deb} and {@code fakeroot}. */
    LINUX("deb", "linux"),
    /** Needs WiX 3 or newer on the path. */
    WINDOWS("msi", "windows"),
    /** Needs Xcode's command line tools. Without {@code --mac-sign} people have to allow the program once. */
    MAC("dmg", "macos");

    private final String type;
    private final String resources;

    Host(String type, String resources) {
        this.type = type;
        this.resources = resources;
    }

    static Host ofThisMachine() {
        return of(System.getProperty("os.name"));
    }

    /** @param system as Java names it, such as {@code Linux}, {@code Windows 11}, {@code Mac OS X} */
    static Host of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.contains("win") ? WINDOWS : name.contains("mac") ? MAC : LINUX;
    }

    /** The installer's type, which is also its file's extension. */
    String type() {
        return type;
    }

    /**
     * What replaces jpackage's own scripts and entries, as its option; nothing where this system keeps jpackage's own.
     *
     * @param sources {@code src/dist/resources}
     */
    List<String> resources(Path sources) {
        Path folder = sources.resolve(resources);
        return Files.isDirectory(folder) ? List.of("--resource-dir", folder.toString()) : List.of();
    }

    /**
     * The number that the package bears. macOS takes none that begins with a zero, and jpackage makes no dmg of it: there
     * all versions before 1.0 are 1.0. The product itself says its own.
     */
    String version(String product) {
        return this == MAC && product.startsWith("0.") ? "1.0" : product;
    }

    /** What tells the system which files the program opens. */
    Opening opening() {
        return switch (this) {
            case LINUX -> Opening.BY_INSTALLER;
            // it looks behind the last dot of a name only, and .json belongs to others
            case WINDOWS -> Opening.BY_HAND;
            case MAC -> Opening.BY_IMAGE;
        };
    }

    /** See {@link #opening()}; by hand: people choose the program themselves. */
    enum Opening {
        BY_IMAGE,
        BY_INSTALLER,
        BY_HAND
    }

    /** What an application image is called. */
    String image(String name) {
        return this == MAC ? name + ".app" : name;
    }

    /** Where the programs of an image's own Java are, where it {@linkplain #hasShellLaunchers needs} them. */
    Path programs(Path image) {
        return image.resolve("lib/runtime/bin");
    }

    /** Where the jars are in an image. */
    Path application(Path image) {
        return switch (this) {
            case LINUX -> image.resolve("lib/app");
            case WINDOWS -> image.resolve("app");
            case MAC -> image.resolve("Contents/app");
        };
    }

    /** A launcher in an image. */
    Path launcher(Path image, String name) {
        return switch (this) {
            case LINUX -> image.resolve("bin").resolve(name);
            case WINDOWS -> image.resolve(name + ".exe");
            case MAC -> image.resolve("Contents/MacOS").resolve(name);
        };
    }

    /** Whether scripts start what jpackage's own launchers would start too slowly; they need the program {@code java}. */
    boolean hasShellLaunchers() {
        return this == LINUX;
    }

    /** The product's icon in the format that the system wants: made from its PNG pictures. */
    Path icon(Path project, Path target) throws IOException {
        Path pictures = project.resolve("src/main/resources/io/slicewise/desktop/look");
        return switch (this) {
            case LINUX -> pictures.resolve("icon-512.png");
            case WINDOWS -> Files.write(target.resolve("slicewise.ico"), Icons.ico(pictures));
            case MAC -> Files.write(target.resolve("slicewise.icns"), Icons.icns(pictures));
        };
    }

    /** What only this system's installer knows. */
    List<String> options() {
        return switch (this) {
            case LINUX ->
                List.of(
                        "--linux-package-name",
                        "slicewise",
                        "--linux-deb-maintainer",
                        "slicewise@localhost",
                        "--linux-menu-group",
                        "Utility;Engineering;",
                        "--linux-app-category",
                        "utils",
                        // the window's; jpackage looks at the libraries beside the program, not at those within jars
                        "--linux-package-deps",
                        "libgtk-3-0t64 | libgtk-3-0",
                        "--linux-shortcut");
            case WINDOWS ->
                List.of(
                        "--win-menu",
                        "--win-shortcut-prompt",
                        "--win-dir-chooser",
                        // the same for ever, so that a newer package replaces an older one
                        "--win-upgrade-uuid",
                        "4f0c7b5e-9a35-4c0b-9f57-7f2f5f1f0a61");
            case MAC -> List.of("--mac-package-identifier", "io.slicewise", "--mac-app-category", "utilities");
        };
    }
}
