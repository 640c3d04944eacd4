package io.slicewise.page;

import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Table;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.money.CostBill;
import io.slicewise.planning.money.CostStatement;
import io.slicewise.planning.money.PaidTime;
import io.slicewise.planning.money.PayerCost;
import io.slicewise.text.Apportionment;
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What hardware costs, split and shared out, as blocks; or what has to be known first. Parts add up as they are shown. */
public final class MoneyBlocks {
    private static final int CENTS = 2;
    private static final int HOURS_DECIMALS = 2;

    private final CostStatement statement;
    private final Assumptions assumptions;
    private final Text whose;
    private final Messages words;
    private final Amounts amounts;

    /** @param whose by what it is shared out */
    public MoneyBlocks(CostStatement statement, Assumptions assumptions, Text whose, Messages words) {
        this.statement = statement;
        this.assumptions = assumptions;
        this.whose = whose;
        this.words = words;
        amounts = new Amounts(words, assumptions.currency());
    }

    /** What has to be known before there can be an amount; {@code null} where nothing has. */
    public static @Nullable Text missing(CostStatement statement) {
        if (statement.gpus() == 0) {
            return Text.of("money.missing.gpus");
        }
        if (!statement.unnamed().isEmpty()) {
            return Text.of(
                    "money.missing.model",
                    statement.unnamed().size(),
                    new Listing(statement.unnamed().stream()
                            .map(gpu -> gpu.nameOnHost())
                            .limit(3)
                            .toList()));
        }
        if (!statement.unpriced().isEmpty()) {
            return Text.of(
                    "money.missing.rate",
                    new Listing(statement.unpriced().stream()
                            .map(model -> model.shortName())
                            .toList()));
        }
        return statement.unshared().isEmpty()
                ? null
                : Text.of("money.missing.memory", new Listing(statement.unshared()));
    }

    /**
     * All of it.
     *
     * @param rows so many of those who cause it
     */
    public List<Block> all(int rows) {
        List<Block> blocks = new ArrayList<>();
        Text missing = missing(statement);
        CostBill bill = statement.bill();
        if (bill == null) {
            blocks.add(Phrases.body(words.say(missing == null ? Text.of("money.missing.gpus") : missing)));
            return blocks;
        }
        blocks.add(Phrases.verdict(verdict(bill)));
        blocks.add(split(bill));
        blocks.add(Phrases.note(note(bill)));
        blocks.add(payers(bill, rows));
        int more = bill.by().size() - rows;
        if (more > 0) {
            blocks.add(Phrases.note(words.say("money.more", more)));
        }
        return blocks;
    }

    /**
     * What can be read from a wall: the verdict and its parts, and who causes it where they are few.
     *
     * @param few so many of them
     */
    List<Block> inShort(int few) {
        CostBill bill = statement.bill();
        if (bill == null) {
            return all(0);
        }
        List<Block> blocks = new ArrayList<>(List.of(Phrases.verdict(verdict(bill)), split(bill)));
        if (bill.by().size() <= few) {
            blocks.add(payers(bill, few));
        }
        blocks.add(Phrases.note(note(bill)));
        return blocks;
    }

    private String verdict(CostBill bill) {
        double total = month(bill.total());
        double[] shown = parts(bill, total, this::month);
        return bill.used() == null
                ? words.say("money.verdict.unread", amounts.with(total), amounts.with(shown[2]))
                : words.say(
                        "money.verdict",
                        amounts.with(total),
                        amounts.with(shown[0]),
                        amounts.with(shown[1]),
                        amounts.with(shown[2]));
    }

    private String note(CostBill bill) {
        List<String> said = new ArrayList<>();
        said.add(words.say("money.rule." + assumptions.rule().id()));
        said.add(
                statement.isRange()
                        ? words.say("money.range", new Decimal(statement.hours().doubleValue(), HOURS_DECIMALS))
                        : words.say("money.moment"));
        if (bill.unread() > 0) {
            said.add(words.say(
                    "money.unread",
                    bill.unread(),
                    amounts.with(month(bill.usedLow())),
                    amounts.with(month(bill.usedHigh()))));
        }
        return String.join(" ", said);
    }

    private double month(BigDecimal amount) {
        return statement.in(PaidTime.MONTH, amount).doubleValue();
    }

    private double hour(BigDecimal amount) {
        return statement.in(BigDecimal.ONE, amount).doubleValue();
    }

    /** Used, idle and unallocated as they are shown: they add up to what is shown of all. */
    private static double[] parts(CostBill bill, double whole, ToDoubleFunction<BigDecimal> scaled) {
        double free = scaled.applyAsDouble(bill.unallocated());
        BigDecimal used = bill.used();
        BigDecimal idle = bill.idleAllocated();
        if (used == null || idle == null) {
            return new double[] {Double.NaN, Double.NaN, free};
        }
        return Amounts.parts(List.of(scaled.applyAsDouble(used), scaled.applyAsDouble(idle), free), whole);
    }

