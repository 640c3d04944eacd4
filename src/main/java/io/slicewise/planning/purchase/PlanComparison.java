package io.slicewise.planning.purchase;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.planning.purchase.PurchasePlan.ServedLine;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two plans beside each other: what is bought, what it costs and draws, what decides, how the GPUs are partitioned, and the
 * lines that are served in another way.
 *
 * @param before the plan that differences are counted from
 * @param after the other plan
 */
public record PlanComparison(Planned before, Planned after) {
    /** What a row is about. */
    public enum Kind {
        /** GPUs that are bought. */
        BOUGHT,
        /** GPUs of a model, with those of a spare host. */
        MODEL,
        HOSTS,
        COST,
        /** Nominal watts of all that is installed. */
        WATTS,
        /** Instances that are served. */
        SERVED,
        /** GPUs with a layout. */
        LAYOUT,
        /** The row that binds for a model. */
        BINDING,
        /** A line of the demand that is served in another way. */
        LINE
    }

    /** A row of the comparison. */
    public sealed interface Row {
        Kind kind();

        /** What tells it from others of its kind: a model's id, a layout, a line's name; empty where there is one only. */
        String id();

        /** What it is called. */
        Text name();

        /**
         * A number in both plans.
         *
         * @param before {@code null} where it is not known, or there is no plan
         * @param after likewise
         */
        record Amount(
                Kind kind,
                String id,
                Text name,
                @Nullable BigDecimal before,
                @Nullable BigDecimal after) implements Row {
            /** How much more it is; {@code null} where one of them is not known. */
            public @Nullable BigDecimal more() {
                return before == null || after == null ? null : after.subtract(before);
            }
        }

        /**
         * What is said of both plans.
         *
         * @param before {@code null} where there is nothing to say
         * @param after likewise
         */
        record Said(
                Kind kind,
                String id,
                Text name,
                @Nullable Text before,
                @Nullable Text after) implements Row {}
    }

    /** The difference in sentences. */
    public List<Text> sentences(Object nameBefore, Object nameAfter) {
        List<Text> sentences = new ArrayList<>();
        if (!before.isPossible()) {
            return List.of(impossible(nameBefore, before));
        }
        if (!after.isPossible()) {
            return List.of(impossible(nameAfter, after));
        }
        PurchasePlan first = before.pool();
        PurchasePlan second = after.pool();
        long more = second.total().bought() - first.total().bought();
        sentences.add(
                more == 0
                        ? Text.of("plan.compare.same", nameBefore, nameAfter)
                        : Text.of(
                                more > 0 ? "plan.compare.more" : "plan.compare.fewer",
                                nameBefore,
                                nameAfter,
                                Math.abs(more)));
        BigDecimal paid = first.total().cost();
        BigDecimal cost = second.total().cost();
        if (paid != null && cost != null && paid.compareTo(cost) != 0) {
            sentences.add(Text.of(
                    cost.compareTo(paid) > 0 ? "plan.compare.dearer" : "plan.compare.cheaper",
                    PlanSentences.amount(cost.subtract(paid).abs())));
        }
        if (!first.proven() || !second.proven() || !first.placed() || !second.placed()) {
            sentences.add(Text.of("plan.compare.open"));
        }
        return sentences;
    }

    private static Text impossible(Object name, Planned planned) {
        return Text.of("plan.compare.impossible", name, planned.sentences().getFirst());
    }

