package io.slicewise.desktop.figures;

import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One figure: its hue, its name, the question that it answers, its value, and its formula with the numbers put in. */
final class FigureCard extends HBox {
    private final StringProperty value = new SimpleStringProperty("");
    private final StringProperty formula = new SimpleStringProperty("");
    private final StringProperty aside = new SimpleStringProperty("");

    /**
     * @param hue the style class of the figure
     * @param key the message keys {@code figures.<key>.name}, {@code .question} and {@code .help}
     * @param term the style class of the term that stands below the value
     */
    FigureCard(String hue, String key, String term, Words words) {
        getStyleClass().addAll("figure-card", hue);
        Region bar = new Region();
        bar.getStyleClass().add("figure-bar");
        VBox text = new VBox(
                text(words, key, "name", "figure-name"), text(words, key, "question", "caption"), formula(words));
        text.getStyleClass().add("figure-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        VBox numbers = new VBox(value(), aside(term));
        numbers.getStyleClass().add("figure-numbers");
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(bar, text, numbers);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty()
                .bind(words.of("figures." + key + ".name")
                        .flatMap(name -> value.flatMap(v -> formula.map(f -> name + " " + v + ". " + f))));
        Tooltips.on(this, () -> words.now("figures." + key + ".help"));
    }

    StringProperty valueProperty() {
        return value;
    }

    StringProperty formulaProperty() {
        return formula;
    }

    /** What stands below the value: the gap, the ceiling. */
    StringProperty asideProperty() {
        return aside;
    }

    private static Label text(Words words, String key, String part, String style) {
        Label label = new Label();
        label.textProperty().bind(words.of("figures." + key + "." + part));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Label formula(Words words) {
        Label label = new SteadyText(formula, words);
        label.getStyleClass().add("formula");
        label.managedProperty().bind(formula.map(f -> !f.isEmpty()));
        return label;
    }

    private Label value() {
        Label label = new Label();
        label.textProperty().bind(value);
        label.getStyleClass().addAll("figure-value", "number");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Label aside(String term) {
        Label label = new Label();
        label.textProperty().bind(aside);
        label.getStyleClass().addAll("figure-aside", "number", term);
        label.managedProperty().bind(aside.map(a -> !a.isEmpty()));
        return label;
    }
}
