package io.slicewise.desktop.editor;

import io.slicewise.mig.GpuModel;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What a scenario without a GPU shows: an invitation to add one. */
final class EmptyScenario extends VBox {
    private static final List<String> USUAL = List.of(
            "a30-24gb", "a100-40gb", "a100-80gb", "h100-80gb-sxm", "h200-141gb", "b200-180gb", "rtx-pro-6000-96gb");

    EmptyScenario(EditorContext context) {
        getStyleClass().addAll("card", "empty-state", "empty-scenario");
        Label title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(context.words().of("editor.empty.title"));
        Label text = new Label();
        text.textProperty().bind(context.words().of("editor.empty.text"));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        FlowPane models = new FlowPane();
        models.setAlignment(Pos.CENTER);
        models.getStyleClass().add("palette");
        USUAL.stream()
                .map(id -> context.models().catalogue().byId(id).orElse(null))
                .filter(Objects::nonNull)
                .map(model -> button(context, model))
                .forEach(models.getChildren()::add);
        MenuButton other = new MenuButton();
        other.textProperty().bind(context.words().of("editor.empty.other"));
        other.accessibleTextProperty().bind(other.textProperty());
        other.getItems().add(new MenuItem());
        other.setOnShowing(_ -> other.getItems()
                .setAll(context.models().items(model -> context.actions().addGpu(model))));
        models.getChildren().add(other);
        getChildren().addAll(title, text, models);
        setAlignment(Pos.CENTER);
    }

    private static Button button(EditorContext context, GpuModel model) {
        Button button = new Button(model.shortName());
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> context.actions().addGpu(model));
        return button;
    }
}
