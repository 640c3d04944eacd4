package io.slicewise.desktop.plan;

import io.slicewise.desktop.control.Focus;
import io.slicewise.desktop.control.Headings;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.DemandTable;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Shift;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is wanted: a table of which each key counts, and the ways to fill it. */
final class DemandPane extends VBox {
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final int MOST_REMARKS = 6;
    private static final double LETTER_EMS = 0.58;
    private static final double FIELD_EMS = 2.4;
    private static final double MOST_NAME_EMS = 14;

    private final PlanDesk desk;
    private final PurchaseModel model;
    private final Words words;
    private final PlanParts parts;
    private final ObservableList<Integer> rows = FXCollections.observableArrayList();
    private final TableView<Integer> table = new TableView<>(rows);
    private final TableColumn<Integer, Integer> when = new TableColumn<>();
    private final Map<DemandCells, TableColumn<Integer, Integer>> byKind = new EnumMap<>(DemandCells.class);
    private final List<Cell> cells = new ArrayList<>();
    private final List<ShiftCell> shifts = new ArrayList<>();
    private final List<LiveField> fields = new ArrayList<>();
    private final VBox remarks = new VBox();
    private final Label count = new Label();

    DemandPane(PlanDesk desk, Words words) {
        this.desk = desk;
        this.model = desk.purchase();
        this.words = words;
        parts = new PlanParts(words);
        getStyleClass().add("plan-column");
        setMinWidth(0);
        columns();
        count.fontProperty().subscribe((_, _) -> Stream.of(DemandCells.values()).forEach(this::size));
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setMinHeight(120);
        Focus.keepInSight(table);
        Focus.skipEmpty(table, rows);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        remarks.getStyleClass().add("plan-remarks");
        getChildren().addAll(head(), new DemandWays(desk, words), table, foot(), remarks);
        model.inputProperty().subscribe(this::show);
        desk.source().remarksProperty().subscribe(this::say);
        words.languageProperty().subscribe(() -> {
            show(model.input());
            say(desk.source().remarksProperty().get());
        });
    }

    private Node head() {
        count.getStyleClass().add("muted");
        HBox head = new HBox(parts.title("planner.demand"), count);
        head.getStyleClass().add("plan-head");
        return head;
    }

    private Node foot() {
        Button add = parts.button("planner.demand.add", this::add);
        add.setGraphic(Icon.PLUS.node());
        Button paste = parts.button("planner.demand.paste", this::paste);
        Tooltips.on(paste, () -> words.now("planner.demand.paste.help"));
        LiveField growth = new LiveField(
                () -> Typed.shownPercent(model.input().growth()) + "%",
                typed -> {
                    OptionalDouble ratio = Typed.percent(typed);
                    boolean fits = ratio.isPresent() && ratio.getAsDouble() <= 1_000;
                    if (fits) {
                        model.edit(model.input().withGrowth(ratio.getAsDouble()), "growth");
                    }
                    return fits;
                },
                model::settle,
                () -> Text.of("planner.expected.percent"),
                words);
        fields.add(growth);
        FlowPane foot = new FlowPane(add, paste, parts.labelled("planner.demand.growth", growth));
        foot.getStyleClass().add("plan-ways");
        return foot;
    }

    private void columns() {
        for (DemandCells kind : DemandCells.values()) {
            TableColumn<Integer, Integer> column = new TableColumn<>();
            column.textProperty().bind(words.of(kind.title()));
            column.setSortable(false);
            column.setReorderable(false);
            column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
            column.setCellFactory(_ -> new Cell(kind));
            column.setVisible(!isSeldom(kind));
            table.getColumns().add(column);
            byKind.put(kind, column);
            column.textProperty().subscribe(_ -> size(kind));
        }
        when.textProperty().bind(words.of("planner.column.when"));
        when.setSortable(false);
        when.setReorderable(false);
        when.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        when.setCellFactory(_ -> new ShiftCell());
        when.setPrefWidth(86);
        when.setMinWidth(70);
        when.setVisible(false);
        table.getColumns().add(DemandCells.PROFILE.ordinal(), when);
        TableColumn<Integer, Integer> remove = new TableColumn<>();
        remove.setSortable(false);
        remove.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        remove.setCellFactory(_ -> new RemoveCell());
        remove.setMinWidth(34);
        remove.setMaxWidth(34);
        table.getColumns().add(remove);
        table.setTableMenuButtonVisible(true);
        table.getStyleClass().add("demand-table");
        table.accessibleTextProperty().bind(words.of("planner.demand"));
        Label empty = PlanParts.sentence("", "muted");
        empty.textProperty().bind(words.of("planner.demand.empty"));
        table.setPlaceholder(empty);
    }

