package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What stands instead of a palette while no one knows what a GPU is: the printed name, and a choice, for all that are
 * alike or for this one.
 */
public final class UnknownModel extends VBox {
    private final EditorContext context;
    private final @Nullable Node next;
    private final Label sentence = new Label();
    private final CheckBox all = new CheckBox();
    private @Nullable Gpu gpu;

    /** @param next what takes the keyboard after the choice; {@code null} for what this stands in */
    UnknownModel(EditorContext context, @Nullable Node next) {
        this.context = context;
        this.next = next;
        getStyleClass().add("unknown-model");
        sentence.setWrapText(true);
        MenuButton choose = new MenuButton();
        choose.textProperty().bind(context.words().of("editor.model.choose"));
        choose.accessibleTextProperty().bind(choose.textProperty());
        choose.getItems().add(new MenuItem());
        choose.setOnShowing(_ -> choose.getItems().setAll(context.models().items(concerned(), this::chosen)));
        all.setSelected(true);
        FlowPane row = new FlowPane(choose, all);
        row.getStyleClass().add("unknown-model-row");
        getChildren().addAll(sentence, row);
    }

    void show(Gpu shown) {
        gpu = shown;
        sentence.setText(
                shown.modelName().isEmpty()
                        ? context.words().now("editor.model.unknown.unnamed")
                        : context.words().now("editor.model.unknown", shown.modelName()));
        int count = alike(shown).size();
        all.setText(context.words().now("editor.model.forAll", count));
        all.setVisible(count > 1);
        all.setManaged(count > 1);
    }

    private List<Gpu> alike(Gpu shown) {
        return context.fleet().gpus().stream()
                .filter(other -> other.model() == null && other.modelName().equals(shown.modelName()))
                .toList();
    }

    /** The GPUs that a choice is for. */
    private List<Gpu> concerned() {
        Gpu now = gpu;
        return now == null ? List.of() : all.isSelected() ? alike(now) : List.of(now);
    }

    private void chosen(GpuModel model) {
        List<Gpu> gpus = concerned();
        if (!gpus.isEmpty()) {
            // this goes with the choice, and the next that takes the keyboard would be the name of a GPU
            Node then = next == null ? keptFocus() : next;
            context.actions().changeModel(gpus, model);
            then.requestFocus();
        }
    }

    /** What the card is in takes the keyboard, else nothing that types. */
    private Node keptFocus() {
        Node at = getParent();
        while (at.getParent() != null && !at.isFocusTraversable()) {
            at = at.getParent();
        }
        return at;
    }
}
