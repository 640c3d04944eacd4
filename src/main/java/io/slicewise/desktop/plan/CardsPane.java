package io.slicewise.desktop.plan;

import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Gpu;
import io.slicewise.scenario.Scenario;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Where nothing is planned yet: the questions that people come with, each with its way. */
final class CardsPane extends VBox {
    private final PlanDesk desk;
    private final Words words;

    CardsPane(PlanDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
        PlanParts parts = new PlanParts(words);
        getStyleClass().add("plan-empty");
        Label title = parts.title("planner.empty.title");
        title.getStyleClass().setAll("page-title");
        Label how = PlanParts.sentence("", "muted");
        how.textProperty().bind(words.of("planner.empty.how"));
        FlowPane cards = new FlowPane(
                card("size", desk.source()::takeObserved),
                card("layout", this::betterLayout),
                card("buy", desk::buyOrReturn),
                card("room", this::room));
        cards.getStyleClass().add("plan-choices");
        desk.document().scenarioProperty().map(Scenario::fleet).subscribe(fleet -> {
            cards.setVisible(fleet.instanceCount() > 0);
            cards.setManaged(cards.isVisible());
        });
        Button begin = parts.button("planner.empty.begin", desk.purchase()::addLine);
        begin.getStyleClass().add("primary");
        getChildren().addAll(title, how, cards, begin);
    }

    private Node card(String question, Runnable action) {
        Label title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(words.of("planner.card." + question));
        Label what = PlanParts.sentence("", "muted");
        what.textProperty().bind(words.of("planner.question." + question));
        VBox said = new VBox(title, what);
        said.getStyleClass().add("plan-section");
        Button card = new Button();
        card.setGraphic(said);
        card.getStyleClass().addAll("card", "plan-choice");
        card.accessibleTextProperty().bind(words.of("planner.card." + question));
        card.setOnAction(_ -> action.run());
        return card;
    }

    /** The layouts that a GPU could have, ranked. */
    private void betterLayout() {
        desk.betterLayout(null);
    }

    /** The largest profile that does not fit now, and would after moves; else the question stays open. */
    private void room() {
        desk.makeRoom(
                desk.document().scenario().fleet().gpus().stream().map(Gpu::id).toList());
    }
}
