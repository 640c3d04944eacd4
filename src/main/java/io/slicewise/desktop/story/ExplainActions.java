package io.slicewise.desktop.story;

/** What the Explain screen asks of the window around it. */
public interface ExplainActions {
    /** Shows the screen in which the document is edited. */
    void goToEditor();

    /** Opens a sample of the Library. */
    void openSample(String file);

    /** Puts text on the clipboard. */
    void copy(String text);
}
