package io.slicewise.desktop.fleet;

import io.slicewise.desktop.words.Words;
import io.slicewise.usage.survey.Attribute;
import io.slicewise.usage.survey.Attribute.Field;
import io.slicewise.usage.survey.GroupRow;
import io.slicewise.usage.survey.InstanceRow;
import io.slicewise.usage.survey.Query.Condition;
import io.slicewise.usage.survey.Row;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with the selected rows. */
final class FleetMenu {
    private final FleetModel model;
    private final FleetTableView table;
    private final Words words;
    private final FleetActions actions;

    FleetMenu(FleetModel model, FleetTableView table, Words words, FleetActions actions) {
        this.model = model;
        this.table = table;
        this.words = words;
        this.actions = actions;
    }

    ContextMenu menu() {
        ContextMenu menu = new ContextMenu(new MenuItem());
        menu.setOnShowing(_ -> menu.getItems().setAll(items()));
        return menu;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        int gpus = model.exploreCount();
        MenuItem explore = item(words.now("fleet.explore", gpus), model::explore);
        explore.setDisable(gpus == 0);
        items.add(explore);
        MenuItem plan = item(words.now("fleet.plan", gpus), model::plan);
        plan.setDisable(gpus == 0);
        items.add(plan);
        items.add(item(words.now("fleet.copy"), () -> FleetKeys.copy(model, table, words, actions)));
        items.add(item(words.now("fleet.export"), () -> FleetKeys.export(model, table, words, actions)));
        List<Row> chosen = model.chosenProperty().get();
        if (chosen.size() == 1) {
            items.addAll(alike(chosen.getFirst()));
        }
        if (!chosen.isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.add(item(
                    words.now("fleet.unselect"), () -> table.getSelectionModel().clearSelection()));
        }
        return items;
    }

    /** Conditions that find what is like a row. */
    private List<MenuItem> alike(Row row) {
        List<MenuItem> items = new ArrayList<>();
        if (row instanceof GroupRow group) {
            items.add(item(
                    words.now(group.open() ? "fleet.group.close" : "fleet.group.open"), () -> model.toggle(group)));
            items.add(condition(group.attribute(), group.value()));
        } else {
            boolean instance = row instanceof InstanceRow;
            List<Attribute> attributes = instance
                    ? List.of(Field.HOST, Field.MODEL, Field.PROFILE, Field.TEAM)
                    : List.of(Field.HOST, Field.MODEL, Field.LAYOUT);
            for (Attribute attribute : attributes) {
                String value = model.surveyProperty().get().text(row, attribute);
                if (!value.isEmpty()) {
                    items.add(condition(attribute, value));
                }
            }
        }
        items.addFirst(new SeparatorMenuItem());
        return items;
    }

    private MenuItem condition(Attribute attribute, String value) {
        String shown = value.isEmpty() ? words.now("fleet.none") : value;
        return item(
                words.now("fleet.condition.only", words.now("fleet.condition", FleetBar.name(attribute), shown)),
                () -> model.add(new Condition(attribute, value)));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
