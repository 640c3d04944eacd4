package io.slicewise.desktop.editor;

import io.slicewise.desktop.look.Load;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.Layout;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A small picture of a layout: blocks to scale, stranded slices hatched. That of a GPU shows how busy its instances are.
 * It can show one layout after the other, as cells of tables do, and keeps its parts for that.
 */
public final class MiniMap extends Region {
    private @Nullable SliceMapModel model;
    private int parts;

    /** Nothing yet. */
    public MiniMap() {
        getStyleClass().add("mini-map");
        setMouseTransparent(true);
    }

    MiniMap(Layout layout) {
        this();
        show(SliceMapModel.of(layout), null, false);
    }

    /**
     * Shows a GPU with the utilization of its instances.
     *
     * @param counted ids of the instances that matter, the others are pale; {@code null} for all
     */
    public void show(Gpu gpu, @Nullable Set<String> counted) {
        show(SliceMapModel.of(gpu), counted, true);
    }

    private void show(SliceMapModel shown, @Nullable Set<String> counted, boolean loads) {
        model = shown;
        parts = 0;
        for (SliceMapModel.Block block : shown.blocks()) {
            boolean pale = counted != null && !counted.contains(block.instance().id());
            String load = loads ? Load.styleClass(block.instance().utilization()) : "";
            part("mini-block", pale ? "mini-pale" : load);
        }
        for (SliceMapModel.Free free : shown.freeSlices()) {
            part(free.stranded() ? "mini-stranded" : "mini-free", "");
        }
        for (int i = 0; i < getChildren().size(); i++) {
            getChildren().get(i).setVisible(i < parts);
        }
        requestLayout();
    }

    /** Classes are set only where they are others: a style that is worked out again is what costs here. */
    private void part(String kind, String load) {
        if (parts == getChildren().size()) {
            getChildren().add(new Region());
        }
        Node part = getChildren().get(parts++);
        if (!part.getStyleClass().equals(classes(kind, load))) {
            part.getStyleClass().setAll(classes(kind, load));
        }
    }

    private static List<String> classes(String kind, String load) {
        return load.isEmpty() ? List.of(kind) : List.of(kind, load);
    }

    @Override
    protected void layoutChildren() {
        SliceMapModel shown = model;
        if (shown == null) {
            return;
        }
        double width = getWidth() / shown.columns();
        int next = 0;
        for (SliceMapModel.Block block : shown.blocks()) {
            place(next++, block.column(), block.columns(), width);
        }
        for (SliceMapModel.Free free : shown.freeSlices()) {
            place(next++, free.index(), 1, width);
        }
    }

    /** Cells of tables stretch what is in them; it stays as high as it likes to be, in the middle. */
    private void place(int child, int column, int columns, double width) {
        double high = Math.min(getHeight(), prefHeight(-1));
        double y = snapPositionY((getHeight() - high) / 2);
        double x = snapPositionX(column * width);
        double end = snapPositionX((column + columns) * width) - 1;
        getChildren().get(child).resizeRelocate(x, y, Math.max(1, end - x), snapSizeY(high));
    }
}
