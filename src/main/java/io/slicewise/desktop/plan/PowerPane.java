package io.slicewise.desktop.plan;

import io.slicewise.desktop.words.Words;
import io.slicewise.page.Block;
import io.slicewise.page.PowerBlocks;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The tab Power: watts that only the planner knows at the left; what everything draws, and whose it is, at the right. */
final class PowerPane extends StackPane {
    private static final double WATTS = 0.3;
    private static final int MOST_ROWS = 200;

    private final PlanDesk desk;
    private final LedgerModel model;
    private final Words words;
    private final BlockPane blocks;

    PowerPane(PlanDesk desk, Words words) {
        this.desk = desk;
        this.model = desk.ledger();
        this.words = words;
        blocks = new BlockPane(words);
        AssumptionCards cards = new AssumptionCards(
                model, "power.watts.title", List.of(List.of(Assumed.IDLE, Assumed.MAX)), true, words);
        VBox answer = new VBox(blocks);
        answer.getStyleClass().add("plan-part");
        SplitPane columns = new SplitPane(PlanParts.scroll(cards), PlanParts.scroll(answer));
        columns.setDividerPositions(WATTS);
        columns.getStyleClass().add("plan-columns");
        getChildren().add(columns);
        model.madeProperty().subscribe(this::show);
        desk.purchase()
                .answerProperty()
                .subscribe(_ -> show(model.madeProperty().get()));
        words.languageProperty().subscribe((_, _) -> show(model.madeProperty().get()));
    }

    private void show(LedgerModel.@Nullable Made made) {
        if (made == null) {
            return;
        }
        PowerBlocks power = new PowerBlocks(made.power(), made.assumptions(), Messages.in(words.language()));
        List<Block> shown = new ArrayList<>(power.all(MOST_ROWS));
        PurchasePlan plan = desk.purchase().pool();
        if (plan != null) {
            shown.addAll(power.planned(plan, desk.document().figures().total().wholeGpu()));
        }
        blocks.show(shown);
    }
}
