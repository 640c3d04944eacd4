package io.slicewise.promql.check;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Call;
import io.slicewise.promql.lang.Expr.Grouping;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Range;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Expr.Subquery;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Op;
import io.slicewise.promql.query.Figure;
import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Filter;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the query that was meant.
 *
 * @param hardware what weighs how much
 */
record Repairs(Hardware hardware) {
    private static final double HUNDRED = 100;
    /** Functions around a figure that leave it what it is. */
    private static final Set<String> AROUND = Set.of(
            "round",
            "ceil",
            "floor",
            "clamp",
            "clamp_min",
            "clamp_max",
            "sort",
            "sort_desc",
            "label_replace",
            "label_join",
            "avg_over_time",
            "min_over_time",
            "max_over_time",
            "quantile_over_time",
            "absent");

    private static final Set<String> OVER_TIME = Set.of("avg_over_time", "min_over_time", "max_over_time");
    private static final Set<String> CHOOSING = Set.of("topk", "bottomk");
    private static final int SEVEN = 7;
    private static final Catalogue CATALOGUE = Catalogue.builtIn();
    /** Labels of which the repaired query takes care itself. */
    private static final Set<String> OWN = Set.of("__name__", "gpu_i_profile");

    /**
     * The query with a figure of the same series in the place of what computes one, under the names that it uses and
     * grouped as it groups. What the result is compared with, multiplied by a hundred for, or averaged over stays.
     *
     * @param part what is wrong
     */
    Optional<Expr> figure(Figure figure, Expr query, Expr part) {
        Expr computed = computed(query, part);
        Optional<Selector> first = Exprs.all(computed, Selector.class)
                .filter(selector -> Dcgm.isUtilization(selector) || Dcgm.isGpuUtil(selector))
                .findFirst();
        return first.map(selector -> {
            Expr better = made(figure, selector, grouping(computed));
            Expr overTime = overTime(computed, better);
            boolean isPercent = Dcgm.isGpuUtil(selector) || isPercent(computed);
            return replaced(query, computed, isPercent ? times(HUNDRED, overTime) : overTime);
        });
    }

    private Expr made(Figure figure, Selector selector, List<String> grouping) {
        Names names = names(selector);
        Plan plan = Plan.of(meant(selector)).withNames(names);
        for (Matcher matcher : selector.matchers()) {
            boolean isAnyInstance =
                    matcher.op() == Matcher.Op.NOT_EQUAL && matcher.label().equals(names.instance());
            if (!isAnyInstance && !OWN.contains(matcher.label().toLowerCase(Locale.ROOT))) {
                plan = plan.and(new Filter(matcher, names.scope(matcher.label())));
            }
        }
        return FigureQueries.of(plan)
                .query(figure, new Level("check", grouping))
                .expr();
    }

    /** The document's hardware; where the query asks for models, those, of whatever document. */
    private Hardware meant(Selector selector) {
        Optional<Matcher> asked = Dcgm.model(selector);
        if (asked.isEmpty()) {
            return hardware;
        }
        Hardware own = hardware.only(asked.get()::matches);
        Hardware any =
                own.isEmpty() ? Hardware.any(CATALOGUE, hardware.weights()).only(asked.get()::matches) : own;
        return any.isEmpty() ? hardware : any;
    }

    /** The largest part around the mistake that computes a figure and does nothing with it. */
    private static Expr computed(Expr query, Expr part) {
        return switch (query) {
            case Binary binary
            when binary.op().isComparison() || binary.op().isSet() || isHundredfold(binary) ->
                contains(binary.left(), part) ? computed(binary.left(), part) : computed(binary.right(), part);
            case Call call
            when AROUND.contains(call.function()) ->
                call.args().stream()
                        .filter(arg -> contains(arg, part))
                        .findFirst()
                        .map(arg -> computed(arg, part))
                        .orElse(query);
            case Subquery subquery -> computed(subquery.expr(), part);
            case Aggregate aggregate when CHOOSING.contains(aggregate.op()) -> computed(aggregate.expr(), part);
            default -> query;
        };
    }

