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
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Straight from what the exporter wrote. */
final class RawSources implements Sources {
    /** What is so little above 100 % that it is a rounding of the counters: as {@code snapshot} reads exports. */
    private static final double LITTLE_ABOVE = 1.1;

    private static final double PERCENT = 100;
    /** As many models as anybody reads in a comment. */
    private static final int FEW = 3;

    private final Plan plan;
    private final Names names;

    RawSources(Plan plan) {
        this.plan = plan;
        this.names = plan.names();
    }

    @Override
    public Expr readings(List<String> labels) {
        double whole = plan.isPercent() ? PERCENT : 1;
        Expr cut = call("clamp_max", once(labels), new Num(whole));
        return plan.isPercent() ? binary(cut, Op.DIVIDE, whole) : cut;
    }

    /** One series for an instance, however many the exporter wrote. */
    private Expr once(List<String> labels) {
        return aggregate("max", with(names.identity(), labels), union(valid()));
    }

    /** Numbers that can be a utilization, under each of the metric's names. */
    private List<Expr> valid() {
        List<Expr> valid = new ArrayList<>();
        for (String metric : names.utilization()) {
            Expr from = binary(new Selector(metric, instances(true)), Op.GREATER_OR_EQUAL, 0);
            valid.add(binary(from, Op.LESS_OR_EQUAL, plan.isPercent() ? PERCENT * 1.1 : LITTLE_ABOVE));
        }
        return valid;
    }

    @Override
    public Map<Expr, Text> notes(List<String> labels) {
        Map<Expr, Text> notes = new HashMap<>();
        notes.put(valid().getFirst(), Text.of("promql.note.valid"));
        boolean hasBoth = names.utilization().size() > 1;
        notes.put(once(labels), Text.of(hasBoth ? "promql.note.onceOfBoth" : "promql.note.once"));
        notes.put(
                readings(labels), Text.of(plan.isPercent() ? "promql.note.readingsOfPercent" : "promql.note.readings"));
        notes.put(weights(labels), Text.of("promql.note.weights", listed(this::weights)));
        List<String> ofGpus =
                labels.stream().filter(label -> names.scope(label) == Scope.GPU).toList();
        notes.put(capacities(ofGpus), Text.of("promql.note.wholes", listed(alike -> new Decimal(alike.capacity(), 6))));
        return notes;
    }

    /** Something of each class of models; where there is one class, the models need no name. */
    private Listing listed(Function<ModelClass, Object> what) {
        List<ModelClass> classes = plan.hardware().classes();
        return new Listing(classes.stream()
                .map(alike -> classes.size() == 1
                        ? what.apply(alike)
                        : Text.of("promql.note.ofModels", models(alike), what.apply(alike)))
                .toList());
    }

    private static Listing models(ModelClass alike) {
        List<String> printed = alike.printed().stream()
                .map(name -> name.startsWith("NVIDIA ") ? name.substring("NVIDIA ".length()) : name)
                .toList();
        List<String> few = new ArrayList<>(printed.subList(0, Math.min(FEW, printed.size())));
        if (printed.size() > FEW) {
            few.add("…");
        }
        return new Listing(few);
    }

    private Listing weights(ModelClass alike) {
        return new Listing(alike.terms().stream()
                .map(term -> Text.of(
                        "promql.note.weight",
                        term.profiles().replace("[.].*", "").replace("[.]", ".").replaceAll("[()]", ""),
                        new Decimal(term.weight(), 6)))
                .toList());
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
