package io.slicewise.cli;

import io.slicewise.mig.Profile;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanSentences;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.planning.purchase.PurchasePlan.ServedLine;
import io.slicewise.text.Decimal;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan for people: the answer in sentences, then models, layouts, and who is served by what. */
record PlanTable(Messages words, PurchasePlan plan) {
    /** What comes of an input: the answer in sentences, then the plan, or each turn with its layouts. */
    static List<String> lines(Planned planned, Messages words) {
        List<String> lines = new ArrayList<>();
        planned.sentences().forEach(sentence -> lines.add(words.say(sentence)));
        for (Planned.Turn turn : planned.parts()) {
            PlanTable table = new PlanTable(words, turn.plan());
            Text title = turn.title();
            lines.addAll(title == null ? table.always() : table.in(title));
        }
        return lines;
    }

    private List<String> always() {
        List<String> lines = new ArrayList<>();
        if (plan.models().isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.addAll(models().lines());
        lines.add("");
        lines.add(words.say(
                "plan.taxes",
                new Decimal(plan.taxes().divisible(), 1),
                new Decimal(plan.taxes().rounded(), 1),
                plan.taxes().legal()));
        List<String> layouts = layouts().lines();
        if (layouts.size() > 1) {
            lines.add("");
            lines.addAll(layouts);
        }
        lines.add("");
        lines.addAll(demands().lines());
        return lines;
    }

    private List<String> in(Text turn) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(words.say(turn));
        lines.addAll(models().lines());
        lines.add("");
        lines.addAll(layouts().lines());
        lines.add("");
        lines.addAll(demands().lines());
        return lines;
    }

    private TextTable models() {
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("plan.column.model")),
                TextTable.number(words.say("plan.column.gpus")),
                TextTable.number(words.say("plan.column.hosts")),
                TextTable.number(words.say("plan.column.installed")),
                TextTable.number(words.say("plan.column.price")),
                TextTable.text(words.say("plan.column.rows"))));
        for (ModelPlan model : plan.models()) {
            Offer offer = model.offer();
            table.row(List.of(
                    offer.model().id(),
                    number(model.gpus()),
                    number(model.hosts()),
                    number(model.installed()),
                    offer.unitPrice() == null
                            ? Numbers.NONE
                            : words.say("plan.value", PlanSentences.amount(offer.unitPrice())),
                    rows(model)));
        }
        PurchasePlan.Totals total = plan.total();
        if (plan.models().size() > 1 || total.cost() != null) {
            table.row(List.of(
                    words.say("plan.column.total"),
                    number(total.gpus()),
                    number(total.hosts()),
                    number(total.installed()),
                    total.cost() == null ? Numbers.NONE : words.say("plan.value", PlanSentences.amount(total.cost())),
                    total.watts() == null ? "" : words.say("plan.watts", total.watts())));
        }
        return table;
    }

    /** Every row with what it needs, the one that binds in brackets. */
    private static String rows(ModelPlan model) {
        return model.rows().stream()
                .map(value -> {
                    String row = value.row().id() + " " + Numbers.decimal(value.value(), 2);
                    return value.row().equals(model.binding()) ? "[" + row + "]" : row;
                })
                .collect(Collectors.joining("  "));
    }

    private TextTable layouts() {
        TextTable table = new TextTable(List.of(
                TextTable.number(words.say("plan.column.gpus")),
                TextTable.text(words.say("plan.column.model")),
                TextTable.text(words.say("cli.column.layout"))));
        for (ModelPlan model : plan.models()) {
            for (PackedLayout packed : model.layouts()) {
                table.row(List.of(
                        number(packed.count()) + " ×",
                        model.offer().model().id(),
                        packed.layout().placements().stream()
                                .map(PlanJson::shown)
                                .collect(Collectors.joining(" "))));
            }
        }
        return table;
    }

    private TextTable demands() {
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("plan.column.demand")),
                TextTable.number(words.say("plan.column.count")),
                TextTable.text(words.say("plan.column.served"))));
        for (ServedLine served : plan.demands()) {
            String by = served.served().entrySet().stream()
                    .map(entry -> number(Long.valueOf(entry.getValue())) + " × "
                            + profile(served.profiles().get(entry.getKey())) + " (" + entry.getKey() + ")")
                    .collect(Collectors.joining(", "));
            table.row(List.of(
                    served.line().name(), number((long) served.line().count()), by.isEmpty() ? Numbers.NONE : by));
        }
        return table;
    }

    private static String profile(@Nullable Profile profile) {
        return profile == null ? Numbers.NONE : profile.name();
    }

    private String number(@Nullable Long number) {
        return number == null ? Numbers.NONE : words.say("plan.value", number);
    }
}