    /** All rows, of those about layouts and lines only what differs. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(total(Kind.BOUGHT, "plan.compare.bought", total -> BigDecimal.valueOf(total.bought())));
        for (GpuModel model : models()) {
            rows.add(new Row.Amount(
                    Kind.MODEL,
                    model.id(),
                    Text.of("plan.compare.model", model.shortName()),
                    installed(before, model),
                    installed(after, model)));
        }
        rows.add(total(Kind.HOSTS, "plan.column.hosts", total -> whole(total.hosts())));
        rows.add(total(Kind.COST, "plan.compare.cost", PurchasePlan.Totals::cost));
        rows.add(total(Kind.WATTS, "plan.compare.watts", total -> whole(total.watts())));
        rows.add(new Row.Amount(Kind.SERVED, "", Text.of("plan.compare.served"), served(before), served(after)));
        for (GpuModel model : models()) {
            rows.add(new Row.Said(
                    Kind.BINDING,
                    model.id(),
                    Text.of("plan.compare.binding", model.shortName()),
                    binding(before, model),
                    binding(after, model)));
        }
        layouts(rows);
        lines(rows);
        rows.removeIf(row -> switch (row) {
            case Row.Amount amount -> amount.before == null && amount.after == null;
            case Row.Said said -> said.before == null && said.after == null;
        });
        return rows;
    }

    private Row total(Kind kind, String key, Function<PurchasePlan.Totals, @Nullable BigDecimal> figure) {
        return new Row.Amount(kind, "", Text.of(key), total(before, figure), total(after, figure));
    }

    private static @Nullable BigDecimal total(
            Planned planned, Function<PurchasePlan.Totals, @Nullable BigDecimal> figure) {
        return planned.isPossible() ? figure.apply(planned.pool().total()) : null;
    }

    private static @Nullable BigDecimal whole(@Nullable Long number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private static @Nullable BigDecimal served(Planned planned) {
        return planned.isPossible()
                ? BigDecimal.valueOf(planned.pool().demands().stream()
                        .mapToLong(ServedLine::servedCount)
                        .sum())
                : null;
    }

    private Set<GpuModel> models() {
        return Stream.of(before, after)
                .flatMap(planned -> planned.pool().models().stream())
                .map(one -> one.offer().model())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static @Nullable BigDecimal installed(Planned planned, GpuModel model) {
        return planned.isPossible()
                ? BigDecimal.valueOf(
                        of(planned, model).mapToLong(ModelPlan::installed).sum())
                : null;
    }

    private static @Nullable Text binding(Planned planned, GpuModel model) {
        return of(planned, model)
                .map(one -> PlanSentences.row(one.binding()))
                .findFirst()
                .orElse(null);
    }

    private static Stream<ModelPlan> of(Planned planned, GpuModel model) {
        return planned.pool().models().stream()
                .filter(one -> one.offer().model().equals(model));
    }

    private void layouts(List<Row> rows) {
        Map<String, Text> names = new LinkedHashMap<>();
        Map<String, Long> first = layouts(before, names);
        Map<String, Long> second = layouts(after, names);
        names.forEach((id, name) -> {
            long was = first.getOrDefault(id, 0L);
            long is = second.getOrDefault(id, 0L);
            if (was != is) {
                rows.add(new Row.Amount(
                        Kind.LAYOUT,
                        id,
                        name,
                        before.isPossible() ? BigDecimal.valueOf(was) : null,
                        after.isPossible() ? BigDecimal.valueOf(is) : null));
            }
        });
    }

    /** How many GPUs have each layout, in the order of the plan; those of day and night are told apart. */
    private static Map<String, Long> layouts(Planned planned, Map<String, Text> names) {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (planned.isPossible()) {
            for (Planned.Turn turn : planned.parts()) {
                Text when = turn.title();
                for (ModelPlan model : turn.plan().models()) {
                    for (PackedLayout packed : model.layouts()) {
                        String profiles = Layouts.describe(packed.layout().placements().stream()
                                .map(Placement::profile)
                                .toList());
                        Text name = Text.of(
                                "plan.compare.layout", model.offer().model().shortName(), profiles);
                        String id = (when == null ? "" : when.key() + " ")
                                + model.offer().model().id() + " " + profiles;
                        names.putIfAbsent(id, when == null ? name : Text.of("plan.compare.in", when, name));
                        counts.merge(id, packed.count(), Long::sum);
                    }
                }
            }
        }
        return counts;
    }

    private void lines(List<Row> rows) {
        Map<String, @Nullable Text> first = lines(before);
        Map<String, @Nullable Text> second = lines(after);
        Set<String> names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        for (String name : names) {
            Text was = first.get(name);
            Text is = second.get(name);
            if (!Objects.equals(was, is)) {
                rows.add(new Row.Said(Kind.LINE, name, Text.of("plan.compare.line", name), was, is));
            }
        }
    }

    /** By what each line is served; lines of one name together. */
    private static Map<String, @Nullable Text> lines(Planned planned) {
        Map<String, List<Text>> parts = new LinkedHashMap<>();
        if (planned.isPossible()) {
            for (ServedLine line : planned.pool().demands()) {
                List<Text> by = parts.computeIfAbsent(line.line().name(), _ -> new ArrayList<>());
                line.served().forEach((model, count) -> {
                    Profile profile = line.profiles().get(model);
                    if (count > 0 && profile != null) {
                        by.add(Text.of("plan.compare.by", count, profile.name(), model));
                    }
                });
                long open = line.line().count() - line.servedCount();
                if (open > 0) {
                    by.add(Text.of("plan.compare.unserved", open));
                }
            }
        }
        Map<String, @Nullable Text> lines = new LinkedHashMap<>();
        parts.forEach((name, by) -> lines.put(name, by.isEmpty() ? null : Text.of("plan.value", new Listing(by))));
        return lines;
    }
}
