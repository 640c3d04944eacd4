package io.slicewise.desktop.story;

import io.slicewise.page.Section;
import javafx.scene.Node;

/** What stands below the heading of a section. */
interface Body {
    Node node();

    /** Shows another state of the document. Called for every change; what is the same may stay. */
    void show(ExplainModel.Shown shown, Section section);

    /** Lays itself out for a wide page or a narrow one. */
    default void setWide(boolean wide) {}
}
