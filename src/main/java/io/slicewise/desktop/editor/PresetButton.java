package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of partitions that a GPU can be given at once, each with a small picture and the slices that it strands. */
final class PresetButton extends MenuButton {
    private final EditorContext context;
    private final Supplier<Optional<Gpu>> gpu;

    PresetButton(EditorContext context, Supplier<Optional<Gpu>> gpu) {
        this.context = context;
        this.gpu = gpu;
        textProperty().bind(context.words().of("editor.presets"));
        accessibleTextProperty().bind(textProperty());
        getStyleClass().add("quiet");
        // a menu without an item does not open, and what it has is worked out when it does
        getItems().add(new MenuItem());
        setOnShowing(_ -> fill());
    }

    private void fill() {
        GpuModel model = gpu.get().map(Gpu::model).orElse(null);
        if (model == null) {
            return;
        }
        Presets presets = Presets.of(model);
        getItems().clear();
        MenuItem best = new MenuItem(context.words().now("editor.preset.best"));
        best.setDisable(gpu.get().filter(now -> !now.instances().isEmpty()).isEmpty());
        best.setOnAction(_ -> gpu.get().ifPresent(now -> context.actions().rankLayouts(now.id())));
        getItems().addAll(best, new SeparatorMenuItem());
        for (Presets.Named named : presets.usual()) {
            getItems().add(item(context.words().now(named.name()), named.layout()));
        }
        if (!presets.maximal().isEmpty()) {
            MenuItem heading = new MenuItem(context.words().now("editor.presets.maximal"));
            heading.setDisable(true);
            getItems().addAll(new SeparatorMenuItem(), heading);
        }
        for (Layout layout : presets.maximal()) {
            getItems().add(item(Presets.describe(layout), layout));
        }
    }

    private MenuItem item(String name, Layout layout) {
        int stranded = layout.strandedSlices();
        String text = stranded == 0 ? name : context.words().now("editor.presets.strands", name, stranded);
        MenuItem item = new MenuItem(text, new MiniMap(layout));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> gpu.get().ifPresent(now -> context.actions().apply(now, layout)));
        return item;
    }
}
