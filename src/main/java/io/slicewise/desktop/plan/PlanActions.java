package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.mig.Catalogue;
import io.slicewise.scenario.Scenario;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** What the window does for the Plan screen. */
public interface PlanActions extends Background {
    /** Where models are looked up. */
    Catalogue catalogue();

    /** Puts a text on the clipboard. */
    void copy(String text);

    /** The text on the clipboard; empty where there is none. */
    String pasted();

    /** Asks where to write a text that is called so, and writes it. */
    void export(String suggestedName, String content);

    /** Opens a scenario as a document of its own. */
    void open(Scenario scenario);

    /** The documents that are open and have instances. */
    ObservableList<Document> documents();

    /** Asks for a file and reads it; it gets no tab. */
    void openBeside(Consumer<Document> then);
}
