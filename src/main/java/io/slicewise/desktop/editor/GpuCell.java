package io.slicewise.desktop.editor;

import io.slicewise.desktop.control.Islands;
import io.slicewise.fleet.Gpu;
import io.slicewise.usage.Figures;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list of GPUs, with the card of whichever GPU is there. The card is an island: a cell that needs layout
 * makes the list build up all of its cells. It is a child of its own instead of the cell's graphic, because the skin of a
 * cell with a graphic asks for layout whenever the graphic is resized, which is while the cell is being laid out.
 */
final class GpuCell extends ListCell<String> {
    private final EditorContext context;
    private final Islands islands;
    private final BooleanSupplier cardsStand;
    private @Nullable GpuCard card;

    /** @param cardsStand whether a cell of the list has a card */
    GpuCell(EditorContext context, Islands islands, BooleanSupplier cardsStand) {
        this.context = context;
        this.islands = islands;
        this.cardsStand = cardsStand;
        getStyleClass().add("gpu-cell");
        setPrefWidth(0);
        visibleProperty().subscribe((_, now) -> {
            if (now && !isEmpty()) {
                styleNow();
            }
        });
    }

    /** The card of the GPU that is here; empty where none is. */
    Optional<GpuCard> card() {
        return isEmpty() ? Optional.empty() : Optional.ofNullable(card);
    }

    @Override
    protected void updateItem(@Nullable String id, boolean empty) {
        super.updateItem(id, empty);
        // the card stays where it is: the list measures cells all the time, and a new parent costs a pass of CSS each
        boolean shown = !empty && id != null;
        GpuCard present = shown && !guesses() ? made() : card;
        if (present != null) {
            present.setVisible(shown);
            if (!shown) {
                present.showNothing();
            }
        }
        refresh();
        if (shown) {
            styleNow();
        }
    }

    /**
     * Within a layout, where what the card made for another GPU, or while the list had put its cell aside, would stand bare
     * until the next pulse.
     */
    private void styleNow() {
        if (getScene() != null && !measures()) {
            applyCss();
        }
    }

    /** A cell that the list only measures with is in a group that is not seen. */
    private boolean measures() {
        return getParent() != null && !getParent().isVisible();
    }

    /**
     * Before the first card stands there is nothing to measure for: a card only for that would be thrown away. The list gives
     * such a cell another place each time, so that it asks again.
     */
    private boolean guesses() {
        return card == null && measures() && !cardsStand.getAsBoolean();
    }

    /** Cells beyond the last GPU, with which the list fills its height, never get a card. */
    private GpuCard made() {
        GpuCard present = card;
        if (present == null) {
            present = islands.add(new GpuCard(context));
            present.setOnOtherHeight(this::requestLayout);
            card = present;
            getChildren().add(present);
        }
        return present;
    }

    /** Shows its GPU as it is now. */
    void refresh() {
        Figures figures = context.document().figures();
        List<Gpu> gpus = context.fleet().gpus();
        int index = getIndex();
        if (index >= 0 && index < gpus.size() && gpus.get(index).id().equals(getItem())) {
            card().ifPresent(present -> present.show(
                    gpus.get(index),
                    figures.gpus().get(index),
                    figures.weights().basis()));
        }
    }

    /** Shows its GPU in the language of now. */
    void translate() {
        List<Figures.GpuFigures> gpus = context.document().figures().gpus();
        if (getIndex() >= 0 && getIndex() < gpus.size()) {
            card().ifPresent(present -> present.show(gpus.get(getIndex())));
        }
    }

    // a cell measures its content without a width, and a palette that wraps needs one
    @Override
    protected double computePrefHeight(double width) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        return card().map(present -> snappedTopInset() + present.prefHeight(Math.max(0, inner)) + snappedBottomInset())
                .orElseGet(() -> super.computePrefHeight(width));
    }

    @Override
    protected void layoutChildren() {
        double inner = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        card().ifPresent(present -> present.resizeRelocate(snappedLeftInset(), snappedTopInset(), inner, height));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new Face(this);
    }

    /** Nothing but the card. */
    private static final class Face extends SkinBase<GpuCell> {
        private static final double USUAL_HEIGHT = 240;

        private Face(GpuCell cell) {
            super(cell);
            consumeMouseEvents(false);
        }

        /** Of a cell without a card: few of them fill the height that cards leave. */
        @Override
        protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
            return USUAL_HEIGHT;
        }
    }
}
