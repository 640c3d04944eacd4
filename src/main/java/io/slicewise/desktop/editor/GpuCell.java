package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.usage.Figures;
import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** A place in the list of GPUs, with the card of whichever GPU is there. */
final class GpuCell extends ListCell<String> {
    private final EditorContext context;
    private final GpuCard card;
    private final Pane place;

    GpuCell(EditorContext context) {
        this.context = context;
        this.card = new GpuCard(context);
        // what changes in the card stays in the card: a cell that needs layout makes the list build up all its cells
        card.setManaged(false);
        place = new Pane(card); // a cell does not take a graphic that is not managed
        card.setOnOtherHeight(this::requestLayout);
        getStyleClass().add("gpu-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    GpuCard card() {
        return card;
    }

    @Override
    protected void updateItem(@Nullable String id, boolean empty) {
        super.updateItem(id, empty);
        // the card stays where it is: the list measures cells all the time, and a new parent costs a pass of CSS each
        boolean shown = !empty && id != null;
        card.setVisible(shown);
        if (shown) {
            if (getGraphic() == null) {
                setGraphic(place);
            }
            refresh();
        } else {
            card.showNothing();
        }
    }

    /** Shows its GPU as it is now. */
    void refresh() {
        Figures figures = context.document().figures();
        List<Gpu> gpus = context.fleet().gpus();
        int index = getIndex();
        if (!isEmpty()
                && index >= 0
                && index < gpus.size()
                && gpus.get(index).id().equals(getItem())) {
            card.show(
                    gpus.get(index),
                    figures.gpus().get(index),
                    figures.weights().basis());
        }
    }

    /** Shows its GPU in the language of now. */
    void translate() {
        List<Figures.GpuFigures> gpus = context.document().figures().gpus();
        if (!isEmpty() && getIndex() >= 0 && getIndex() < gpus.size()) {
            card.show(gpus.get(getIndex()));
        }
    }

    // a cell measures its graphic without a width, and a palette that wraps needs one
    @Override
    protected double computePrefHeight(double width) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        return isEmpty()
                ? super.computePrefHeight(width)
                : snappedTopInset() + card.prefHeight(Math.max(0, inner)) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double inner = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        place.resizeRelocate(snappedLeftInset(), snappedTopInset(), inner, height);
        card.resizeRelocate(0, 0, inner, height);
    }
}
