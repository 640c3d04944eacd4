package io.slicewise.promql.query;

import static io.slicewise.promql.query.Trees.aggregate;
import static io.slicewise.promql.query.Trees.binary;
import static io.slicewise.promql.query.Trees.call;
import static io.slicewise.promql.query.Trees.union;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Op;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Straight from what the exporter wrote. */
final class RawSources implements Sources {
    /** What is so little above 100 % that it is a rounding of the counters: as {@code snapshot} reads exports. */
    private static final double LITTLE_ABOVE = 1.1;

    private static final double PERCENT = 100;
    private final QueryPlan plan;
    private final Names names;

    RawSources(QueryPlan plan) {
        this.plan = plan;
        this.names = plan.names();
    }

    @Override
    public Expr average(List<String> labels) {
        return aggregate("avg", labels, readings(labels, List.of()));
    }

    @Override
    public Expr sum(List<String> labels, List<Matcher> models) {
        return aggregate("sum", labels, readings(labels, models));
    }

    @Override
    public Expr reported(List<String> labels, List<Matcher> models) {
        boolean hasOne = names.utilization().size() == 1;
        // which of two readings counts does not matter to their number
        List<Matcher> matchers = new ArrayList<>(reading(models));
        matchers.addFirst(Matcher.regex("__name__", String.join("|", names.utilization())));
        Selector any = new Selector("", matchers);
        return aggregate(
                "count",
                labels,
                hasOne ? once(labels, models) : aggregate("max", with(names.identity(), labels), valid(any)));
    }

    @Override
    public Expr instances(List<String> labels, List<Matcher> models) {
        return aggregate("count", labels, present(labels, models));
    }

    /** One for each instance that is there. */
    Expr present(List<String> labels, List<Matcher> models) {
        List<Matcher> matchers = new ArrayList<>(List.of(Matcher.notEqual(names.instance(), "")));
        matchers.addAll(models);
        add(matchers, true);
        return aggregate("group", with(names.identity(), labels), seen(matchers));
    }

    @Override
    public boolean tellsGpus() {
        return true;
    }

    @Override
    public Expr gpus(List<String> labels, List<Matcher> models) {
        List<Matcher> matchers = new ArrayList<>(models);
        matchers.addFirst(Matcher.notEqual(names.instance(), ""));
        add(matchers, false);
        List<String> each = with(List.of(names.uuid(), names.model()), labels);
        return aggregate("count", labels, aggregate("group", each, seen(matchers)));
    }

    @Override
    public Expr power(List<String> labels) {
        List<Matcher> matchers = new ArrayList<>();
        add(matchers, false);
        return aggregate(
                "sum",
                labels,
                aggregate("max", with(List.of(names.uuid()), labels), new Selector(names.power(), matchers)));
    }

    /** A ratio from 0 to 1 for each instance with a reading. */
    private Expr readings(List<String> labels, List<Matcher> models) {
        double whole = plan.isPercent() ? PERCENT : 1;
        Expr cut = call("clamp_max", once(labels, models), new Num(whole));
        return plan.isPercent() ? binary(cut, Op.DIVIDE, whole) : cut;
    }

    /**
     * One series for an instance, however many the exporter wrote. Of one name the largest is looked at last: where it is
     * below 0 all are, and by then a server carries the few labels that are left.
     */
    private Expr once(List<String> labels, List<Matcher> models) {
        List<String> each = with(names.identity(), labels);
        if (names.utilization().size() == 1) {
            return fromZero(aggregate("max", each, toTheMost(exported(models).getFirst())));
        }
        return aggregate("max", each, union(valid(models)));
    }

    /** The metric under each of its names. */
    private List<Selector> exported(List<Matcher> models) {
        return names.utilization().stream()
                .map(metric -> new Selector(metric, reading(models)))
                .toList();
    }

    /** Numbers that can be a utilization, under each of the metric's names. */
    private List<Expr> valid(List<Matcher> models) {
        return exported(models).stream().map(this::valid).toList();
    }

    private Expr valid(Selector readings) {
        return toTheMost(fromZero(readings));
    }

    private static Expr fromZero(Expr readings) {
        return binary(readings, Op.GREATER_OR_EQUAL, 0);
    }

    private Expr toTheMost(Expr readings) {
        return binary(readings, Op.LESS_OR_EQUAL, plan.isPercent() ? PERCENT * LITTLE_ABOVE : LITTLE_ABOVE);
    }

    /** Instances whose profile can be read. */
    private List<Matcher> reading(List<Matcher> models) {
        List<Matcher> matchers = new ArrayList<>();
        matchers.add(Matcher.notEqual(names.instance(), ""));
        matchers.add(Matcher.regex(names.profile(), "[1-9].*"));
        matchers.addAll(models);
        add(matchers, true);
        return matchers;
    }

    @Override
    public Map<Expr, Text> notes(List<String> labels, List<Matcher> models) {
        boolean hasBoth = names.utilization().size() > 1;
        return Map.of(
                hasBoth ? valid(models).getFirst() : toTheMost(exported(models).getFirst()),
                Text.of("promql.note.valid"),
                once(labels, models),
                Text.of(hasBoth ? "promql.note.onceOfBoth" : "promql.note.once"),
                readings(labels, models),
                Text.of(plan.isPercent() ? "promql.note.readingsOfPercent" : "promql.note.readings"),
                present(labels, models),
                Text.of("promql.note.present"));
    }

    /** Whatever shows that an instance is there: its utilization under any name, NaN too, or its memory. */
    private Selector seen(List<Matcher> matchers) {
        List<Matcher> all = new ArrayList<>();
        all.add(Matcher.regex("__name__", names.present()));
        all.addAll(matchers);
        return new Selector("", all);
    }

    private void add(List<Matcher> matchers, boolean instanceToo) {
        for (Filter filter : plan.filters()) {
            if (instanceToo || filter.scope() == Scope.GPU) {
                matchers.add(filter.matcher());
            }
        }
    }

    private static List<String> with(List<String> identity, List<String> labels) {
        Set<String> all = new LinkedHashSet<>(identity);
        all.addAll(labels);
        return List.copyOf(all);
    }
}
