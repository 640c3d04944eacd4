package io.slicewise.desktop.editor;

import io.slicewise.desktop.look.FilledSlider;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The utilization in the table: a slider and a field that follow each other, and a button for «no reading». */
final class UtilizationCell extends TableCell<InstanceRow, Instance> {
    private static final PseudoClass NO_READING = PseudoClass.getPseudoClass("no-reading");

    private final EditorContext context;
    private final Slider slider = new FilledSlider(0, 100, 0);
    private final TextField field = new TextField();
    private final Button clear = new Button("", Icon.CLOSE.node());
    private final HBox content;
    private boolean updating;
    private String shown = "";

    UtilizationCell(EditorContext context) {
        this.context = context;
        Label sign = new Label("%");
        sign.getStyleClass().add("muted");
        sign.setMinWidth(USE_PREF_SIZE);
        clear.setMinWidth(USE_PREF_SIZE);
        content = new HBox(slider, field, sign, clear);
        content.getStyleClass().add("utilization-cell");
        HBox.setHgrow(slider, Priority.ALWAYS);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("control-cell");
        setUpSlider();
        setUpField();
        clear.getStyleClass().addAll("quiet", "clear-reading");
        clear.setOnAction(_ -> target().ifPresent(refs -> context.actions().setUtilization(refs, Instance.NO_READING)));
        Tooltips.on(clear, () -> context.words().now("editor.menu.noReading"));
        clear.accessibleTextProperty().bind(context.words().of("editor.menu.noReading"));
        content.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    }

    private void setUpSlider() {
        slider.setMinWidth(40);
        slider.setPrefWidth(90);
        slider.setBlockIncrement(1);
        slider.setFocusTraversable(true);
        slider.accessibleTextProperty().bind(context.words().of("editor.column.utilization"));
        slider.valueProperty().subscribe(value -> {
            if (!updating) {
                target().ifPresent(refs -> context.actions()
                        .edit(new InstanceEdit.SetUtilization(
                                refs, UtilizationInput.tenths(value.doubleValue() / 100))));
            }
        });
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            selectUnlessSelected();
            context.document().settle();
        });
        slider.addEventHandler(
                MouseEvent.MOUSE_RELEASED, _ -> context.document().settle());
        slider.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                context.document().settle();
            }
        });
    }

    private void setUpField() {
        field.getStyleClass().addAll("number", "utilization-field");
        field.accessibleTextProperty().bind(context.words().of("editor.column.utilization"));
        field.setOnAction(_ -> {
            take();
            field.selectAll();
        });
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                take();
                showFigure();
            } else if (is) {
                // after the click that brought the focus, which would put the caret between the digits
                Platform.runLater(field::selectAll);
            }
        });
        field.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> selectUnlessSelected());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showFigure();
                field.selectAll();
                event.consume();
            }
        });
    }

    private Optional<InstanceRef> ref() {
        InstanceRow row = getTableRow() == null ? null : getTableRow().getItem();
        return isEmpty() || row == null ? Optional.empty() : Optional.of(row.ref());
    }

    /** The row alone, whatever is selected: what changes all that is selected says so, in the menu and by its key. */
    private Optional<Set<InstanceRef>> target() {
        return ref().map(Set::of);
    }

    private void selectUnlessSelected() {
        ref().filter(ref -> !context.document().selection().contains(ref))
                .ifPresent(ref -> context.actions().select(ref, false));
    }

    private void take() {
        String typed = field.getText();
        if (typed.equals(shown) || isEmpty()) {
            return;
        }
        Optional<Double> value = UtilizationInput.parse(typed);
        shown = typed;
        value.ifPresentOrElse(
                ratio -> target().ifPresent(refs -> context.actions().setUtilization(refs, ratio)),
                () -> context.actions().tell(Text.of("editor.utilization.invalid", typed)));
        if (value.isEmpty()) {
            showFigure();
        }
    }

    private void showFigure() {
        Instance instance = getItem();
        if (instance != null) {
            shown = Numbers.percentNumber(instance.utilization());
            field.setText(shown);
        }
    }

    @Override
    protected void updateItem(@Nullable Instance instance, boolean empty) {
        super.updateItem(instance, empty);
        if (empty || instance == null) {
            setGraphic(null);
            return;
        }
        updating = true;
        double percent = instance.isReported() ? instance.utilization() * 100 : 0;
        // while it is dragged the slider is where the pointer is, between two tenths
        if (UtilizationInput.tenths(slider.getValue() / 100) != UtilizationInput.tenths(percent / 100)
                || !slider.isPressed()) {
            slider.setValue(percent);
        }
        updating = false;
        content.pseudoClassStateChanged(NO_READING, !instance.isReported());
        clear.setVisible(instance.isReported());
        showFigure();
        if (getGraphic() == null) {
            setGraphic(content);
        }
    }
}
