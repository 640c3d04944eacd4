package io.slicewise.desktop.present;

import io.slicewise.desktop.editor.SliceMapModel;
import io.slicewise.desktop.editor.SliceMapModel.Block;
import io.slicewise.desktop.editor.SliceMapModel.Free;
import io.slicewise.desktop.look.Load;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The slice map of a GPU on a slide: to scale, to be looked at. */
final class GpuMap extends Region {
    private static final PseudoClass STRANDED = PseudoClass.getPseudoClass("stranded");
    private static final double HIGHEST_EMS = 9;

    private final Label title = new Label();
    private final List<Node> cells = new ArrayList<>();
    private SliceMapModel model = new SliceMapModel(false, 1, 1, 0, List.of(), List.of(), List.of());

    GpuMap() {
        getStyleClass().add("gpu-map");
        title.getStyleClass().add("gpu-name");
        getChildren().add(title);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinSize(0, 0);
    }

    void show(Gpu gpu, Messages words) {
        model = SliceMapModel.of(gpu);
        GpuModel known = gpu.model();
        String name = known == null ? gpu.modelName() : known.name();
        title.setText(gpu.name().equals(name) || name.isEmpty() ? gpu.name() : gpu.name() + " · " + name);
        getChildren().removeAll(cells);
        cells.clear();
        model.blocks().forEach(block -> cells.add(block(block, words)));
        model.freeSlices().forEach(free -> cells.add(free(free, words)));
        getChildren().addAll(cells);
        setAccessibleText(title.getText() + ". "
                + model.blocks().stream().map(b -> said(b, words)).collect(Collectors.joining("; ")));
        requestLayout();
    }

    private static String said(Block block, Messages words) {
        return words.say(Text.of(
                "present.column",
                block.instance().label(),
                new Percent(block.instance().utilization())));
    }

    private static Node block(Block block, Messages words) {
        double utilization = block.instance().utilization();
        Label figure = new Label(
                block.instance().isReported() ? Numbers.percent(utilization, words.language()) : Numbers.NONE);
        figure.getStyleClass().add("block-figure");
        Label name = new Label(block.instance().label());
        name.getStyleClass().add("block-name");
        VBox box = new VBox(figure, name);
        box.getStyleClass().addAll("block", Load.styleClass(utilization));
        return box;
    }

    private static Node free(Free free, Messages words) {
        Label label = new Label(words.say(free.stranded() ? "present.stranded" : "present.free"));
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
        double top = title.prefHeight(-1) + em * 0.2;
        title.resizeRelocate(0, 0, getWidth(), title.prefHeight(-1));
        double height = Math.max(1, Math.min(getHeight() - top, HIGHEST_EMS * em));
        double slice = getWidth() / model.columns();
        double gap = em * 0.14;
        for (int i = 0; i < cells.size(); i++) {
            int blocks = model.blocks().size();
            double from = i < blocks
                    ? model.blocks().get(i).column()
                    : model.freeSlices().get(i - blocks).index();
            double columns = i < blocks ? model.blocks().get(i).columns() : 1;
            cells.get(i)
                    .resizeRelocate(
                            snapPositionX(from * slice),
                            top,
                            Math.max(1, snapSizeX(columns * slice - gap)),
                            height);
        }
    }
}
