package io.slicewise.desktop.figures;

import io.slicewise.desktop.control.Segmented;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Text;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Where there are GPUs without instances: what they make of the figures in one sentence, and the switch whether the
 * figures are of the partitioned GPUs or of all.
 */
public final class AllGpusNote extends VBox {
    public AllGpusNote(Document document, Words words) {
        ObservableValue<@Nullable Text> said = document.contentProperty().map(content -> content.allGpus());
        Label sentence = new Label();
        sentence.getStyleClass().addAll("sentence", "muted");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.textProperty().bind(words.of(said).orElse(""));
        Segmented<Boolean> which = new Segmented<>(
                List.of(false, true),
                document.scenarioProperty().map(Scenario::weights).map(weights -> weights.allGpus()),
                all -> {
                    document.edit(new ScenarioEdit.SetWeights(
                            document.scenario().weights().withAllGpus(all)));
                    document.settle();
                },
                all -> words.of(all ? "figures.gpus.all" : "figures.gpus.partitioned"));
        getStyleClass().add("all-gpus");
        getChildren().addAll(which, sentence);
        visibleProperty().bind(said.map(_ -> true).orElse(false));
        managedProperty().bind(visibleProperty());
    }
}
