package io.slicewise.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The launcher of an image on Linux, in place of jpackage's own: that one asks the system's package manager twice at each
 * start where it lies ({@code rpm}, then {@code dpkg -S}), which takes longer than all of a small command. What it would do
 * beyond that stands in its settings, and is done by a line of the shell.
 */
record ShellLauncher(Path settings) {
    private static final String APPLICATION = "$APPDIR";
    private static final String OPTION = "java-options=";
    private static final String CLASS_PATH = "app.classpath=";
    private static final String MAIN_CLASS = "app.mainclass=";

    /** Takes the place of jpackage's launcher, and of its settings. */
    void replace(Path launcher) throws IOException {
        Files.delete(launcher);
        Files.writeString(launcher, script(Files.readAllLines(settings, StandardCharsets.UTF_8)));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /**
     * The script.
     *
     * @param lines the settings, as jpackage wrote them
     * @throws IOException where they hold what has a meaning of its own in a shell
     */
    static String script(List<String> lines) throws IOException {
        List<String> script = new ArrayList<>();
        script.add("#!/bin/sh");
        script.add("# Starts what the image holds, wherever that was moved to.");
        script.add("self=$(readlink -f \"$0\")");
        script.add("lib=${self%/bin/*}/lib");
        script.add("app=$lib/app");
        script.add("exec \"$lib/runtime/bin/java\" \\");
        for (String option : values(lines, OPTION)) {
            script.add("    " + quoted(option) + " \\");
        }
        script.add("    -cp " + quoted(String.join(":", values(lines, CLASS_PATH))) + " \\");
        script.add("    " + quoted(values(lines, MAIN_CLASS).getFirst()) + " \"$@\"");
        return script.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .toList();
    }

    private static String quoted(String text) throws IOException {
        String plain = text.replace(APPLICATION, "");
        if (plain.chars().anyMatch(c -> "\"\\$`".indexOf(c) >= 0)) {
            throw new IOException("a shell would read something else: " + text);
        }
        return '"' + text.replace(APPLICATION, "$app") + '"';
    }
}
