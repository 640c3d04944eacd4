package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.sums.Summed;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.Optional;

/** What the window does for a live connection. */
public interface LiveActions {
    /** Where models are looked up. */
    Catalogue catalogue();

    /** From where on an alert is due. */
    AlertLevel alert();

    /** Shows what a server told as a document of its own. */
    Document open(String name, Snapshot snapshot);

    /** Shows what a server summed up as a document of its own. */
    Document open(Summed summed);

    /** Asks for a file; none when the person changes their mind. */
    Optional<Path> askFile();

    /** Whether a document is still open. */
    boolean isOpen(Document document);
}
