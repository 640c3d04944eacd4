package io.slicewise.desktop.figures;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Text;
import java.util.Set;
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
    private final ObservableValue<Set<ReadingKind>> reported;
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
        reported = scenario.map(s -> ReadingKind.in(s.fleet()));
        for (ReadingKind kind : ReadingKind.AVERAGED) {
            button.getItems().add(item(kind, words));
        }
        button.visibleProperty().bind(scenario.flatMap(s -> reported.map(there -> isChoice(s, there))));
        button.managedProperty().bind(button.visibleProperty());
    }

    /** The switch. */
    public MenuButton button() {
        return button;
    }

    private static boolean isChoice(Scenario scenario, Set<ReadingKind> reported) {
        return scenario.weights().reading() != ReadingKind.ENGINE
                || ReadingKind.AVERAGED.stream()
                        .anyMatch(kind -> kind != ReadingKind.ENGINE && reported.contains(kind));
    }

    private RadioMenuItem item(ReadingKind kind, Words words) {
        RadioMenuItem item = new RadioMenuItem();
        item.textProperty().bind(words.of("usage.reading." + kind.id()));
        document.scenarioProperty()
                .subscribe(scenario -> item.setSelected(scenario.weights().reading() == kind));
        reported.subscribe(there -> item.setDisable(!there.contains(kind)));
        item.setOnAction(_ -> {
            document.edit(
                    new ScenarioEdit.SetWeights(document.scenario().weights().of(kind)));
            document.settle();
        });
        return item;
    }
}
