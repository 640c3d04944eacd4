package io.slicewise.desktop.workspace;

import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.words.Words;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The notes of a document. They read as a paragraph: up to three lines are shown whole, of longer ones the first
 * paragraph, and without a scroll bar. The button beside them shows all; writing in them makes room for more.
 */
final class NotesField extends HBox {
    private static final int LINES = 3;
    private static final int LINES_OPEN = 16;

    private final TextArea area = new TextArea();
    private final Text ruler = new Text();
    private final ToggleButton more = new ToggleButton();
    private @Nullable Measured measured;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);

    /**
     * How high a text is in a room of a width: it is asked for several times within a layout.
     *
     * @param line the height of a line
     * @param all the height of the text
     * @param first the height of its first paragraph
     */
    private record Measured(String text, double room, Font font, double line, double all, double first) {
        boolean isOf(String other, double width, Font letters) {
            return text.equals(other) && room == width && font.equals(letters);
        }
    }

    NotesField(Words words) {
        getStyleClass().add("notes");
        area.getStyleClass().addAll("flat", "document-notes");
        area.setWrapText(true);
        area.setMinHeight(0);
        area.promptTextProperty().bind(words.of("desktop.document.notes"));
        area.accessibleTextProperty().bind(words.of("desktop.document.notes"));
        HBox.setHgrow(area, Priority.ALWAYS);
        ruler.fontProperty().bind(area.fontProperty());
        more.getStyleClass().addAll("quiet", "notes-more");
        more.setGraphic(Icon.CHEVRON.node());
        more.getGraphic().rotateProperty().bind(open.map(shown -> shown ? -90 : 90));
        more.selectedProperty().bindBidirectional(open);
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setTooltip(new Tooltip());
        more.getTooltip()
                .textProperty()
                .bind(open.flatMap(shown -> words.of(shown ? "desktop.document.less" : "desktop.document.all")));
        more.accessibleTextProperty().bind(more.getTooltip().textProperty());
        getChildren().addAll(area, more);
        area.textProperty().subscribe(this::requestLayout);
        area.focusedProperty().subscribe(this::showAsMuch);
        open.subscribe(this::showAsMuch);
    }

    /** The field itself. */
    TextArea area() {
        return area;
    }

    private boolean isOpen() {
        return open.get() || area.isFocused();
    }

    private void showAsMuch() {
        if (!isOpen()) {
            area.setScrollTop(0);
        }
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        double button = more.prefWidth(-1) + getSpacing();
        return snappedTopInset() + height(room - button) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** The height of as many lines as are shown in a field of this width. */
    private double height(double width) {
        Insets around = frame();
        Measured text = measure(width - around.getLeft() - around.getRight());
        double shown = isOpen() || text.all() <= LINES * text.line() + 1 ? text.all() : text.first();
        double most = (isOpen() ? LINES_OPEN : LINES) * text.line();
        return Math.ceil(Math.min(shown, most)) + around.getTop() + around.getBottom();
    }

    private Measured measure(double room) {
        Measured known = measured;
        if (known == null || !known.isOf(area.getText(), room, area.getFont())) {
            String text = area.getText().isEmpty() ? "X" : area.getText();
            known = new Measured(
                    area.getText(),
                    room,
                    area.getFont(),
                    lines("X", 0),
                    lines(text, room),
                    lines(text.lines().findFirst().orElse("X"), room));
            measured = known;
        }
        return known;
    }

    private double lines(String text, double width) {
        ruler.setText(text);
        ruler.setWrappingWidth(Math.max(0, width));
        return ruler.getLayoutBounds().getHeight();
    }

    /** What the field keeps free around its text. */
    private Insets frame() {
        Insets outer = area.getInsets();
        Insets inner = area.lookup(".content") instanceof Region content ? content.getInsets() : Insets.EMPTY;
        return new Insets(
                outer.getTop() + inner.getTop(),
                outer.getRight() + inner.getRight() + 1,
                outer.getBottom() + inner.getBottom(),
                outer.getLeft() + inner.getLeft() + 1);
    }

    @Override
    protected void layoutChildren() {
        double button = more.prefWidth(-1) + getSpacing();
        Insets around = frame();
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - button;
        Measured text = measure(room - around.getLeft() - around.getRight());
        more.setVisible(text.all() > LINES * text.line() + 1);
        Node scroll = area.lookup(".scroll-pane");
        if (scroll instanceof ScrollPane pane) {
            boolean taller = text.all() > LINES_OPEN * text.line() + 1;
            pane.setVbarPolicy(isOpen() && taller ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
        }
        super.layoutChildren();
    }
}