    private static boolean isHundredfold(Binary binary) {
        boolean isScaled = binary.op() == Op.MULTIPLY || binary.op() == Op.DIVIDE;
        return isScaled && (isHundred(binary.left()) || isHundred(binary.right()));
    }

    private static boolean isHundred(Expr expr) {
        return expr instanceof Num num && num.value() == HUNDRED;
    }

    /** Whether a hundred stands somewhere among the factors. */
    private static boolean isPercent(Expr expr) {
        return switch (expr) {
            case Binary binary
            when binary.op() == Op.MULTIPLY ->
                isHundred(binary.left())
                        || isHundred(binary.right())
                        || isPercent(binary.left())
                        || isPercent(binary.right());
            case Binary binary when binary.op() == Op.DIVIDE -> isPercent(binary.left());
            case Aggregate aggregate -> isPercent(aggregate.expr());
            default -> false;
        };
    }

    private static boolean contains(Expr expr, Expr part) {
        return Exprs.all(expr).anyMatch(part::equals);
    }

    /** A mean over a range of the readings becomes one of the figure. */
    private static Expr overTime(Expr computed, Expr figure) {
        for (Call call : Exprs.all(computed, Call.class).toList()) {
            if (OVER_TIME.contains(call.function()) && call.args().getFirst() instanceof Range range) {
                return new Call(call.function(), List.of(new Subquery(figure, range.range(), null)));
            }
        }
        return figure;
    }

    static Expr times(double factor, Expr expr) {
        return new Binary(Op.MULTIPLY, new Num(factor), expr, false, null);
    }

    /**
     * Models with another number of slices than 7, where all that are meant have one: those that the query asks for, else
     * those of the document.
     */
    List<GpuModel> otherThanSeven(Expr query) {
        List<GpuModel> meant = Sevenths.namesModels(query) ? named(query) : models(hardware);
        boolean isSure = !meant.isEmpty() && meant.stream().allMatch(model -> model.computeSlices() != SEVEN);
        return isSure ? meant : List.of();
    }

    private static List<GpuModel> named(Expr query) {
        List<Matcher> asked = Sevenths.utilizations(query)
                .flatMap(selector -> Dcgm.model(selector).stream())
                .filter(matcher -> matcher.op() == Matcher.Op.EQUAL || matcher.op() == Matcher.Op.REGEX)
                .toList();
        return CATALOGUE.models().stream()
                .filter(model -> model.modelNames().stream()
                        .anyMatch(name -> asked.stream().anyMatch(matcher -> matcher.matches(name))))
                .toList();
    }

    private static List<GpuModel> models(Hardware hardware) {
        return hardware.classes().stream()
                .flatMap(alike -> alike.printed().stream())
                .flatMap(name -> CATALOGUE.byModelName(name).stream())
                .distinct()
                .toList();
    }

    static Names names(Selector selector) {
        String metric = Dcgm.metric(selector);
        boolean isNew = metric.toLowerCase(Locale.ROOT).contains("util_ratio");
        Names names = Names.DCGM.with(isNew ? Names.Metric.NEW : Names.Metric.OLD);
        return metric.equals(metric.toLowerCase(Locale.ROOT)) ? names.lowerCase() : names;
    }

    /** The labels that the outermost aggregation keeps. */
    private static List<String> grouping(Expr query) {
        return Exprs.all(query, Aggregate.class)
                .findFirst()
                .map(Aggregate::grouping)
                .filter(Grouping::isBy)
                .map(Grouping::labels)
                .orElse(List.of());
    }

    /** The query with one part of it replaced. */
    static Expr replaced(Expr query, Expr part, Expr by) {
        return Exprs.map(query, one -> one.equals(part) ? by : one);
    }
}