    /** As wide as headings and figures need in this type, names as wide as the longest one within bounds. */
    private void size(DemandCells kind) {
        TableColumn<Integer, Integer> column = Objects.requireNonNull(byKind.get(kind));
        double em = count.getFont().getSize();
        double least = Math.max(kind.ems(), Headings.ems(column.getText()));
        int longest = kind != DemandCells.NAME
                ? 0
                : model.input().demand().lines().stream()
                        .mapToInt(line -> line.name().length())
                        .max()
                        .orElse(0);
        column.setPrefWidth(Math.max(least, Math.min(MOST_NAME_EMS, longest * LETTER_EMS + FIELD_EMS)) * em);
        column.setMinWidth(least * em * 11 / 13);
    }

    /** What most demands do not say: there when a line has it, or when a person asks for it. */
    private static boolean isSeldom(DemandCells kind) {
        return kind == DemandCells.TEAM || kind == DemandCells.VALUE;
    }

    private void showSeldom(PlanInput input) {
        if (input.demand().hasShifts()) {
            when.setVisible(true);
        }
        for (DemandCells kind : DemandCells.values()) {
            if (isSeldom(kind)
                    && input.demand().lines().stream()
                            .anyMatch(line -> !kind.shown(line).isEmpty())) {
                Objects.requireNonNull(byKind.get(kind)).setVisible(true);
            }
        }
    }

    private void show(PlanInput input) {
        showSeldom(input);
        size(DemandCells.NAME);
        int size = input.demand().lines().size();
        if (rows.size() > size) {
            rows.remove(size, rows.size());
        } else {
            IntStream.range(rows.size(), size).forEach(rows::add);
        }
        cells.forEach(Cell::show);
        shifts.forEach(ShiftCell::show);
        fields.forEach(LiveField::show);
        count.setText(words.now("planner.demand.count", size, input.demand().count()));
    }

    private void say(List<Text> said) {
        remarks.getChildren()
                .setAll(said.stream()
                        .limit(MOST_REMARKS)
                        .map(text -> PlanParts.sentence(words.now(text), "muted"))
                        .toList());
        if (said.size() > MOST_REMARKS) {
            remarks.getChildren()
                    .add(PlanParts.sentence(words.now("planner.more", said.size() - MOST_REMARKS), "muted"));
        }
        remarks.setVisible(!said.isEmpty());
        remarks.setManaged(!said.isEmpty());
    }

    private void add() {
        model.addLine();
        int last = rows.size() - 1;
        table.scrollTo(last);
        focus(last, DemandCells.NAME);
    }

    private void pressed(KeyEvent event) {
        if (PASTE.match(event) && PastedDemand.isTable(desk.actions().pasted())) {
            paste();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                || event.getCode() == KeyCode.DOWN
                || event.getCode() == KeyCode.UP) {
            cells.stream().filter(cell -> cell.field.isFocused()).findFirst().ifPresent(cell -> {
                Integer row = cell.getItem();
                if (row != null) {
                    focus(row + (event.getCode() == KeyCode.UP ? -1 : 1), cell.kind);
                }
                event.consume();
            });
        }
    }

