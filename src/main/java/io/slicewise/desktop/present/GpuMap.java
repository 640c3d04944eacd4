package io.slicewise.desktop.present;

import io.slicewise.desktop.editor.SliceMapModel;
import io.slicewise.desktop.editor.SliceMapModel.Block;
import io.slicewise.desktop.editor.SliceMapModel.Free;
import io.slicewise.desktop.look.Load;
import io.slicewise.fleet.Gpu;
import io.slicewise.text.Decimal;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The slice map of a GPU on a slide: to scale, to be looked at; the memory row below it where there is room for it. */
final class GpuMap extends Region {
    private static final PseudoClass STRANDED = PseudoClass.getPseudoClass("stranded");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double HIGHEST_EMS = 12;
    private static final double MEMORY_EMS = 1.9;
    private static final double ROOM_FOR_MEMORY_EMS = 7;

    private final Label title = new Label();
    private final List<Cell> cells = new ArrayList<>();
    private SliceMapModel model = new SliceMapModel(false, 1, 1, 0, List.of(), List.of(), List.of());

    /**
     * Something in the map.
     *
     * @param from where it begins, in units
     * @param units how many it takes
     * @param memory whether it belongs to the memory row
     */
    private record Cell(Node node, double from, double units, boolean memory) {}

    GpuMap() {
        getStyleClass().add("gpu-map");
        title.getStyleClass().add("gpu-name");
        getChildren().add(title);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinSize(0, 0);
    }

    /** @param name what the GPU is called in its fleet */
    void show(Gpu gpu, String name, Messages words) {
        model = SliceMapModel.of(gpu);
        title.setText(withModel(name, gpu));
        cells.clear();
        int column = model.unitsPerColumn();
        for (Block block : model.blocks()) {
            double from = (double) block.column() * column;
            cells.add(new Cell(new BlockBox(gpu, block, words), from, (double) block.columns() * column, false));
            if (model.placed()) {
                cells.add(new Cell(memory(block, words), block.unit(), block.units(), true));
            }
        }
        for (Free free : model.freeSlices()) {
            String key = free.stranded() ? "present.stranded" : "present.free";
            cells.add(new Cell(free(words.say(key), free), (double) free.index() * column, column, false));
        }
        for (Free free : model.freeUnits()) {
            cells.add(new Cell(free("", free), free.index(), 1, true));
        }
        getChildren().setAll(title);
        cells.forEach(cell -> getChildren().add(cell.node()));
        setAccessibleText(title.getText() + ". "
                + model.blocks().stream().map(b -> said(gpu, b, words)).collect(Collectors.joining("; ")));
        requestLayout();
    }

    /** The name and the model without its variants: «GPU 0 · A100 80GB». */
    private static String withModel(String name, Gpu gpu) {
        String model = Naming.modelName(gpu);
        return model.isEmpty() || gpu.name().equals(model) ? name : name + " · " + model;
    }

    private static String said(Gpu gpu, Block block, Messages words) {
        Percent utilization = new Percent(block.instance().utilization());
        return words.say(Text.of("present.column", Naming.onGpu(gpu, block.instance()), utilization));
    }

    /** An instance; without the percent sign where there is little room, then without its name and the tenths. */
    private static final class BlockBox extends VBox {
        private static final double ROOM_FOR_SIGN_EMS = 4.6;
        private static final double ROOM_FOR_NAME_EMS = 2.2;
        private static final double ROOM_FOR_TENTHS_EMS = 2.6;
        private static final double ROOM_FOR_FIGURE_EMS = 1.3;

        private final Label figure = new Label();
        private final Label name = new Label();
        private final String percent;
        private final String bare;
        private final String whole;

        private BlockBox(Gpu gpu, Block block, Messages words) {
            double utilization = block.instance().utilization();
            percent = Numbers.percent(utilization, words.language());
            bare = Numbers.percentNumber(utilization);
            whole = Double.isNaN(utilization) ? bare : String.valueOf(Math.round(utilization * 100));
            figure.getStyleClass().add("block-figure");
            figure.setMinWidth(USE_PREF_SIZE);
            name.setText(Naming.onGpu(gpu, block.instance()));
            name.getStyleClass().add("block-name");
            getChildren().addAll(figure, name);
            getStyleClass().addAll("block", Load.styleClass(utilization));
        }

        /** Says what there is room for. */
        private void fit(double width, double height, double em) {
            boolean roomy = width > ROOM_FOR_SIGN_EMS * em;
            figure.setText(roomy ? percent : width > ROOM_FOR_TENTHS_EMS * em ? bare : whole);
            figure.pseudoClassStateChanged(NARROW, !roomy);
            double high = figure.prefHeight(-1);
            figure.setVisible(width > ROOM_FOR_FIGURE_EMS * em && height >= high);
            name.setVisible(width > ROOM_FOR_NAME_EMS * em && height >= high + name.prefHeight(-1));
            name.setManaged(name.isVisible());
        }
    }

    private static Node memory(Block block, Messages words) {
        Double gib = block.instance().profile().memory();
        Label label = new Label(gib == null ? "" : words.say("present.memory", new Decimal(gib, 1)));
        label.getStyleClass().add("memory");
        return label;
    }

    private static Node free(String said, Free free) {
        Label label = new Label(said);
        label.getStyleClass().add("free");
        label.pseudoClassStateChanged(STRANDED, free.stranded());
        return label;
    }

    @Override
    protected double computePrefHeight(double width) {
        return title.prefHeight(-1) + HIGHEST_EMS * title.getFont().getSize();
    }

    @Override
    protected void layoutChildren() {
        double em = title.getFont().getSize();
        double top = title.prefHeight(-1) + em * 0.3;
        title.resizeRelocate(0, 0, getWidth(), title.prefHeight(-1));
        double room = Math.max(1, Math.min(getHeight() - top, HIGHEST_EMS * em));
        double gap = em * 0.16;
        boolean memory = model.placed() && room > ROOM_FOR_MEMORY_EMS * em;
        double below = memory ? MEMORY_EMS * em : 0;
        double unit = getWidth() / (memory ? model.width() : model.columns() * model.unitsPerColumn());
        for (Cell cell : cells) {
            if (cell.node() instanceof BlockBox box) {
                box.fit(cell.units() * unit, room - below, em);
            }
            cell.node().setVisible(!cell.memory() || memory);
            cell.node()
                    .resizeRelocate(
                            snapPositionX(cell.from() * unit),
                            cell.memory() ? top + room - below + gap : top,
                            Math.max(1, snapSizeX(cell.units() * unit - gap)),
                            Math.max(1, cell.memory() ? below - gap : room - below));
        }
    }
}
