package io.slicewise.page;

import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Table;
import io.slicewise.planning.alternative.AlternativeOutcome;
import io.slicewise.planning.alternative.Compared;
import io.slicewise.planning.money.CostBill;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.text.Apportionment;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.usage.Averages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Alternatives side by side as blocks: a column each, with its differences to the first. */
public final class AlternativeBlocks {
    private static final int WATT = 1;
    private static final int CENTS = 2;

    private final List<Compared> all;
    private final int first;
    private final Messages words;
    private final Amounts amounts;

    /**
     * @param all what is compared
     * @param first which of them the others are compared with
     * @param currency what amounts are in
     */
    public AlternativeBlocks(List<Compared> all, int first, String currency, Messages words) {
        this.all = List.copyOf(all);
        this.first = first;
        this.words = words;
        amounts = new Amounts(words, currency);
    }

    /** What the best of them saves, and the table. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String said = i == first ? "" : said(all.get(i));
            if (!said.isEmpty()) {
                blocks.add(Phrases.lead(said));
            }
        }
        blocks.add(table(true));
        blocks.add(Phrases.note(words.say("alternatives.note", all.get(first).name())));
        return blocks;
    }

    /** What can be read from one slide: what the best of them saves, and the table without the parts of the cost. */
    List<Block> inShort() {
        List<Block> blocks = new ArrayList<>();
        all.stream()
                .filter(one -> saves(one) != null)
                .max(Comparator.comparing(one -> Objects.requireNonNull(saves(one))))
                .ifPresent(best -> blocks.add(Phrases.verdict(said(best))));
        blocks.add(table(false));
        return blocks;
    }

    /** What an alternative saves; {@code null} where that cannot be told, and of the first one. */
    private @Nullable BigDecimal saves(Compared one) {
        return one.equals(all.get(first))
                        || said(one).isEmpty()
                        || one.outcome().impossible() > 0
                ? null
                : one.outcome().saves(all.get(first).outcome());
    }

    /** What it saves a month, next to what it takes to get there; empty where that cannot be told. */
    private String said(Compared one) {
        BigDecimal saves = one.outcome().saves(all.get(first).outcome());
        Integer restarts = one.outcome().restarts();
        if (one.outcome().impossible() > 0) {
            return words.say(
                    "alternatives.impossible", one.name(), one.outcome().impossible());
        }
        if (saves == null || restarts == null) {
            return "";
        }
        String key = saves.signum() > 0
                ? "alternatives.saves"
                : saves.signum() < 0 ? "alternatives.costs" : "alternatives.same";
        return words.say(key, one.name(), amounts.with(saves.abs().doubleValue()), restarts);
    }

    /** @param parts whether the parts of the cost stand there too */
    private Table table(boolean parts) {
        List<Column> columns = new ArrayList<>(List.of(Column.name(words.say("alternatives.column.what"))));
        all.forEach(one -> columns.add(Column.number(one.name())));
        List<List<String>> rows = new ArrayList<>();
        add(rows, words.say("alternatives.gpus"), outcome -> outcome.gpus(), this::count, this::counts);
        figure(rows, "figures.average.name", Averages::instanceAverage);
        figure(rows, "figures.weighted.name", Averages::weightedAverage);
        figure(rows, "figures.whole.name", Averages::wholeGpu);
        figure(rows, "alternatives.allocated", Averages::allocatedShare);
        money(rows, "alternatives.month", CostBill::total);
        if (parts) {
            money(rows, "alternatives.used", CostBill::used);
            money(rows, "alternatives.idle", CostBill::idleAllocated);
            money(rows, "alternatives.unallocated", CostBill::unallocated);
        }
        add(
                rows,
                words.say("alternatives.watts"),
                outcome -> Apportionment.shown(outcome.watts(), WATT),
                value -> words.say("power.watts", value),
                value -> words.say("alternatives.difference", value));
        add(rows, words.say("alternatives.buy"), AlternativeBlocks::bought, this::count, this::counts);
        add(rows, amounts.title("alternatives.price"), AlternativeBlocks::price, amounts::of, amounts::difference);
        rows.add(restarts());
        rows.removeIf(row -> row.stream().skip(1).allMatch(Numbers.NONE::equals));
        return new Table("", columns, rows);
    }

    private void figure(List<List<String>> rows, String key, ToDoubleFunction<Averages> figure) {
        List<String> row = new ArrayList<>(List.of(words.say(key)));
        double of = figure.applyAsDouble(all.get(first).outcome().figures());
        for (int i = 0; i < all.size(); i++) {
            double value = figure.applyAsDouble(all.get(i).outcome().figures());
            String shown = words.say("money.value", new Percent(value));
            row.add(
                    i == first || Double.isNaN(value) || Double.isNaN(of) || value == of
                            ? shown
                            : with(shown, words.say("money.value", Points.between(of, value))));
        }
        rows.add(row);
    }

    private void money(List<List<String>> rows, String key, Function<CostBill, @Nullable BigDecimal> part) {
        add(
                rows,
                amounts.title(key),
                outcome -> {
                    CostBill month = outcome.month();
                    BigDecimal amount = month == null ? null : part.apply(month);
                    return amount == null ? Double.NaN : Apportionment.shown(amount.doubleValue(), CENTS);
                },
                amounts::of,
                amounts::difference);
    }

    private void add(
            List<List<String>> rows,
            String name,
            ToDoubleFunction<AlternativeOutcome> value,
            Function<Double, String> shown,
            Function<Double, String> difference) {
        List<String> row = new ArrayList<>(List.of(name));
        double of = value.applyAsDouble(all.get(first).outcome());
        for (int i = 0; i < all.size(); i++) {
            double its = value.applyAsDouble(all.get(i).outcome());
            row.add(
                    Double.isNaN(its)
                            ? Numbers.NONE
                            : i == first || Double.isNaN(of) || its == of
                                    ? shown.apply(its)
                                    : with(shown.apply(its), difference.apply(its - of)));
        }
        rows.add(row);
    }

    private String with(String value, String difference) {
        return words.say("alternatives.with", value, difference);
    }

    private String count(double number) {
        return words.say("plan.value", Math.round(number));
    }

    private String counts(double number) {
        return words.say("alternatives.count", Math.round(number));
    }

    private static double bought(AlternativeOutcome outcome) {
        PurchasePlan plan = outcome.plan();
        return plan == null ? Double.NaN : plan.total().bought();
    }

    private static double price(AlternativeOutcome outcome) {
        PurchasePlan plan = outcome.plan();
        BigDecimal cost = plan == null ? null : plan.total().cost();
        return cost == null ? Double.NaN : cost.doubleValue();
    }

    private List<String> restarts() {
        List<String> row = new ArrayList<>(List.of(words.say("alternatives.restarts")));
        for (Compared one : all) {
            Integer restarts = one.outcome().restarts();
            row.add(restarts == null ? Numbers.NONE : count(restarts));
        }
        return row;
    }
}