    private void focus(int row, DemandCells kind) {
        table.applyCss();
        table.layout();
        cells.stream()
                .filter(cell -> cell.kind == kind && cell.getItem() != null && cell.getItem() == row && !cell.isEmpty())
                .findFirst()
                .ifPresent(cell -> {
                    cell.field.requestFocus();
                    cell.field.selectAll();
                });
    }

    /** Lines from a spreadsheet, behind those that are there. */
    private void paste() {
        String text = desk.actions().pasted();
        List<Problem> problems = new ArrayList<>();
        Demand demand = DemandTable.read(
                words.now("desktop.pasted"),
                PastedDemand.withHeader(text),
                desk.source().observingProperty().get().target(),
                problems);
        if (!demand.lines().isEmpty()) {
            model.addLines(demand.lines());
        }
        desk.source()
                .remarksProperty()
                .set(problems.stream()
                        .map(problem ->
                                Text.of("desktop.problem", problem.where().toString(), problem.message()))
                        .toList());
    }

    private @Nullable DemandLine line(@Nullable Integer row) {
        List<DemandLine> lines = model.input().demand().lines();
        return row == null || row >= lines.size() ? null : lines.get(row);
    }

    /** A cell that is a field. */
    private final class Cell extends TableCell<Integer, Integer> {
        private final DemandCells kind;
        private final LiveField field;

        Cell(DemandCells kind) {
            this.kind = kind;
            field = new LiveField(this::shown, this::take, model::settle, kind::expected, words);
            field.getStyleClass().add("flat");
            if (kind != DemandCells.NAME && kind != DemandCells.PROFILE && kind != DemandCells.TEAM) {
                field.getStyleClass().add("number");
            }
            field.accessibleTextProperty().bind(words.of(kind.title()));
            cells.add(this);
        }

        private String shown() {
            DemandLine line = line(getItem());
            return line == null ? "" : kind.shown(line);
        }

        private boolean take(String typed) {
            Integer row = getItem();
            DemandLine line = line(row);
            if (row == null || line == null || (typed.isBlank() && shown().isEmpty())) {
                return true;
            }
            return kind.typed(line, typed)
                    .map(changed -> {
                        model.setLine(row, changed, kind);
                        return true;
                    })
                    .orElse(false);
        }

        private void show() {
            field.show();
        }

        @Override
        protected void updateItem(@Nullable Integer row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : field);
            if (!empty && row != null) {
                field.show();
            }
        }
    }

    /** When a line is wanted: a click goes on to the next. */
    private final class ShiftCell extends TableCell<Integer, Integer> {
        private final Button button = new Button();

        ShiftCell() {
            button.setMnemonicParsing(false);
            button.getStyleClass().add("quiet");
            button.accessibleHelpProperty().bind(words.of("planner.expected.when"));
            button.setOnAction(_ -> next());
            Tooltips.on(button, () -> words.now("planner.expected.when"));
            shifts.add(this);
        }

        private void next() {
            Integer row = getItem();
            DemandLine line = line(row);
            if (row != null && line != null) {
                Shift[] all = Shift.values();
                model.setLine(row, line.withShift(all[(line.shift().ordinal() + 1) % all.length]), "when");
                model.settle();
            }
        }

        private void show() {
            DemandLine line = line(getItem());
            if (line != null) {
                button.setText(words.now("planner.when." + line.shift().id()));
            }
        }

        @Override
        protected void updateItem(@Nullable Integer row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : button);
            if (!empty && row != null) {
                show();
            }
        }
    }

    /** Takes its line away. */
    private final class RemoveCell extends TableCell<Integer, Integer> {
        private final Button button = new Button();

        RemoveCell() {
            button.setGraphic(Icon.CLOSE.node());
            button.getStyleClass().add("quiet");
            button.accessibleTextProperty().bind(words.of("planner.demand.remove"));
            button.setOnAction(_ -> {
                Integer row = getItem();
                if (row != null) {
                    model.removeLines(List.of(row));
                }
            });
            Tooltips.on(button, () -> words.now("planner.demand.remove"));
        }

        @Override
        protected void updateItem(@Nullable Integer row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : button);
        }
    }
}
