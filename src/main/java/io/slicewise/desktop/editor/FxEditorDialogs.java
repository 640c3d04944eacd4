package io.slicewise.desktop.editor;

import io.slicewise.desktop.control.WeightTable;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.mig.GpuModel;
import io.slicewise.text.Numbers;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks in dialogs. */
public final class FxEditorDialogs implements EditorDialogs {
    private static final int MOST_NAMED = 12;

    private final Words words;
    private final Look look;
    private final Node owner;

    /**
     * Dialogs in front of a window.
     *
     * @param owner any node of that window
     */
    public FxEditorDialogs(Words words, Look look, Node owner) {
        this.words = words;
        this.look = look;
        this.owner = owner;
    }

    @Override
    public boolean changeModel(GpuModel model, List<Lost> lost) {
        ButtonType change = new ButtonType(words.now("editor.model.change"), ButtonBar.ButtonData.OK_DONE);
        ButtonType keep = new ButtonType(words.now("editor.model.keep"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "", change, keep);
        alert.setTitle(words.now("editor.model.title"));
        alert.setHeaderText(words.now("editor.model.lost", lost.size(), model.shortName()));
        VBox list = new VBox();
        list.getStyleClass().add("lost-instances");
        lost.stream()
                .limit(MOST_NAMED)
                .map(l -> new Label(words.now("editor.model.lostOne", l.instance(), l.profile(), l.gpu())))
                .forEach(list.getChildren()::add);
        if (lost.size() > MOST_NAMED) {
            list.getChildren().add(new Label(words.now("editor.model.lostMore", lost.size() - MOST_NAMED)));
        }
        alert.getDialogPane().setContent(list);
        dress(alert);
        return alert.showAndWait().filter(change::equals).isPresent();
    }

    @Override
    public Optional<Double> utilization(int instances, double now) {
        Dialog<Double> dialog = new Dialog<>();
        dialog.setTitle(words.now("editor.utilization.title"));
        dialog.setHeaderText(words.now("editor.utilization.header", instances));
        TextField field = new TextField(Double.isNaN(now) ? "" : Numbers.percentNumber(now));
        field.setAccessibleText(words.now("editor.utilization.title"));
        Label hint = new Label(words.now("editor.utilization.hint"));
        hint.getStyleClass().add("caption");
        VBox content = new VBox(field, hint);
        content.getStyleClass().add("utilization-question");
        ButtonType set = new ButtonType(words.now("editor.utilization.set"), ButtonBar.ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(words.now("editor.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(set, cancel);
        dialog.getDialogPane()
                .lookupButton(set)
                .disableProperty()
                .bind(field.textProperty()
                        .map(typed -> UtilizationInput.parse(typed).isEmpty()));
        dialog.setResultConverter(button ->
                button == set ? UtilizationInput.parse(field.getText()).orElse(null) : null);
        dress(dialog);
        Platform.runLater(() -> {
            field.requestFocus();
            field.selectAll();
        });
        return dialog.showAndWait();
    }

    @Override
    public void weights(GpuModel model) {
        Alert alert = new Alert(Alert.AlertType.INFORMATION);
        alert.setTitle(words.now("editor.weights.title"));
        alert.setHeaderText(model.name());
        alert.setGraphic(null);
        alert.getDialogPane().setContent(new WeightTable(model, words).scrolling());
        dress(alert);
        alert.showAndWait();
    }

    private void dress(Dialog<?> dialog) {
        Window window = owner.getScene() == null ? null : owner.getScene().getWindow();
        if (window != null) {
            dialog.initOwner(window);
        }
        dialog.getDialogPane().getStylesheets().add(EditorView.sheet());
        look.dress(dialog);
    }
}
