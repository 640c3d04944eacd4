package io.slicewise.desktop.present;

import io.slicewise.page.Block.Tile;
import io.slicewise.story.Figure;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Figures;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A figure to be read from the back of a room: its hue, its value, its name, its question. */
final class FigureTile extends VBox {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Figure figure;
    private final Label value = SlideBody.label("tile-value");
    private final Label name = SlideBody.label("tile-name");
    private final Label question = SlideBody.label("tile-question");

    FigureTile(Figure figure) {
        this.figure = figure;
        getStyleClass().addAll("figure-tile", hue(figure));
        value.setWrapText(false);
        value.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(value, name, question);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinWidth(0);
    }

    /** The style class that colours a figure. */
    static String hue(Figure figure) {
        return figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void show(Figures figures, Messages words) {
        show(
                Numbers.percent(figure.of(figures.total()), words.language()),
                words.say(figure.title()),
                words.say(figure.question()));
    }

    /** As it stands on a page. */
    void show(Tile tile) {
        show(tile.value(), tile.name(), tile.caption());
    }

    private void show(String percent, String title, String caption) {
        value.setText(percent);
        name.setText(title);
        question.setText(caption);
        setAccessibleText(title + " " + percent + ". " + caption);
    }

    /** Marks it as one that the audience looks at first. */
    void mark(boolean marked) {
        pseudoClassStateChanged(MARKED, marked);
    }
}
