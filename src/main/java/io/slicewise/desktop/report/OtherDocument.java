package io.slicewise.desktop.report;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Language;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What a report compares the document with: another one that is open, or files; and which of them comes first. */
final class OtherDocument extends HBox {
    private static final double WIDEST = 300;

    private final ReportModel model;
    private final ReportActions actions;
    private final Words words;
    private final MenuButton choice = new MenuButton();

    OtherDocument(ReportModel model, ReportActions actions, Words words) {
        this.model = model;
        this.actions = actions;
        this.words = words;
        getStyleClass().addAll("report-line", "report-other");
        choice.textProperty()
                .bind(words.languageProperty()
                        .flatMap(language -> model.otherProperty()
                                .flatMap(other -> name(other, language))
                                .orElse(words.now("making.other.choose"))));
        choice.setMaxWidth(WIDEST);
        choice.accessibleTextProperty()
                .bind(choice.textProperty().map(name -> words.now("making.other") + ": " + name));
        choice.setOnShowing(_ -> fill());
        fill();
        Label label = new Label();
        label.textProperty().bind(words.of("making.other"));
        label.setLabelFor(choice);
        label.setMinWidth(Region.USE_PREF_SIZE);
        CheckBox swap = new CheckBox();
        swap.textProperty().bind(words.of("making.other.later"));
        swap.setMinWidth(Region.USE_PREF_SIZE);
        swap.selectedProperty().bindBidirectional(model.swappedProperty());
        getChildren().addAll(label, choice, swap);
    }

    private static ObservableValue<String> name(Document document, Language language) {
        return document.scenarioProperty().map(scenario -> scenario.name().in(language));
    }

    private void fill() {
        List<MenuItem> items = actions.documents().stream()
                .filter(it -> !it.equals(model.document()))
                .map(this::item)
                .toList();
        MenuItem file = new MenuItem(words.now("making.other.file"));
        file.setOnAction(_ -> actions.openBeside(model.otherProperty()::set));
        choice.getItems().setAll(items);
        if (!items.isEmpty()) {
            choice.getItems().add(new SeparatorMenuItem());
        }
        choice.getItems().add(file);
    }

    private MenuItem item(Document document) {
        MenuItem item = new MenuItem(document.scenario().name().in(words.language()));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.otherProperty().set(document));
        return item;
    }
}
