package io.slicewise.page;

import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Table;
import io.slicewise.planning.purchase.PlanComparison;
import io.slicewise.planning.purchase.PlanComparison.Kind;
import io.slicewise.planning.purchase.PlanComparison.Row;
import io.slicewise.planning.purchase.PlanSentences;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two plans beside each other as blocks: the difference in sentences, then a table.
 *
 * @param comparison the plans
 * @param before what the first is called
 * @param after what the second is called
 * @param words the language
 */
public record PlanDifferences(PlanComparison comparison, String before, String after, Messages words) {
    private static final int MOST_ROWS = 80;

    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        comparison.sentences(before, after).forEach(text -> blocks.add(Phrases.lead(words.say(text))));
        List<Row> rows = comparison.rows();
        if (!rows.isEmpty()) {
            blocks.add(table(rows));
        }
        if (rows.size() > MOST_ROWS) {
            blocks.add(Phrases.note(words.say("plan.compare.rest", rows.size() - MOST_ROWS)));
        }
        return blocks;
    }

    private Table table(List<Row> rows) {
        return new Table(
                "",
                List.of(
                        Column.name(words.say("plan.compare.what")),
                        Column.number(before),
                        Column.number(after),
                        Column.number(words.say("plan.compare.difference"))),
                rows.stream().limit(MOST_ROWS).map(this::row).toList());
    }

    private List<String> row(Row row) {
        String name = words.say(row.name());
        return switch (row) {
            case Row.Amount amount ->
                List.of(name, shown(amount, amount.before()), shown(amount, amount.after()), more(amount));
            case Row.Said said -> List.of(name, said(said.before()), said(said.after()), "");
        };
    }

    private String said(@Nullable Text text) {
        return text == null ? Numbers.NONE : words.say(text);
    }

    private String shown(Row row, @Nullable BigDecimal number) {
        return number == null
                ? Numbers.NONE
                : words.say(row.kind() == Kind.WATTS ? "plan.watts" : "plan.value", PlanSentences.amount(number));
    }

    private String more(Row.Amount amount) {
        BigDecimal more = amount.more();
        return more == null
                ? Numbers.NONE
                : more.signum() == 0
                        ? words.say("plan.compare.none")
                        : words.say(
                                more.signum() > 0 ? "plan.compare.up" : "plan.compare.down",
                                PlanSentences.amount(more.abs()));
    }
}
