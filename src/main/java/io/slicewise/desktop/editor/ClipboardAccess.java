package io.slicewise.desktop.editor;

/** The clipboard, as far as the editor needs it. */
public interface ClipboardAccess {
    /** The text on it; empty when there is none. */
    String text();

    /** Puts a text on it. */
    void setText(String text);
}
