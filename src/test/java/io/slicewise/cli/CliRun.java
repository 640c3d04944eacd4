package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.json.JsonDocument;
import io.slicewise.text.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** What a command left behind. */
record CliRun(int code, String out, String err) {
    /** A place where the command runs. */
    @FunctionalInterface
    interface Place {
        Terminal terminal(PrintStream out, PrintStream err);
    }

    /** In English, without settings and without an input. */
    static CliRun of(String... args) {
        return in(Path.of("target", "no-settings"), args);
    }

    /** In English, with the settings of a folder. */
    static CliRun in(Path home, String... args) {
        return in(home, Language.ENGLISH, "", args);
    }

    /** With the settings of a folder, and with an input. */
    static CliRun in(Path home, Language language, String input, String... args) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return in(home, language, (out, err) -> new Terminal(in, out, err), args);
    }

    /** With the settings of a folder, at a terminal. */
    static CliRun in(Path home, Language language, Place place, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Cli(place.terminal(print(out), print(err)), new AppFolders(home), language).run(args);
        return new CliRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static PrintStream print(OutputStream to) {
        return new PrintStream(to, false, StandardCharsets.UTF_8);
    }

    /** What it printed, as JSON. */
    JsonNode json() {
        return JsonDocument.mapper().readTree(out);
    }

    /** A number of the JSON that it printed. */
    double number(String field) {
        return json().get(field).doubleValue();
    }
}
