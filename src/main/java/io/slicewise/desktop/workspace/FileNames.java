package io.slicewise.desktop.workspace;

import io.slicewise.document.json.ScenarioFile;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the files of documents are called. */
final class FileNames {
    private static final Pattern PACKED = Pattern.compile("(?i)(?:\\.(?:gz|zst|zip|tgz|tar))+$");

    private FileNames() {}

    /** Whether a name promises a compressed file, which saving does not write. */
    static boolean isPacked(Path file) {
        return PACKED.matcher(String.valueOf(file.getFileName())).find();
    }

    /** What a document in a file is called that has no name of its own. */
    static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ScenarioFile.EXTENSION)
                ? name.substring(0, name.length() - ScenarioFile.EXTENSION.length())
                : name;
    }

    /** A file name for a document that every system takes. */
    static String of(String name) {
        String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip();
        return (plain.isEmpty() ? "scenario" : plain) + ScenarioFile.EXTENSION;
    }

    /** A file that people chose, ending as documents do. */
    static Path withExtension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".json") ? file : file.resolveSibling(name + ScenarioFile.EXTENSION);
    }

    /** The name of a file without what promises a compressed one. */
    static String unpacked(Path file) {
        return PACKED.matcher(String.valueOf(file.getFileName())).replaceFirst("");
    }
}
