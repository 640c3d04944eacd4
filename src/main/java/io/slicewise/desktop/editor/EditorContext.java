package io.slicewise.desktop.editor;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Fleet;

/** What every part of the editor works with. */
record EditorContext(Document document, Words words, EditorActions actions, ModelMenu models, MapDrag drag) {
    Fleet fleet() {
        return document.scenario().fleet();
    }
}
