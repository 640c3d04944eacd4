package io.slicewise.desktop.editor;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Fleet;
import io.slicewise.usage.GpuNames;
import javafx.beans.value.ObservableValue;

/** What every part of the editor works with. */
record EditorContext(
        Document document,
        Words words,
        EditorActions actions,
        ModelMenu models,
        MapDrag drag,
        ObservableValue<GpuNames> names) {
    EditorContext(Document document, Words words, EditorActions actions, ModelMenu models, MapDrag drag) {
        this(
                document,
                words,
                actions,
                models,
                drag,
                document.scenarioProperty()
                        .map(scenario -> GpuNames.of(scenario.fleet().gpus())));
    }

    Fleet fleet() {
        return document.scenario().fleet();
    }
}
