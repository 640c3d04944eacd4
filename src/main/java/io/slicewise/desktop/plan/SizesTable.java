package io.slicewise.desktop.plan;

import io.slicewise.desktop.control.SelectedRows;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.plan.LayoutChoice.Row;
import io.slicewise.desktop.plan.LayoutChoice.Start;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Profile;
import io.slicewise.planning.replay.Replayed;
import io.slicewise.planning.replay.Replayed.MemoryRoom;
import io.slicewise.planning.size.SizeAnswer.Verdict;
import io.slicewise.planning.size.SizeSentences;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.text.Listing;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import io.slicewise.usage.timeline.InstanceTrack;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Each instance of a replay: what it is, what it needs, the verdict, what it becomes, and what that would have lost. */
final class SizesTable extends TableView<Row> {
    private static final int DECIMALS = 2;
    private static final double LEAST = 150;

    private final LayoutChoice choice;
    private final Words words;
    private final SizeColumns<Row> columns;
    private final Naming naming;
    private final ObjectProperty<List<Row>> selected = new SimpleObjectProperty<>(this, "selected", List.of());

    SizesTable(LayoutChoice choice, Words words) {
        this.choice = choice;
        this.words = words;
        columns = new SizeColumns<>(this, words);
        naming = choice.timeline().naming();
        getStyleClass().add("sizes-table");
        setMinHeight(LEAST);
        setPlaceholder(new Label());
        accessibleTextProperty().bind(words.of("planner.part.sizes"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<Row>)
                _ -> selected.set(List.copyOf(getSelectionModel().getSelectedItems())));
        columns.text("sizing.column.instance", 13, row -> name(row.replayed()));
        columns.text("sizing.column.profile", 6, row -> before(row.replayed()));
        columns.number("sizing.column.use", row -> percent(row, one -> one.use().quantile()));
        columns.number(
                "sizing.column.slices", row -> decimal(row, one -> one.answer().slices()));
        columns.number(
                "sizing.column.gib", row -> decimal(row, one -> one.answer().gib()));
        verdicts();
        becomes();
        columns.number(
                "sizing.column.full", row -> Numbers.percent(row.replayed().fullShare(), words.language()));
        columns.number(
                "sizing.column.lost", row -> Numbers.decimal(row.replayed().lost(), 1));
        columns.text("sizing.column.memory", 6, row -> memory(row.replayed().memory()));
        words.languageProperty().subscribe((_, _) -> refresh());
        choice.meantProperty().subscribe((_, _) -> selectMeant());
    }

    /** The rows that were selected. */
    List<Row> selected() {
        return selected.get();
    }

    void show(List<Row> rows) {
        boolean first = getItems().isEmpty();
        Set<InstanceRef> before =
                selected().stream().flatMap(row -> row.refs().stream()).collect(Collectors.toSet());
        getItems().setAll(rows);
        if (first) {
            selectMeant();
        } else {
            select(row -> !Collections.disjoint(row.refs(), before));
        }
    }

    /** Those that somebody came here for, the first of them in sight. */
    private void selectMeant() {
        Set<InstanceRef> meant = choice.meantProperty().get();
        select(row -> !Collections.disjoint(row.refs(), meant));
        if (!selected().isEmpty()) {
            scrollTo(selected().getFirst());
        }
    }

    private void select(Predicate<Row> which) {
        getSelectionModel().clearSelection();
        SelectedRows.add(this, getItems().size(), which);
    }

    /** From which layout the replay starts, to be chosen. */
    Node starts() {
        return new PlanParts(words)
                .segments(
                        List.of(Start.values()),
                        start -> Text.of("sizing.layout." + start.name().toLowerCase(Locale.ROOT)),
                        choice.startProperty(),
                        choice.startProperty()::set);
    }

    /** Names the groups whose memory does not fit into what they become; nothing where all do. */
    Optional<Label> tooMuchMemory(List<Replayed> groups) {
        List<String> tooMuch = groups.stream()
                .filter(one -> one.memory() == MemoryRoom.DOES_NOT_FIT)
                .map(this::name)
                .toList();
        return tooMuch.isEmpty()
                ? Optional.empty()
                : Optional.of(PlanParts.sentence(words.now("sizing.memory.no", new Listing(tooMuch)), "danger"));
    }

