package io.slicewise.desktop.plan;

import io.slicewise.desktop.words.Words;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
    static final String SHEET =
            Objects.requireNonNull(PlanView.class.getResource("plan.css")).toExternalForm();
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
    private static final double OFFERS_AT = 0.41;
    private static final double ANSWER_AT = 0.645;

    private final PlanDesk desk;
    private final Words words;
    private final List<PlanTab> tabs;
    private final Map<String, Node> made = new HashMap<>();

    /** @param beside tabs that stand behind those of this screen */
    public PlanView(PlanDesk desk, Words words, List<PlanTab> beside) {
        this(desk, words, beside, true);
    }

    /**
     * Of a document without instances.
     *
     * @param tabs what can be planned with it all the same
     */
    public static PlanView withoutInstances(PlanDesk desk, Words words, List<PlanTab> tabs) {
        return new PlanView(desk, words, tabs, false);
    }

    private PlanView(PlanDesk desk, Words words, List<PlanTab> beside, boolean withOwn) {
        this.desk = desk;
        this.words = words;
        tabs = withOwn ? Stream.concat(own(), beside.stream()).toList() : List.copyOf(beside);
        getStyleClass().add("plan-view");
        getStylesheets().add(SHEET);
        setMinSize(0, 0);
        HBox bar = new HBox(new PlanParts(words)
                .segments(
                        tabs,
                        PlanTab::title,
                        desk.tabProperty().map(this::tab),
                        tab -> desk.tabProperty().set(tab.id())));
        bar.getStyleClass().add("plan-bar-top");
        setTop(bar);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        desk.tabProperty()
                .subscribe(id -> setCenter(
                        made.computeIfAbsent(id, _ -> tab(id).content().get())));
    }

    private Stream<PlanTab> own() {
        return Stream.of(
                new PlanTab(PlanTab.PURCHASE, Text.of("planner.part.purchase"), this::purchase),
                new PlanTab(
                        PlanTab.MOVES,
                        Text.of("planner.part.moves"),
                        () -> PlanParts.scroll(new MovesPane(desk, words))),
                new PlanTab(
                        PlanTab.LAYOUTS,
                        Text.of("planner.part.layouts"),
                        () -> PlanParts.scroll(new LayoutsPane(desk, words))),
                new PlanTab(
                        PlanTab.CHANGE,
                        Text.of("planner.part.change"),
                        () -> PlanParts.scroll(new ChangePane(desk, words))),
                new PlanTab(PlanTab.MONEY, Text.of("planner.part.money"), () -> new MoneyPane(desk, words)),
                new PlanTab(PlanTab.POWER, Text.of("planner.part.power"), () -> new PowerPane(desk, words)),
                new PlanTab(
                        PlanTab.ALTERNATIVES,
                        Text.of("planner.part.alternatives"),
                        () -> PlanParts.scroll(new AlternativesPane(desk, words))));
    }

    /** The tab that is called so; the first where none is. */
    private PlanTab tab(String id) {
        return tabs.stream().filter(tab -> tab.id().equals(id)).findFirst().orElse(tabs.getFirst());
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
