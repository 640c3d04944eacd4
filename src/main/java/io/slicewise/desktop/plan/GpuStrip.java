package io.slicewise.desktop.plan;

import io.slicewise.desktop.editor.SliceMapModel;
import io.slicewise.desktop.editor.SliceMapModel.Block;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Layout;
import io.slicewise.planning.packing.PackingRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A GPU as a row of its instances, as wide as their compute slices. */
final class GpuStrip extends GridPane {
    private GpuStrip(SliceMapModel map, Function<Block, List<String>> styles, @Nullable Consumer<InstanceRef> chosen) {
        getStyleClass().add("gpu-strip");
        setAccessibleRole(AccessibleRole.PARENT);
        for (int i = 0; i < map.columns(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / map.columns());
            getColumnConstraints().add(column);
        }
        for (Block block : map.blocks()) {
            add(block(block, styles.apply(block), chosen), block.column(), 0, Math.max(1, block.columns()), 1);
        }
        for (SliceMapModel.Free free : map.freeSlices()) {
            Region region = new Region();
            region.getStyleClass().add(free.stranded() ? "strip-stranded" : "strip-free");
            add(region, free.index(), 0);
        }
    }

    /** A layout. */
    static GpuStrip of(Layout layout) {
        List<Instance> instances = new ArrayList<>();
        layout.placements()
                .forEach(placement -> instances.add(Instance.of(
                        String.valueOf(instances.size()),
                        placement.profile(),
                        placement.start(),
                        Instance.NO_READING)));
        return of(Gpu.of("", "", layout.model(), instances), _ -> List.of(), null);
    }

    /**
     * A GPU.
     *
     * @param styles further style classes of an instance
     * @param chosen is told of an instance that was clicked; {@code null} where that does nothing
     */
    static GpuStrip of(Gpu gpu, Function<Block, List<String>> styles, @Nullable Consumer<InstanceRef> chosen) {
        return new GpuStrip(SliceMapModel.of(gpu), styles, chosen);
    }

    private static Labeled block(Block block, List<String> styles, @Nullable Consumer<InstanceRef> chosen) {
        Instance instance = block.instance();
        String name = instance.name().isEmpty()
                ? instance.profile().name()
                : instance.profile().name() + " " + instance.name();
        String shown = block.columns() > 1 ? instance.profile().name() : PackingRow.size(instance.profile());
        Labeled part;
        if (chosen == null) {
            part = new Label(shown);
        } else {
            Button button = new Button(shown);
            button.setMnemonicParsing(false);
            button.setOnAction(_ -> chosen.accept(block.ref()));
            part = button;
        }
        part.setMinWidth(0);
        part.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        part.getStyleClass().setAll("strip-block");
        part.getStyleClass().addAll(styles);
        part.setAccessibleText(name);
        String owner = instance.owner();
        Tooltips.on(part, () -> owner.isEmpty() ? name : name + ", " + owner);
        return part;
    }
}