    /** What can be done by hand with the rows that are selected: put together, split up, taken back. */
    List<Button> byHand() {
        PlanParts parts = new PlanParts(words);
        Button join = parts.button("sizing.join", () -> choice.join(selected()));
        Tooltips.on(join, () -> words.now("sizing.join.help"));
        Button split =
                parts.button("sizing.split", () -> choice.split(selected().getFirst()));
        Tooltips.on(split, () -> words.now("sizing.split.help"));
        selected.subscribe(rows -> {
            join.setDisable(!choice.canJoin(rows));
            split.setDisable(!choice.canSplit(rows));
        });
        Button undo = parts.button("sizing.undo", () -> choice.byHandProperty().set(List.of()));
        undo.disableProperty().bind(choice.byHandProperty().map(List::isEmpty));
        return List.of(join, split, undo);
    }

    /** What the instances of a group are called, each with its GPU. */
    private String name(Replayed replayed) {
        return replayed.group().from().stream().map(this::name).collect(Collectors.joining(" + "));
    }

    private String name(InstanceTrack track) {
        return Naming.inFleet(naming.gpu(track.ref().gpu()), Naming.overTime(track.instance()));
    }

    private static String before(Replayed replayed) {
        return replayed.group().from().stream()
                .map(track -> track.instance().profile().name())
                .collect(Collectors.joining(" + "));
    }

    private static String after(Replayed replayed) {
        return replayed.group().to().stream()
                .map(slot -> slot.instance().profile().name())
                .collect(Collectors.joining(" + "));
    }

    private String memory(MemoryRoom room) {
        return words.now("worth.memory." + room.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String percent(Row row, ToDoubleFunction<SizedInstance> of) {
        return row.sized().stream()
                .map(one -> Numbers.percent(of.applyAsDouble(one), words.language()))
                .collect(Collectors.joining(" + "));
    }

    private static String decimal(Row row, ToDoubleFunction<SizedInstance> of) {
        return row.sized().stream()
                .map(one -> Numbers.decimal(of.applyAsDouble(one), DECIMALS))
                .collect(Collectors.joining(" + "));
    }

    private void verdicts() {
        columns.column("sizing.column.verdict", 14).setCellFactory(_ -> new Judged());
    }

    private String verdict(Row row, Function<SizedInstance, Text> of) {
        return row.sized().stream().map(one -> words.now(of.apply(one))).collect(Collectors.joining(" + "));
    }

    /** The verdict, a refusal in a few words; in full on pointing. */
    private final class Judged extends TableCell<Row, Row> {
        private final Label label = new Label();

        Judged() {
            label.setMinWidth(0);
            Tooltips.on(label, () -> {
                Row row = getItem();
                return row == null ? "" : verdict(row, SizeSentences::verdict);
            });
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : label);
            label.getStyleClass().setAll("label");
            if (!empty && row != null) {
                label.setText(verdict(row, SizeSentences::inShort));
                if (row.sized().size() == 1) {
                    label.getStyleClass()
                            .add(style(row.sized().getFirst().answer().verdict()));
                }
            }
        }
    }

    private static String style(Verdict verdict) {
        return switch (verdict) {
            case FITS -> "success";
            case TOO_LARGE, TOO_SMALL -> "warning";
            case NO_ANSWER -> "muted";
        };
    }

    private void becomes() {
        columns.column("sizing.column.becomes", 12).setCellFactory(_ -> new Becomes());
    }

    /** The profile in the replay, to be changed. */
    private final class Becomes extends TableCell<Row, Row> {
        private final MenuButton button = new MenuButton();

        Becomes() {
            button.setMnemonicParsing(false);
            button.getStyleClass().add("quiet");
            button.setMaxWidth(Double.MAX_VALUE);
            button.getItems().add(new MenuItem());
            button.setOnShowing(_ -> button.getItems().setAll(items()));
        }

        private List<MenuItem> items() {
            Row row = getItem();
            return row == null
                    ? List.of()
                    : choice.profiles(List.of(row)).stream()
                            .map(profile -> item(row, profile))
                            .toList();
        }

        private MenuItem item(Row row, Profile profile) {
            MenuItem item = new MenuItem(profile.name());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> choice.choose(row.refs(), List.of(profile)));
            return item;
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : button);
            if (!empty && row != null) {
                button.setText(after(row.replayed()));
                button.setAccessibleText(words.now("sizing.column.becomes") + ": " + after(row.replayed()));
                button.setDisable(choice.profiles(List.of(row)).isEmpty());
            }
        }
    }
}
