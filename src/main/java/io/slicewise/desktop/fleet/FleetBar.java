package io.slicewise.desktop.fleet;

import io.slicewise.desktop.control.SearchField;
import io.slicewise.desktop.control.Segmented;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import io.slicewise.usage.survey.Attribute;
import io.slicewise.usage.survey.Attribute.Field;
import io.slicewise.usage.survey.FleetTable;
import io.slicewise.usage.survey.Query;
import io.slicewise.usage.survey.Query.Condition;
import io.slicewise.usage.survey.Query.Kind;
import io.slicewise.usage.survey.QueryResult;
import io.slicewise.usage.survey.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is asked of the fleet: the kind of rows, the filter, the groups; and what is done with the answer. */
final class FleetBar extends VBox {
    /** More values than anyone looks through in a menu; the field finds the others. */
    private static final int MOST_VALUES = 40;

    private static final double WIDE = 4000;

    private final FleetModel model;
    private final FleetTableView table;
    private final Words words;
    private final FleetActions actions;
    private final Consumer<Document> compare;
    private final TextField field;

    FleetBar(
            FleetModel model,
            FleetTableView table,
            Words words,
            FleetActions actions,
            Consumer<Document> compare,
            Node reading,
            Node allGpus) {
        this.model = model;
        this.table = table;
        this.words = words;
        this.actions = actions;
        this.compare = compare;
        getStyleClass().add("fleet-bar");
        field = new SearchField(words, "fleet.filter", "fleet.filter.help");
        field.getStyleClass().add("fleet-filter");
        field.textProperty().subscribe(model::find);
        FlowPane asks = new FlowPane(
                kinds(), field, conditionsButton(), groupButton(), allGroupsButton(), reading, columnsButton());
        asks.getStyleClass().add("fleet-asks");
        // as wide as it can be; a flow pane alone would like to be 400 pixels wide
        asks.setPrefWrapLength(WIDE);
        HBox does = new HBox(exploreButton(), compareButton());
        does.setMinWidth(Region.USE_PREF_SIZE);
        does.getStyleClass().add("fleet-does");
        HBox row = new HBox(asks, does);
        HBox.setHgrow(asks, Priority.ALWAYS);
        row.getStyleClass().add("fleet-tools");
        getChildren().addAll(row, chips(), summary(), allGpus);
    }

    /** The field that finds rows. */
    TextField field() {
        return field;
    }

    private Node kinds() {
        return new Segmented<>(
                List.of(Kind.GPUS, Kind.INSTANCES),
                model.queryProperty().map(Query::kind),
                model::show,
                kind -> words.of(kind == Kind.GPUS ? "fleet.kind.gpus" : "fleet.kind.instances"));
    }

    private MenuButton menu(ObservableValue<String> text, Runnable fill) {
        MenuButton button = new MenuButton();
        button.textProperty().bind(text);
        button.accessibleTextProperty().bind(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        // a menu without an item does not open, and what it has is worked out when it does
        button.getItems().add(new MenuItem());
        button.setOnShowing(_ -> {
            button.getItems().clear();
            fill.run();
        });
        return button;
    }

    private MenuButton conditionsButton() {
        MenuButton[] button = new MenuButton[1];
        button[0] = menu(words.of("fleet.condition.add"), () -> {
            for (Attribute attribute : model.surveyProperty().get().attributes()) {
                button[0].getItems().add(conditions(attribute));
            }
        });
        return button[0];
    }

    /** The values of an attribute, made when they are looked at: those of a label can be many. */
    private Menu conditions(Attribute attribute) {
        Menu menu = new Menu(words.now(name(attribute)));
        menu.setMnemonicParsing(false);
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(_ -> menu.getItems().setAll(values(attribute)));
        return menu;
    }

    private List<MenuItem> values(Attribute attribute) {
        List<MenuItem> items = new ArrayList<>();
        Map<String, Integer> values = model.surveyProperty().get().values(attribute);
        for (Map.Entry<String, Integer> value : values.entrySet()) {
            if (items.size() == MOST_VALUES) {
                MenuItem more = new MenuItem(words.now("fleet.condition.more", values.size() - MOST_VALUES));
                more.setDisable(true);
                items.add(more);
                break;
            }
            String shown = value.getKey().isEmpty() ? words.now("fleet.none") : value.getKey();
            MenuItem item = new MenuItem(words.now("fleet.condition.value", shown, value.getValue()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.add(new Condition(attribute, value.getKey())));
            items.add(item);
        }
        return items;
    }

    /** What people call an attribute. */
    static Text name(Attribute attribute) {
        return switch (attribute) {
            case Field.LAYOUT -> Text.of("fleet.column.map");
            case Field field -> Text.of("fleet.column." + field.id());
            case Attribute.Label label -> Text.of("fleet.column.label", label.name());
        };
    }

    private MenuButton groupButton() {
        ObservableValue<Text> text = model.queryProperty().map(query -> {
            Attribute by = query.groupBy();
            return by == null ? Text.of("fleet.group.none") : Text.of("fleet.group.by", name(by));
        });
        MenuButton[] button = new MenuButton[1];
        button[0] = menu(words.of(text), () -> {
            RadioMenuItem none = new RadioMenuItem(words.now("fleet.group.no"));
            none.setSelected(model.queryProperty().get().groupBy() == null);
            none.setOnAction(_ -> model.groupBy(null));
            button[0].getItems().addAll(none, new SeparatorMenuItem());
            for (Attribute attribute : model.surveyProperty().get().attributes()) {
                RadioMenuItem item = new RadioMenuItem(words.now(name(attribute)));
                item.setMnemonicParsing(false);
                item.setSelected(attribute.equals(model.queryProperty().get().groupBy()));
                item.setOnAction(_ -> model.groupBy(attribute));
                button[0].getItems().add(item);
            }
        });
        return button[0];
    }

    /** Closes all groups as long as one is open, else opens them: of hundreds of rows each, the second is far away. */
    private Button allGroupsButton() {
        ObservableValue<Boolean> open = model.answerProperty().map(FleetModel::isAnyOpen);
        Button button = new Button();
        button.getStyleClass().add("all-groups");
        button.textProperty()
                .bind(words.of(open.map(any -> Text.of(any ? "fleet.group.closeAll" : "fleet.group.openAll"))));
        button.visibleProperty().bind(model.queryProperty().map(query -> query.groupBy() != null));
        button.managedProperty().bind(button.visibleProperty());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> model.setAllOpen(!open.getValue()));
        return button;
    }

    private MenuButton columnsButton() {
        MenuButton[] button = new MenuButton[1];
        button[0] = menu(words.of("fleet.columns"), () -> {
            Kind kind = model.queryProperty().get().kind();
            for (FleetColumn column : table.all()) {
                if (column.look() != FleetColumn.Look.NAME) {
                    CheckMenuItem item = new CheckMenuItem(words.now(column.title(kind)));
                    item.setMnemonicParsing(false);
                    item.setSelected(table.isShown(column));
                    item.setOnAction(_ -> table.setShown(column, item.isSelected()));
                    button[0].getItems().add(item);
                }
            }
        });
        return button[0];
    }

    private Button exploreButton() {
        Button button = new Button();
        button.getStyleClass().add("explore");
        ObservableValue<Integer> count =
                model.answerProperty().flatMap(_ -> model.chosenProperty().map(_ -> model.exploreCount()));
        button.textProperty().bind(words.of(count.map(n -> Text.of("fleet.explore", n))));
        button.disableProperty().bind(count.map(n -> n == 0));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> model.explore());
        return button;
    }

