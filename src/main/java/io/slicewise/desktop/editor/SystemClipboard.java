package io.slicewise.desktop.editor;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The operating system's clipboard. To be used on the FX thread. */
public final class SystemClipboard implements ClipboardAccess {
    @Override
    public String text() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    @Override
    public void setText(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
