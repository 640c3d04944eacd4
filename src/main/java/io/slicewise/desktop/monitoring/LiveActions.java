package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.sums.SumsModel;
import io.slicewise.desktop.timeline.GroupsModel;
import io.slicewise.document.content.DocumentContent.Summed;
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
    Document open(Summed summed, SumsModel.Opens opens);

    /** Shows a range that a server summed up as a document of its own. */
    Document open(Summed summed, GroupsModel range, SumsModel.Opens opens);

    /** Asks for a file; none when the person changes their mind. */
    Optional<Path> askFile();

    /** Whether a document is still open. */
    boolean isOpen(Document document);
}
