package io.slicewise.page;

import io.slicewise.fleet.Fleet;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.Profile;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Table;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.PlanSentences;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.planning.purchase.PurchasePlan.ServedLine;
import io.slicewise.planning.room.FleetRoom;
import io.slicewise.planning.room.ProfileRoom;
import io.slicewise.text.Decimal;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sections about what to buy, and about what still fits. */
final class PlanSections {
    private static final int MOST_LAYOUTS = 40;
    private static final int MOST_LINES = 60;

    private final Phrases phrases;
    private final Subject subject;

    PlanSections(Subject subject, Addressee addressee) {
        this.subject = subject;
        this.phrases = Phrases.of(addressee);
    }

    /** The plan; where there is none, how to come to one. */
    Section planned() {
        PlanInput input = subject.plan();
        List<Block> blocks = new ArrayList<>();
        Text missing = input == null ? Text.of("page.plan.none") : input.missing();
        if (input == null || missing != null) {
            blocks.add(Phrases.body(phrases.say(missing == null ? Text.of("page.plan.none") : missing)));
        } else {
            fill(input, blocks);
        }
        return phrases.section(SectionKind.PLANNED, blocks, "");
    }

    /** As deep a search as everywhere: the same input gives the same plan. */
    static @Nullable Planned planned(PlanInput input) {
        return input.planned(Catalogue.builtIn().models(), Effort.USUAL);
    }

    private void fill(PlanInput input, List<Block> blocks) {
        Planned planned = planned(input);
        if (planned == null) {
            blocks.add(Phrases.body(phrases.say("plan.missing.tooLarge")));
        } else {
            fill(input, planned, blocks);
        }
    }

    private void fill(PlanInput input, Planned planned, List<Block> blocks) {
        PurchasePlan plan = planned.pool();
        List<String> sentences = planned.sentences().stream().map(phrases::say).toList();
        blocks.add(Phrases.verdict(sentences.getFirst()));
        sentences.stream().skip(1).forEach(sentence -> blocks.add(Phrases.lead(sentence)));
        if (input.growth() > 0) {
            blocks.add(Phrases.note(phrases.say("page.plan.growth", new Percent(input.growth()))));
        }
        if (plan.impossible() == null && !plan.models().isEmpty()) {
            blocks.add(models(plan));
            blocks.add(Phrases.body(phrases.say(
                    "plan.taxes",
                    new Decimal(plan.taxes().divisible(), 1),
                    new Decimal(plan.taxes().rounded(), 1),
                    plan.taxes().legal())));
            planned.parts().forEach(turn -> {
                blocks.add(layouts(turn));
                int all = turn.plan().models().stream()
                        .mapToInt(one -> one.layouts().size())
                        .sum();
                rest(all - MOST_LAYOUTS).ifPresent(blocks::add);
            });
            blocks.add(demands(plan));
            rest(plan.demands().size() - MOST_LINES).ifPresent(blocks::add);
        }
    }

    private Table models(PurchasePlan plan) {
        List<List<String>> rows = new ArrayList<>();
        for (ModelPlan one : plan.models()) {
            rows.add(List.of(
                    one.offer().model().shortName(),
                    number(one.gpus()),
                    number(one.hosts()),
                    number(one.installed()),
                    money(one.offer().unitPrice()),
                    phrases.say(PlanSentences.row(one.binding()))));
        }
        PurchasePlan.Totals total = plan.total();
        if (plan.models().size() > 1 || total.cost() != null) {
            rows.add(List.of(
                    phrases.say("plan.column.total"),
                    number(total.gpus()),
                    number(total.hosts()),
                    number(total.installed()),
                    money(total.cost()),
                    total.watts() == null ? "" : phrases.say("plan.watts", total.watts())));
        }
        return new Table(
                "",
                List.of(
                        Column.name(phrases.say("plan.column.model")),
                        Column.number(phrases.say("plan.column.gpus")),
                        Column.number(phrases.say("plan.column.hosts")),
                        Column.number(phrases.say("plan.column.installed")),
                        Column.number(phrases.say("plan.column.price")),
                        Column.text(phrases.say("page.plan.binding"))),
                rows);
    }

    /** How many rows a table left out. */
    private Optional<Block> rest(int rows) {
        return rows > 0 ? Optional.of(Phrases.note(phrases.say("planner.more", rows))) : Optional.empty();
    }

    private Table layouts(Planned.Turn turn) {
        List<List<String>> rows = turn.plan().models().stream()
                .flatMap(one -> one.layouts().stream().map(packed -> layout(one, packed)))
                .limit(MOST_LAYOUTS)
                .toList();
        Text when = turn.title();
        String caption = phrases.say("page.plan.layouts");
        return new Table(
                when == null ? caption : phrases.say("page.plan.layoutsIn", caption, when),
                List.of(
                        Column.name(phrases.say("plan.column.model")),
                        Column.number(phrases.say("plan.column.gpus")),
                        Column.text(phrases.say("page.plan.instances"))),
                rows);
    }

    private List<String> layout(ModelPlan one, PackedLayout packed) {
        return List.of(
                one.offer().model().shortName(),
                number(packed.count()),
                packed.layout().placements().stream()
                        .map(placement -> placement.profile().name() + "@" + placement.start())
                        .collect(Collectors.joining(" ")));
    }

    private Table demands(PurchasePlan plan) {
        return new Table(
                phrases.say("page.plan.demand"),
                List.of(
                        Column.name(phrases.say("plan.column.demand")),
                        Column.number(phrases.say("plan.column.count")),
                        Column.text(phrases.say("plan.column.served"))),
                plan.demands().stream().limit(MOST_LINES).map(this::demand).toList());
    }

    private List<String> demand(ServedLine served) {
        String by = served.served().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> number(entry.getValue().longValue()) + " × "
                        + name(served.profiles().get(entry.getKey())) + " (" + entry.getKey() + ")")
                .collect(Collectors.joining(", "));
        return List.of(served.line().name(), number((long) served.line().count()), by.isEmpty() ? Numbers.NONE : by);
    }

    private static String name(@Nullable Profile profile) {
        return profile == null ? Numbers.NONE : profile.name();
    }

    private String number(@Nullable Long number) {
        return number == null ? Numbers.NONE : phrases.say("plan.value", number);
    }

    private String money(@Nullable BigDecimal money) {
        return money == null ? Numbers.NONE : phrases.say("plan.value", PlanSentences.amount(money));
    }

    /** What still fits on the GPUs that are there; nothing where no layout is known. */
    Optional<Section> room() {
        Fleet fleet = subject.fleet();
        FleetRoom room = FleetRoom.of(fleet, Set.of());
        if (room.profiles().isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table(
                "",
                List.of(
                        Column.name(phrases.say("plan.column.model")),
                        Column.text(phrases.say("page.plan.profile")),
                        Column.number(phrases.say("moves.column.now")),
                        Column.number(phrases.say("moves.column.afterMoves")),
                        Column.number(phrases.say("moves.column.bySlices"))),
                room.profiles().stream().map(this::room).toList()));
        double fragmentation = room.fragmentation(fleet);
        if (!Double.isNaN(fragmentation)) {
            blocks.add(Phrases.note(phrases.say("moves.fragmentation", new Percent(fragmentation))));
        }
        return Optional.of(phrases.section(SectionKind.ROOM, blocks, ""));
    }

    private List<String> room(ProfileRoom one) {
        return List.of(
                one.model().shortName(),
                one.profile().name(),
                phrases.count(one.now()),
                (one.isProven() ? "" : "≤ ") + phrases.count(one.afterMoves()),
                phrases.count(one.bySlices()));
    }
}
