package io.slicewise.desktop.editor;

import io.slicewise.mig.Layout;
import javafx.scene.layout.Region;

/** A small picture of a layout: blocks to scale, stranded slices hatched. */
final class MiniMap extends Region {
    private final SliceMapModel model;

    MiniMap(Layout layout) {
        model = SliceMapModel.of(layout);
        getStyleClass().add("mini-map");
        for (SliceMapModel.Block _ : model.blocks()) {
            getChildren().add(part("mini-block"));
        }
        for (SliceMapModel.Free free : model.freeSlices()) {
            getChildren().add(part(free.stranded() ? "mini-stranded" : "mini-free"));
        }
        setMouseTransparent(true);
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        return part;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() / model.columns();
        int next = 0;
        for (SliceMapModel.Block block : model.blocks()) {
            place(next++, block.column(), block.columns(), width);
        }
        for (SliceMapModel.Free free : model.freeSlices()) {
            place(next++, free.index(), 1, width);
        }
    }

    private void place(int child, int column, int columns, double width) {
        double x = snapPositionX(column * width);
        double end = snapPositionX((column + columns) * width) - 1;
        getChildren().get(child).resizeRelocate(x, 0, Math.max(1, end - x), getHeight());
    }
}
