package io.slicewise.desktop.plan;

import io.slicewise.desktop.words.Words;
import io.slicewise.planning.purchase.PlanInput;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The Plan screen of a document. */
public final class PlanView extends BorderPane {
    private static final String SHEET =
            Objects.requireNonNull(PlanView.class.getResource("plan.css")).toExternalForm();
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
    private static final double OFFERS_AT = 0.41;
    private static final double ANSWER_AT = 0.645;

    private final PlanDesk desk;
    private final Words words;
    private final Map<PlanPart, Node> made = new EnumMap<>(PlanPart.class);

    public PlanView(PlanDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
        getStyleClass().add("plan-view");
        getStylesheets().add(SHEET);
        setMinSize(0, 0);
        HBox bar = new HBox(new PlanParts(words)
                .segments(List.of(PlanPart.values()), PlanPart::title, desk.partProperty(), desk.partProperty()::set));
        bar.getStyleClass().add("plan-bar-top");
        setTop(bar);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        desk.partProperty().subscribe(part -> setCenter(made.computeIfAbsent(part, this::make)));
    }

    /** Fields keep typing of their own to be undone; what they show is the document's, and so is undoing it. */
    private void pressed(KeyEvent event) {
        if (UNDO.match(event)) {
            desk.document().undo();
            event.consume();
        } else if (REDO.match(event)) {
            desk.document().redo();
            event.consume();
        }
    }

    private Node make(PlanPart part) {
        return switch (part) {
            case PURCHASE -> purchase();
            case MOVES -> PlanParts.scroll(new MovesPane(desk, words));
            case CHANGE -> PlanParts.scroll(new ChangePane(desk, words));
            case MONEY -> new MoneyPane(desk, words);
            case POWER -> new PowerPane(desk, words);
            case ALTERNATIVES -> PlanParts.scroll(new AlternativesPane(desk, words));
        };
    }

    /** The cards as long as nothing is planned, then the three columns. */
    private Node purchase() {
        Region empty = PlanParts.scroll(new CardsPane(desk, words));
        SplitPane columns = new SplitPane(
                new DemandPane(desk, words),
                PlanParts.scroll(new OffersPane(desk, words)),
                PlanParts.scroll(new AnswerPane(desk, words)));
        columns.setDividerPositions(OFFERS_AT, ANSWER_AT);
        columns.getStyleClass().add("plan-columns");
        desk.purchase().inputProperty().subscribe(input -> {
            boolean nothing = input.equals(PlanInput.NONE);
            empty.setVisible(nothing);
            columns.setVisible(!nothing);
        });
        return new StackPane(columns, empty);
    }
}
