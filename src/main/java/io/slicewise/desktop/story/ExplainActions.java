package io.slicewise.desktop.story;

import io.slicewise.desktop.document.Background;

/** What the Explain screen asks of the window around it. */
public interface ExplainActions extends Background {
    /** Shows the screen in which the document is edited. */
    void goToEditor();

    /** Opens a sample of the Library. */
    void openSample(String file);

    /** Puts text on the clipboard. */
    void copy(String text);
}
