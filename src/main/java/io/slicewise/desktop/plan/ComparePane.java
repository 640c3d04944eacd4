package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.plan.PlanComparisonModel.Against;
import io.slicewise.desktop.words.Words;
import io.slicewise.page.PlanDifferences;
import io.slicewise.planning.purchase.PlanComparison;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The plan beside another one, and the menu to choose which; not there as long as nothing is compared. */
final class ComparePane extends VBox {
    /** Of a narrow column: what is compared, both plans, the difference. */
    private static final List<Integer> SHARES = List.of(32, 24, 24, 20);

    private final PlanDesk desk;
    private final PlanComparisonModel model;
    private final Words words;
    private final BlockPane blocks;
    private final Label title = new Label();

    ComparePane(PlanDesk desk, Words words) {
        this.desk = desk;
        this.model = desk.comparison();
        this.words = words;
        blocks = new BlockPane(words, SHARES);
        getStyleClass().add("plan-section");
        title.getStyleClass().add("section-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button end = new PlanParts(words)
                .button("planner.compare.end", () -> model.againstProperty().set(null));
        end.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(title, end);
        head.getStyleClass().add("plan-head");
        getChildren().addAll(head, blocks);
        visibleProperty().bind(model.againstProperty().isNotNull());
        managedProperty().bind(visibleProperty());
        model.againstProperty().subscribe(_ -> show());
        model.comparisonProperty().subscribe(_ -> show());
        words.languageProperty().subscribe(this::show);
    }

    private void show() {
        Against with = model.againstProperty().get();
        if (with == null) {
            return;
        }
        PlanComparison made = model.comparisonProperty().get();
        Messages messages = Messages.in(words.language());
        title.setText(words.now("planner.compare.title", name(with)));
        blocks.show(
                made == null
                        ? List.of()
                        : new PlanDifferences(made, name(with), words.now("plan.compare.this"), messages).blocks());
        if (made == null) {
            blocks.getChildren().setAll(PlanParts.sentence(words.now("planner.compare.none"), "muted"));
        }
    }

    private String name(Against with) {
        return switch (with) {
            case Against.Kept _ -> words.now("planner.compare.kept");
            case Against.Other(Document document) -> document.scenario().name().in(words.language());
        };
    }

    /**
     * Chooses what to compare with.
     *
     * @param alternative opens a copy of the plan as a document of its own
     */
    Node menu(Runnable alternative) {
        MenuButton menu = new MenuButton();
        menu.textProperty().bind(words.of("planner.compare"));
        menu.setOnShowing(_ -> menu.getItems().setAll(choices(alternative)));
        menu.getItems().setAll(choices(alternative));
        return menu;
    }

    private List<MenuItem> choices(Runnable alternative) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item(words.now("planner.compare.keep"), model::keep));
        items.add(item(words.now("planner.compare.alternative"), alternative));
        items.add(new SeparatorMenuItem());
        for (Document other : desk.actions().documents()) {
            if (other != desk.document() && other.scenario().plan() != null) {
                items.add(item(other.scenario().name().in(words.language()), () -> with(other)));
            }
        }
        items.add(item(words.now("planner.change.open"), () -> desk.actions().openBeside(this::with)));
        return items;
    }

    private void with(Document other) {
        model.againstProperty().set(new Against.Other(other));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
