package io.slicewise.desktop.figures;

import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/**
 * One figure: its hue, its name, the question that it answers, its value, and its formula with the numbers put in. What
 * stands below the value has a line of its own as long as it leaves the words room to be read, and breaks where it does
 * not.
 */
final class FigureCard extends Region {
    private static final double GAP = 12;

    /** In letters: what the words keep. */
    private static final double LEAST_WORDS = 11;

    private final StringProperty value = new SimpleStringProperty("");
    private final StringProperty formula = new SimpleStringProperty("");
    private final StringProperty aside = new SimpleStringProperty("");
    private final Region bar = new Region();
    private final Label name;
    private final VBox said;
    private final Label number = value();
    private final VBox numbers;

    /**
     * @param hue the style class of the figure
     * @param key the message keys {@code figures.<key>.name}, {@code .question} and {@code .help}
     * @param term the style class of the term that stands below the value
     */
    FigureCard(String hue, String key, String term, Words words) {
        getStyleClass().addAll("figure-card", hue);
        bar.getStyleClass().add("figure-bar");
        name = text(words, key, "name", "figure-name");
        said = new VBox(name, text(words, key, "question", "caption"), formula(words));
        said.getStyleClass().add("figure-text");
        numbers = new VBox(number, aside(term));
        numbers.getStyleClass().add("figure-numbers");
        getChildren().addAll(bar, said, numbers);
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
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.RIGHT);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    // ---- layout ----

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double wordsWidth(double width) {
        return width - bar.prefWidth(-1) - 2 * GAP - numbersWidth(width);
    }

    private double numbersWidth(double width) {
        double room = width
                - bar.prefWidth(-1)
                - 2 * GAP
                - LEAST_WORDS * name.getFont().getSize();
        return snapSizeX(Math.max(number.prefWidth(-1), Math.min(numbers.prefWidth(-1), room)));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return bar.prefWidth(-1) + 2 * GAP + said.prefWidth(-1) + numbers.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double across = width < 0 ? computePrefWidth(-1) : width;
        return snapSizeY(Math.max(said.prefHeight(wordsWidth(across)), numbers.prefHeight(numbersWidth(across))));
    }

    @Override
    protected void layoutChildren() {
        double wide = getWidth();
        bar.resizeRelocate(0, 0, bar.prefWidth(-1), getHeight());
        place(said, bar.prefWidth(-1) + GAP, wordsWidth(wide));
        place(numbers, wide - numbersWidth(wide), numbersWidth(wide));
    }

    /** In the middle of the height. */
    private void place(Region part, double x, double width) {
        double height = Math.min(getHeight(), part.prefHeight(width));
        part.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
    }
}
