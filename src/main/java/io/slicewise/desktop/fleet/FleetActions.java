package io.slicewise.desktop.fleet;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.fleet.InstanceRef;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** What the Fleet screen asks of the window around it. */
public interface FleetActions extends Background {
    /** For work on what no one misses before the frame of now has been painted. */
    Background afterFrame();

    /** Opens a part of a document as a document of its own. */
    void explore(Editable part);

    /** The documents that are open. */
    ObservableList<Document> documents();

    /** Asks for a file and reads it; it gets no tab. */
    void openBeside(Consumer<Document> then);

    /** Plans for some instances. */
    void planFor(Set<InstanceRef> instances);

    /**
     * Shows the change from the document of this screen to another.
     *
     * @param back whether it goes the other way
     */
    void change(Document other, boolean back);

    /** Shows in what the plan of this document differs from another's. */
    void comparePlans(Document other);

    /** Asks where to write a file that is called so, and writes it. */
    void export(String suggestedName, byte[] content);

    /** Puts a text on the clipboard. */
    void copy(String text);
}
