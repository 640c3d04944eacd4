package io.slicewise.desktop.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows files and folders with the programs that the operating system has for them. */
public final class SystemViewer {
    private SystemViewer() {}

    /** Shows a file or a folder; {@code false} where the system has no way to. Does not wait for the program. */
    public static boolean show(Path path) {
        try {
            Process viewer = new ProcessBuilder(command(path.toAbsolutePath().toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            viewer.getOutputStream().close();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static List<String> command(String path) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("explorer.exe", path);
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", path);
    }
}
