package io.slicewise.desktop.editor;

import io.slicewise.desktop.control.Focus;
import io.slicewise.fleet.Gpu;
import io.slicewise.usage.Figures.GpuFigures;
import io.slicewise.usage.WeightBasis;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A GPU: its head, its slice map, and what can be added. */
final class GpuCard extends VBox {
    private final CardHeader header;
    private final SliceMap map;
    private final PaletteView palette;
    private final EditorContext context;

    /** Made for the first GPU whose model nobody knows. */
    private @Nullable UnknownModel unknown;

    private final Label note = new Label();
    private Runnable onOtherHeight = () -> {};
    private @Nullable Gpu shown;
    private @Nullable WeightBasis basis;

    GpuCard(EditorContext context) {
        this.context = context;
        header = new CardHeader(context);
        map = new SliceMap(context);
        palette = new PaletteView(context, map);
        note.textProperty().bind(context.words().of("editor.map.noPlaces"));
        note.setWrapText(true);
        note.getStyleClass().add("caption");
        getStyleClass().addAll("card", "gpu-card");
        getChildren().addAll(header, map, note, palette);
    }

    SliceMap map() {
        return map;
    }

    /** Puts the focus on the first profile that can be added. */
    void focusPalette() {
        if (!Focus.enter(palette)) {
            Focus.enter(this);
        }
    }

    /** Is told when the card wants another height than it has: after a palette was opened, or text came that wraps. */
    void setOnOtherHeight(Runnable listener) {
        onOtherHeight = listener;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (Math.abs(prefHeight(getWidth()) - getHeight()) > 0.5) {
            Platform.runLater(onOtherHeight); // not within a layout, which would forget it
        }
    }

    /** Shows a GPU of the fleet; does nothing where it shows this very value already. */
    @SuppressWarnings("ReferenceEquality") // the same value is the same object
    void show(Gpu gpu, GpuFigures figures, WeightBasis weights) {
        if (gpu != shown || weights != basis) {
            shown = gpu;
            basis = weights;
            showNow(gpu, figures);
        }
    }

    /** Shows it in the language of now. */
    void show(GpuFigures figures) {
        if (shown != null) {
            showNow(shown, figures);
        }
    }

    private void showNow(Gpu gpu, GpuFigures figures) {
        boolean known = gpu.model() != null;
        header.show(gpu, figures.averages());
        map.show(gpu);
        map.setVisible(known || !gpu.instances().isEmpty());
        map.setManaged(map.isVisible());
        palette.setVisible(known);
        palette.setManaged(known);
        boolean places = !known || !SliceMapModel.of(gpu).placed();
        note.setVisible(places && known);
        note.setManaged(places && known);
        ask(known ? null : gpu);
        if (known) {
            palette.show(gpu);
        }
    }

    /** Asks which model a GPU is; nothing where that is known. */
    private void ask(@Nullable Gpu gpu) {
        UnknownModel there = unknown;
        if (there == null) {
            if (gpu == null) {
                return;
            }
            there = new UnknownModel(context, map);
            unknown = there;
            getChildren().add(there);
        }
        there.setVisible(gpu != null);
        there.setManaged(gpu != null);
        if (gpu != null) {
            there.show(gpu);
        }
    }

    void showNothing() {
        shown = null;
        map.show(null);
    }
}
