package io.slicewise.desktop.fleet;

import io.slicewise.chart.ChartTable;
import io.slicewise.desktop.words.Words;
import io.slicewise.report.xlsx.XlsxWriter;
import io.slicewise.text.Messages;
import io.slicewise.usage.survey.GroupRow;
import io.slicewise.usage.survey.QueryResult;
import io.slicewise.usage.survey.Row;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of the screen. */
final class FleetKeys {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private final FleetModel model;
    private final FleetTableView table;
    private final TextField field;
    private final Words words;
    private final FleetActions actions;

    FleetKeys(FleetModel model, FleetTableView table, TextField field, Words words, FleetActions actions) {
        this.model = model;
        this.table = table;
        this.field = field;
        this.words = words;
        this.actions = actions;
    }

    void pressed(KeyEvent event) {
        boolean done = FIND.match(event)
                ? find()
                : table.isFocused() ? inTable(event) : field.isFocused() && inField(event.getCode());
        if (done) {
            event.consume();
        }
    }

    private boolean find() {
        field.requestFocus();
        field.selectAll();
        return true;
    }

    private boolean inField(KeyCode key) {
        switch (key) {
            case ESCAPE -> {
                if (field.getText().isEmpty()) {
                    return false;
                }
                field.clear();
            }
            case DOWN, ENTER -> {
                table.requestFocus();
                if (table.getSelectionModel().isEmpty()) {
                    table.getSelectionModel().selectFirst();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean inTable(KeyEvent event) {
        if (COPY.match(event)) {
            copy(model, table, words, actions);
            return true;
        }
        if (ALL.match(event)) {
            table.selectAllRows();
            return true;
        }
        Row row = table.getFocusModel().getFocusedItem();
        boolean plain = !event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
        if (!plain) {
            return false;
        }
        return switch (event.getCode()) {
            case ENTER -> {
                if (row instanceof GroupRow group) {
                    model.toggle(group);
                }
                yield row instanceof GroupRow;
            }
            case LEFT, RIGHT -> {
                boolean open = event.getCode() == KeyCode.RIGHT;
                if (row instanceof GroupRow group && group.open() != open) {
                    model.setOpen(List.of(group), open);
                    yield true;
                }
                yield false;
            }
            case ESCAPE -> {
                boolean any = !table.getSelectionModel().isEmpty();
                table.getSelectionModel().clearSelection();
                yield any;
            }
            default -> false;
        };
    }

    /** Puts the selected rows, or all, on the clipboard, as a table that spreadsheets take. */
    static void copy(FleetModel model, FleetTableView table, Words words, FleetActions actions) {
        actions.copy(shown(model, table, words).toTsv());
    }

    /** Writes the selected rows, or all, as a workbook. */
    static void export(FleetModel model, FleetTableView table, Words words, FleetActions actions) {
        Messages messages = Messages.in(words.language());
        actions.export(
                words.now("fleet.export.name") + ".xlsx", XlsxWriter.write(shown(model, table, words), messages));
    }

    private static ChartTable shown(FleetModel model, FleetTableView table, Words words) {
        QueryResult answer = model.answerProperty().get();
        List<Row> rows = model.chosenProperty().get().isEmpty()
                ? answer.rows()
                : model.chosenProperty().get();
        return FleetTsv.table(
                rows,
                table.onShow(),
                answer.query().kind(),
                model.surveyProperty().get(),
                Messages.in(words.language()));
    }
}
