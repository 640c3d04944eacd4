package io.slicewise.desktop.editor;

import io.slicewise.fleet.Instance;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** The profile in the table: a menu of those that the instance can have, the others disabled with the reason. */
final class ProfileCell extends TableCell<InstanceRow, Instance> {
    private final MenuButton button = new MenuButton();

    ProfileCell(EditorContext context) {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("control-cell");
        button.getStyleClass().addAll("quiet", "profile-button");
        button.setMnemonicParsing(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getItems().add(new MenuItem());
        button.accessibleTextProperty().bind(button.textProperty());
        button.accessibleHelpProperty().bind(context.words().of("editor.menu.swap"));
        button.setOnShowing(_ -> {
            InstanceRow row = getTableRow() == null ? null : getTableRow().getItem();
            if (row != null) {
                button.getItems().setAll(InstanceMenu.profiles(context, row.ref()));
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Instance instance, boolean empty) {
        super.updateItem(instance, empty);
        if (empty || instance == null) {
            setGraphic(null);
            return;
        }
        button.setText(instance.profile().name());
        InstanceRow row = getTableRow() == null ? null : getTableRow().getItem();
        button.setDisable(row != null && row.gpu().model() == null);
        if (getGraphic() == null) {
            setGraphic(button);
        }
    }
}
