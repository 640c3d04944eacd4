package io.slicewise.desktop.editor;

import io.slicewise.desktop.look.Icon;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import org.jspecify.annotations.Nullable;

/** Adds a GPU of the model that was chosen last, or that the last GPU has, and leads to its profiles; its menu chooses another. */
final class AddGpuButton extends SplitMenuButton {
    private final EditorContext context;
    private final ObjectProperty<@Nullable GpuModel> chosen = new SimpleObjectProperty<>();

    AddGpuButton(EditorContext context) {
        this.context = context;
        setGraphic(Icon.PLUS.node());
        setMnemonicParsing(false);
        getItems().add(new MenuItem());
        textProperty()
                .bind(context.document()
                        .scenarioProperty()
                        .flatMap(_ -> chosen.map(_ -> "").orElse(""))
                        .flatMap(_ -> context.words().of("editor.add", model().shortName())));
        accessibleTextProperty().bind(textProperty());
        setOnAction(_ -> add(model()));
        setOnShowing(_ -> getItems().setAll(context.models().items(this::add)));
    }

    private void add(GpuModel model) {
        chosen.set(model);
        context.actions().addGpu(model);
    }

    private GpuModel model() {
        GpuModel last = chosen.get();
        if (last != null) {
            return last;
        }
        List<Gpu> gpus = context.fleet().gpus();
        return gpus.reversed().stream()
                .map(Gpu::model)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> context.models().catalogue().byId("a100-80gb"))
                .orElseGet(() -> context.models().catalogue().models().getFirst());
    }
}
