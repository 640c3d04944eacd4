package io.slicewise.desktop.plan;

import io.slicewise.desktop.words.Words;
import io.slicewise.page.MoneyBlocks;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.money.CostBill;
import io.slicewise.planning.money.CostRule;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The tab Money: rates at the left; what everything costs, who causes it and how much is not used at the right. */
final class MoneyPane extends StackPane {
    private static final double RATES = 0.3;
    private static final int MOST_PAYERS = 200;

    private final LedgerModel model;
    private final Words words;
    private final PlanParts parts;
    private final PartsBar bar = new PartsBar();
    private final BlockPane blocks;

    MoneyPane(PlanDesk desk, Words words) {
        this.model = desk.ledger();
        this.words = words;
        blocks = new BlockPane(words);
        parts = new PlanParts(words);
        AssumptionCards cards = new AssumptionCards(
                model,
                "money.rates",
                List.of(
                        List.of(Assumed.HOURLY),
                        List.of(Assumed.PRICE, Assumed.REST, Assumed.YEARS, Assumed.WATTS, Assumed.OTHER)),
                true,
                words);
        VBox answer = new VBox(choices(), bar, blocks);
        answer.getStyleClass().add("plan-part");
        SplitPane columns = new SplitPane(PlanParts.scroll(cards), PlanParts.scroll(answer));
        columns.setDividerPositions(RATES);
        columns.getStyleClass().add("plan-columns");
        getChildren().add(columns);
        model.madeProperty().subscribe(this::show);
        words.languageProperty().subscribe((_, _) -> show(model.madeProperty().get()));
    }

    private Node choices() {
        MenuButton by = new MenuButton();
        by.textProperty().bind(words.of(model.byProperty().map(LedgerModel::name)));
        by.setOnShowing(_ -> by.getItems()
                .setAll(model.choices().stream()
                        .map(attribute -> {
                            MenuItem item = new MenuItem(words.now(LedgerModel.name(attribute)));
                            item.setMnemonicParsing(false);
                            item.setOnAction(_ -> model.byProperty().set(attribute));
                            return item;
                        })
                        .toList()));
        by.getItems().add(new MenuItem());
        CheckBox spread = new CheckBox();
        spread.setMnemonicParsing(false);
        spread.textProperty().bind(words.of("money.spread"));
        model.assumptionsProperty().subscribe(now -> spread.setSelected(now.spread()));
        spread.setOnAction(_ -> model.edit(model.assumptionsProperty().get().withSpread(spread.isSelected()), null));
        FlowPane row = new FlowPane(
                parts.field(
                        Text.of("money.rule"),
                        parts.segments(
                                List.of(CostRule.values()),
                                rule -> Text.of("money.rule.short." + rule.id()),
                                model.assumptionsProperty().map(Assumptions::rule),
                                rule -> model.edit(
                                        model.assumptionsProperty().get().withRule(rule), null))),
                parts.field(Text.of("money.whose"), by),
                spread);
        row.getStyleClass().addAll("plan-ways", "plan-question");
        return row;
    }

    private void show(LedgerModel.@Nullable Made made) {
        if (made == null) {
            return;
        }
        Messages messages = Messages.in(words.language());
        CostBill bill = made.statement().bill();
        bar.setVisible(bill != null);
        bar.setManaged(bill != null);
        if (bill != null) {
            double total = bill.total().doubleValue();
            BigDecimal used = bill.used();
            bar.show(List.of(
                    part("used", "money.part.used", used, total),
                    part("idle", "money.part.idle", bill.idleAllocated(), total),
                    part("free", "money.part.unallocated", bill.unallocated(), total)));
        }
        blocks.show(new MoneyBlocks(made.statement(), made.assumptions(), LedgerModel.name(made.by()), messages)
                .all(MOST_PAYERS));
    }

    private PartsBar.Part part(String style, String key, @Nullable BigDecimal amount, double total) {
        double share = amount == null || total == 0 ? 0 : amount.doubleValue() / total;
        return new PartsBar.Part(style, words.now(key), share);
    }
}