    private Table split(CostBill bill) {
        double whole = bill.total().doubleValue();
        double[] ratios = parts(bill, whole, BigDecimal::doubleValue);
        double[] shares = new double[ratios.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = exact(bill, i) / whole;
        }
        shares = Amounts.parts(shares, 1, Apportionment.OF_RATIO);
        List<ToDoubleFunction<BigDecimal>> times = new ArrayList<>(List.of(this::hour, this::month));
        List<Column> columns = new ArrayList<>(List.of(
                Column.name(words.say("money.column.part")),
                Column.number(words.say("money.column.share")),
                Column.number(amounts.title("money.column.hour")),
                Column.number(amounts.title("money.column.month"))));
        if (statement.isRange()) {
            times.add(BigDecimal::doubleValue);
            columns.add(Column.number(amounts.title("money.column.range")));
        }
        List<String> names = List.of("money.part.used", "money.part.idle", "money.part.unallocated");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<String> row = new ArrayList<>(List.of(words.say(names.get(i)), percent(shares[i])));
            for (ToDoubleFunction<BigDecimal> time : times) {
                row.add(amounts.of(parts(bill, time.applyAsDouble(bill.total()), time)[i]));
            }
            rows.add(row);
        }
        List<String> all = new ArrayList<>(List.of(words.say("money.part.total"), percent(1)));
        times.forEach(time -> all.add(amounts.of(time.applyAsDouble(bill.total()))));
        rows.add(all);
        return new Table("", columns, rows);
    }

    private static double exact(CostBill bill, int part) {
        BigDecimal amount = part == 0 ? bill.used() : part == 1 ? bill.idleAllocated() : bill.unallocated();
        return amount == null ? Double.NaN : amount.doubleValue();
    }

    private String percent(double ratio) {
        return words.say("money.value", new Percent(ratio));
    }

    /** Who causes it, in their order; what is not allocated last, unless it is spread. */
    private Table payers(CostBill bill, int rows) {
        double total = month(bill.total());
        List<PayerCost> by = bill.by();
        List<Double> exact =
                new ArrayList<>(by.stream().map(one -> month(one.cost())).toList());
        double left = month(bill.total())
                - exact.stream().mapToDouble(Double::doubleValue).sum();
        boolean isSpread = assumptions.spread() && !by.isEmpty();
        if (!isSpread) {
            exact.add(left);
        }
        double[] costs = Amounts.parts(exact, total);
        double[] used = used(bill);
        List<List<String>> shown = new ArrayList<>();
        for (int i = 0; i < by.size() && i < rows; i++) {
            shown.add(payer(by.get(i).name(), costs[i], used[i], total));
        }
        if (!isSpread) {
            shown.add(List.of(
                    words.say("money.part.unallocated"),
                    amounts.of(costs[by.size()]),
                    Numbers.NONE,
                    Numbers.NONE,
                    percent(left / total)));
        }
        double allUsed = bill.used() == null ? Double.NaN : Apportionment.shown(month(bill.used()), CENTS);
        double shownTotal = Apportionment.shown(total, CENTS);
        double allIdle = isSpread ? shownTotal - allUsed : sum(costs, by.size()) - allUsed;
        shown.add(List.of(
                words.say("money.part.total"),
                amounts.of(shownTotal),
                amounts.of(allUsed),
                amounts.of(allIdle),
                percent(1)));
        return new Table(
                words.say(statement.isRange() ? "money.by.range" : "money.by"),
                List.of(
                        Column.name(words.say(whose)),
                        Column.number(amounts.title("money.column.cost")),
                        Column.number(words.say("money.part.used")),
                        Column.number(words.say(isSpread ? "money.column.rest" : "money.part.idle")),
                        Column.number(words.say("money.column.share"))),
                shown);
    }

    private static double sum(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** What of each is in use, as it is shown: it adds up to what is shown of all. */
    private double[] used(CostBill bill) {
        double[] used = bill.by().stream()
                .mapToDouble(one -> one.used() == null ? Double.NaN : month(one.used()))
                .toArray();
        return bill.used() == null ? used : Amounts.parts(used, month(bill.used()), CENTS);
    }

    private List<String> payer(String name, double cost, double used, double total) {
        return List.of(
                name.isEmpty() ? words.say("money.nobody") : name,
                amounts.of(cost),
                amounts.of(used),
                amounts.of(cost - used),
                percent(cost / total));
    }
}