    private MenuButton compareButton() {
        MenuButton[] button = new MenuButton[1];
        button[0] = menu(words.of("fleet.compare"), () -> {
            Language language = words.language();
            for (Document other : actions.documents()) {
                if (other != model.document()) {
                    MenuItem item = new MenuItem(other.scenario().name().in(language));
                    item.setMnemonicParsing(false);
                    item.setOnAction(_ -> compare.accept(other));
                    button[0].getItems().add(item);
                }
            }
            if (!button[0].getItems().isEmpty()) {
                button[0].getItems().add(new SeparatorMenuItem());
            }
            MenuItem which = new MenuItem(words.now("fleet.compare.which"));
            which.setDisable(true);
            button[0].getItems().addFirst(which);
            MenuItem file = new MenuItem(words.now("fleet.compare.file"), Icon.FOLDER.node());
            file.setOnAction(_ -> actions.openBeside(compare));
            button[0].getItems().add(file);
        });
        return button[0];
    }

    /** The conditions, each to be taken away. */
    private Node chips() {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("fleet-chips");
        chips.managedProperty().bind(chips.visibleProperty());
        Runnable fill = () -> {
            List<Condition> conditions = model.queryProperty().get().conditions();
            chips.getChildren().setAll(conditions.stream().map(this::chip).toList());
            chips.setVisible(!conditions.isEmpty());
        };
        model.queryProperty().subscribe(_ -> fill.run());
        words.languageProperty().subscribe(_ -> fill.run());
        return chips;
    }

    private Node chip(Condition condition) {
        String value = condition.value().isEmpty() ? words.now("fleet.none") : condition.value();
        Button chip = new Button(words.now("fleet.condition", name(condition.attribute()), value));
        chip.setMnemonicParsing(false);
        chip.setGraphic(Icon.CLOSE.node());
        chip.getStyleClass().add("chip");
        chip.setAccessibleText(words.now("fleet.condition.remove", chip.getText()));
        chip.setOnAction(_ -> model.remove(condition));
        return chip;
    }

    /** How many rows there are and their figures; before there are rows, those of the document where all of it is asked for. */
    private Node summary() {
        Label label = new Label();
        label.getStyleClass().add("fleet-summary");
        label.textProperty()
                .bind(words.languageProperty()
                        .map(Messages::in)
                        .flatMap(messages -> model.answerProperty()
                                .flatMap(answer -> model.surveyProperty()
                                                .get()
                                                .gpus()
                                                .isEmpty()
                                        ? model.document().figuresProperty().map(all -> early(answer, all, messages))
                                        : model.chosenProperty().map(rows -> summary(answer, rows, messages)))));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static String early(QueryResult answer, Figures all, Messages messages) {
        return all.gpus().isEmpty() || !answer.query().equals(Query.ALL)
                ? ""
                : FleetSummary.of(all).in(messages);
    }

    private String summary(QueryResult answer, List<Row> selected, Messages messages) {
        FleetTable survey = model.surveyProperty().get();
        Attribute by = answer.query().groupBy();
        String all = FleetSummary.of(answer, survey, selected).in(messages);
        // teams share GPUs: their parts add up to the fleet's figure
        return by == null || by.isOfGpu() ? all : all + "   " + messages.say("fleet.figures.shares");
    }
}
