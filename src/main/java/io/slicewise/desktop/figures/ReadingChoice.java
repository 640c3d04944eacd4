package io.slicewise.desktop.figures;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Text;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.Region;

/**
 * The switch which reading the figures are of. It is there where there is a choice, and takes the weight basis that the
 * reading scales with.
 */
public final class ReadingChoice {
    private final Document document;
    private final MenuButton button = new MenuButton();

    public ReadingChoice(Document document, Words words) {
        this.document = document;
        ObservableValue<Scenario> scenario = document.scenarioProperty();
        button.getStyleClass().addAll("basis-button", "reading-button");
        button.textProperty()
                .bind(words.of(scenario.map(s -> Text.of(
                        "figures.reading",
                        Text.of("usage.reading." + s.weights().reading().id())))));
        button.accessibleTextProperty().bind(button.textProperty());
        button.setMinWidth(Region.USE_PREF_SIZE);
        for (ReadingKind kind : ReadingKind.AVERAGED) {
            button.getItems().add(item(kind, words));
        }
        button.visibleProperty().bind(scenario.map(ReadingChoice::isChoice));
        button.managedProperty().bind(button.visibleProperty());
    }

    /** The switch. */
    public MenuButton button() {
        return button;
    }

    private static boolean isChoice(Scenario scenario) {
        return scenario.weights().reading() != ReadingKind.ENGINE
                || ReadingKind.AVERAGED.stream()
                        .anyMatch(kind -> kind != ReadingKind.ENGINE && kind.isIn(scenario.fleet()));
    }

    private RadioMenuItem item(ReadingKind kind, Words words) {
        RadioMenuItem item = new RadioMenuItem();
        item.textProperty().bind(words.of("usage.reading." + kind.id()));
        document.scenarioProperty().subscribe(scenario -> {
            item.setSelected(scenario.weights().reading() == kind);
            item.setDisable(!kind.isIn(scenario.fleet()));
        });
        item.setOnAction(_ -> {
            document.edit(
                    new ScenarioEdit.SetWeights(document.scenario().weights().of(kind)));
            document.settle();
        });
        return item;
    }
}
