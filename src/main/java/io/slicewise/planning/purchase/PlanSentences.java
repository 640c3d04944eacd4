package io.slicewise.planning.purchase;

import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.packing.PackingRow;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A plan in sentences: how many, what binds, and whether fewer could do. */
public final class PlanSentences {
    private PlanSentences() {}

    /** The answer: a sentence for each model, and one about the bound. */
    public static List<Text> of(PurchasePlan plan) {
        Text impossible = plan.impossible();
        if (impossible != null) {
            return List.of(impossible);
        }
        if (plan.models().isEmpty()) {
            return List.of(Text.of("plan.answer.nothing"));
        }
        List<Text> sentences = new ArrayList<>();
        plan.models().forEach(model -> sentences.add(model(model, plan.placed())));
        sentences.add(bound(plan));
        return sentences;
    }

    /** One pool for day and night, in sentences: with changing over, what that costs each time, and without. */
    public static List<Text> of(DayNightPlan plan) {
        if (!plan.isPossible()) {
            return List.of(Objects.requireNonNull(plan.day().impossible()));
        }
        List<Text> sentences = new ArrayList<>();
        sentences.add(Text.of(
                "plan.turns.changing",
                installed(plan.day()),
                plan.day().total().gpus(),
                plan.night().total().gpus()));
        sentences.add(bound(plan.day()));
        sentences.add(Text.of(
                "plan.turns.restarts",
                plan.evening().stopped(),
                plan.evening().started(),
                plan.morning().stopped(),
                plan.morning().started()));
        Text impossible = plan.atOnce().impossible();
        sentences.add(
                impossible == null
                        ? Text.of("plan.turns.atOnce", installed(plan.atOnce()))
                        : Text.of("plan.turns.atOnceNot", impossible));
        return sentences;
    }

    /**
     * What fits beside what runs, in sentences.
     *
     * @param staying where nothing that runs moves
     * @param moving where everything that is not pinned may
     */
    public static List<Text> of(Beside staying, Beside moving, Demand demand) {
        long placed = demand.count() - staying.rest().count();
        Text first = Text.of("plan.beside", placed, demand.count(), staying.more());
        return List.of(bounded(withCost(first, staying), staying), bounded(moved(moving), moving));
    }

    private static Text moved(Beside moving) {
        return withCost(Text.of("plan.beside.moving", moving.more()), moving);
    }

    private static Text withCost(Text said, Beside beside) {
        BigDecimal cost = beside.cost();
        return cost == null || cost.signum() == 0 ? said : Text.of("plan.beside.cost", said, amount(cost));
    }

    private static Text bounded(Text said, Beside beside) {
        if (beside.isProven()) {
            return said;
        }
        BigDecimal cost = beside.lowerBound().cost();
        return cost == null
                ? Text.of(
                        "plan.beside.open",
                        said,
                        Objects.requireNonNull(beside.lowerBound().gpus()))
                : Text.of("plan.beside.openCost", said, amount(cost));
    }

    /** What stands there of each model. */
    private static Object installed(PurchasePlan plan) {
        return new Listing(plan.models().stream()
                .map(model -> Text.of(
                        "plan.answer.count",
                        model.installed(),
                        model.offer().model().shortName()))
                .toList());
    }

    private static Text model(ModelPlan model, boolean placed) {
        String name = model.offer().model().shortName();
        Text count = Text.of("plan.answer.count", model.gpus(), name);
        if (!placed && model.layouts().isEmpty()) {
            return Text.of("plan.answer.atLeast", count);
        }
        PackingRow binding = model.binding();
        long bySlices = model.rows().stream()
                .filter(value -> value.row().kind() == PackingRow.Kind.COMPUTE)
                .mapToLong(value -> (long) Math.ceil(value.value() - 1e-9))
                .findFirst()
                .orElse(model.gpus());
        return bySlices < model.gpus()
                ? Text.of("plan.answer.bound", count, row(binding), bySlices)
                : Text.of("plan.answer.slices", count, row(binding));
    }

    /** A row as a reason. */
    public static Text row(PackingRow row) {
        List<String> sizes = row.takers().stream().map(PackingRow::size).toList();
        return switch (row.kind()) {
            case COMPUTE -> Text.of("plan.row.compute");
            case MEMORY -> Text.of("plan.row.memory");
            case PLACES -> Text.of("plan.row.places", row.capacity(), sizes.getFirst());
            case ALONE -> Text.of("plan.row.alone", either(sizes));
            case MIXED -> Text.of("plan.row.mixed", new Listing(sizes));
        };
    }

    private static Object either(List<String> sizes) {
        return sizes.size() == 1
                ? sizes.getFirst()
                : Text.of("plan.either", new Listing(sizes.subList(0, sizes.size() - 1)), sizes.getLast());
    }

    private static Text bound(PurchasePlan plan) {
        if (!plan.placed()) {
            return Text.of("plan.bound.atLeast");
        }
        PurchasePlan.Totals total = plan.total();
        BigDecimal cost = plan.lowerBound().cost();
        Long gpus = plan.lowerBound().gpus();
        BigDecimal paid = total.cost();
        boolean free = cost == null ? gpus != null && total.bought() == 0 : paid != null && paid.signum() == 0;
        if (free) {
            return Text.of("plan.bound.none");
        }
        if (cost != null && paid != null) {
            return plan.proven()
                    ? Text.of("plan.bound.cost", amount(paid))
                    : Text.of("plan.bound.costOpen", amount(paid), amount(cost));
        }
        if (gpus != null) {
            return plan.proven()
                    ? Text.of("plan.bound.gpus", total.bought())
                    : Text.of("plan.bound.gpusOpen", total.bought(), gpus);
        }
        long served = plan.demands().stream()
                .mapToLong(PurchasePlan.ServedLine::servedCount)
                .sum();
        long wanted =
                plan.demands().stream().mapToLong(line -> line.line().count()).sum();
        return Text.of(plan.proven() ? "plan.bound.value" : "plan.bound.valueOpen", served, wanted);
    }

    /** Money as an argument of a text: grouped where it is whole. */
    public static Object amount(BigDecimal money) {
        boolean whole = money.stripTrailingZeros().scale() <= 0;
        return whole ? (Object) money.longValue() : new Decimal(money.doubleValue(), 2);
    }
}
