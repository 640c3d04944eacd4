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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Straight from what the exporter wrote. */
final class RawSources implements Sources {
    /** What is so little above 100 % that it is a rounding of the counters: as {@code snapshot} reads exports. */
    private static final double LITTLE_ABOVE = 1.1;

    private static final double PERCENT = 100;

    private final Plan plan;
    private final Names names;

    RawSources(Plan plan) {
        this.plan = plan;
        this.names = plan.names();
    }

    @Override
    public Expr readings(List<String> labels) {
        double whole = plan.isPercent() ? PERCENT : 1;
        List<Matcher> matchers = instances(true);
        List<Expr> valid = new ArrayList<>();
        for (String metric : names.utilization()) {
            Expr from = binary(new Selector(metric, matchers), Op.GREATER_OR_EQUAL, 0);
            valid.add(binary(from, Op.LESS_OR_EQUAL, plan.isPercent() ? PERCENT * 1.1 : LITTLE_ABOVE));
        }
        Expr once = aggregate("max", with(names.identity(), labels), union(valid));
        Expr cut = call("clamp_max", once, new Num(whole));
        return plan.isPercent() ? binary(cut, Op.DIVIDE, whole) : cut;
    }

    @Override
    public Expr weights(List<String> labels) {
        List<Expr> terms = new ArrayList<>();
        for (ModelClass models : plan.hardware().classes()) {
            for (ModelClass.Term term : models.terms()) {
                List<Matcher> matchers = new ArrayList<>();
                matchers.add(Matcher.notEqual(names.instance(), ""));
                matchers.add(Matcher.regex(names.profile(), term.profiles()));
                matchers.add(Matcher.regex(names.model(), models.models()));
                add(matchers, true);
                terms.add(weighed(term.weight(), with(names.identity(), labels), matchers));
            }
        }
        return union(terms);
    }

    @Override
    public Expr present(List<String> labels) {
        return aggregate("group", with(names.identity(), labels), seen(instances(false)));
    }

    @Override
    public Expr capacities(List<String> labels) {
        List<Expr> terms = new ArrayList<>();
        for (ModelClass models : plan.hardware().classes()) {
            List<Matcher> matchers = new ArrayList<>();
            matchers.add(Matcher.notEqual(names.instance(), ""));
            matchers.add(Matcher.regex(names.model(), models.models()));
            add(matchers, false);
            terms.add(weighed(models.capacity(), with(List.of(names.uuid()), labels), matchers));
        }
        return union(terms);
    }

    @Override
    public Expr power(List<String> labels) {
        List<Matcher> matchers = new ArrayList<>();
        add(matchers, false);
        return aggregate("max", with(List.of(names.uuid()), labels), new Selector(names.power(), matchers));
    }

    private Expr weighed(double weight, List<String> labels, List<Matcher> matchers) {
        return binary(weight, Op.MULTIPLY, aggregate("group", labels, seen(matchers)));
    }

    /** Whatever shows that an instance is there: its utilization under any name, NaN too, or its memory. */
    private Selector seen(List<Matcher> matchers) {
        List<Matcher> all = new ArrayList<>();
        all.add(Matcher.regex("__name__", names.present()));
        all.addAll(matchers);
        return new Selector("", all);
    }

    /** Instances and not whole GPUs; for an average those alone whose profile can be read. */
    private List<Matcher> instances(boolean readable) {
        List<Matcher> matchers = new ArrayList<>();
        matchers.add(Matcher.notEqual(names.instance(), ""));
        if (readable) {
            matchers.add(Matcher.regex(names.profile(), "[1-9].*"));
        }
        add(matchers, true);
        return matchers;
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
