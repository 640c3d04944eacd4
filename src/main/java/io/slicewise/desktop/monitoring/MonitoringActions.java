package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.mig.Catalogue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the window does for the Monitoring screen. */
public interface MonitoringActions extends Background {
    /** Where models are looked up. */
    Catalogue catalogue();

    /** From where on the alerts for the monitoring fire. */
    AlertLevel alert();

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** Asks where to write a text that is called so, and writes it. */
    void export(String suggestedName, String content);

    /** Asks for a folder and writes texts into it, by their names. */
    void exportAll(Map<String, String> files);

    /** Asks for a file; none when the person changes their mind. */
    Optional<Path> askFile();

    /** Asks whether secrets may go to a server unencrypted. */
    boolean allowsPlain(String host);

    /** Reads a text and hands it over with the file's name; where it cannot be read, says so instead. */
    void read(Path file, Consumer<NamedText> then);

    /**
     * A text with the name of the file that it stood in.
     *
     * @param name without the folder
     */
    record NamedText(String name, String text) {}
}
