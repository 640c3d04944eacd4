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
import io.slicewise.promql.lang.Expr.Shifted;
import io.slicewise.promql.lang.Expr.Subquery;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Op;
import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Filter;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.promql.query.QueryPlan;
import java.util.ArrayList;
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
    private static final Set<String> OVER_TIME = Set.of("avg_over_time", "min_over_time", "max_over_time");
    /** Functions within a figure's computation that leave it what it is, or make no sense of a ratio. */
    private static final Set<String> WITHIN = Set.of("clamp", "clamp_min", "clamp_max", "rate", "irate");

    private static final Set<String> PLAIN = Set.of("avg", "sum", "count", "group", "max");
    private static final Set<Op> COMPUTING = Set.of(Op.ADD, Op.OR, Op.MULTIPLY, Op.DIVIDE);
    private static final int SEVEN = 7;
    /** More than anyone writes; a figure repeats them for each profile. */
    private static final int MOST_CONDITIONS = 100;

    private static final Catalogue CATALOGUE = Catalogue.builtIn();
    /** Labels of which the repaired query takes care itself. */
    private static final Set<String> OWN = Set.of("__name__", "gpu_i_profile");

    /**
     * The query with a figure of the same series in the place of a part that computes one, under the names that it uses
     * and grouped as it groups. Everything around the part stays. Empty where the part has something of which no one can
     * tell what it is for.
     *
     * @param part what computes a figure and does nothing with it
     * @param of the side of it that says of which series
     */
    Optional<Expr> figure(QueryFigure figure, Expr query, Expr part, Expr of) {
        List<Selector> selectors = Exprs.all(of, Selector.class).toList();
        if (selectors.isEmpty() || !isUnderstood(of, selectors)) {
            return Optional.empty();
        }
        Selector first = selectors.getFirst();
        Expr timed = timed(part, made(figure, first, grouping(part)));
        boolean isPercent = Dcgm.isGpuUtil(first) || isPercent(part);
        return Optional.of(replaced(query, part, isPercent ? times(HUNDRED, timed) : timed));
    }

    /** The query with the weighted average in the place of the quotient of weighted sums that a part stands in. */
    Optional<Expr> average(Expr query, Expr part) {
        return Places.divisionsAround(query, part).stream()
                .filter(division -> Dcgm.aggregates(division.right(), "count", "sum")
                        .anyMatch(one -> Dcgm.utilizations(one).findAny().isPresent()))
                .findFirst()
                .flatMap(division -> figure(QueryFigure.WEIGHTED_AVERAGE, query, division, division));
    }

    /** Whether a figure of the same series can stand for all that a part does. */
    private static boolean isUnderstood(Expr part, List<Selector> selectors) {
        boolean isOfOne =
                selectors.stream().map(Repairs::withoutProfile).distinct().count() == 1;
        boolean isOfUtilization = selectors.stream()
                .allMatch(one -> (Dcgm.isUtilization(one) || Dcgm.isGpuUtil(one))
                        && one.matchers().size() <= MOST_CONDITIONS);
        boolean isOneTime =
                Exprs.all(part, Shifted.class).map(Repairs::shift).distinct().count() <= 1;
        boolean isShiftedAlike = Exprs.all(part, Shifted.class).findAny().isEmpty()
                || Exprs.all(part, Shifted.class).count() == selectors.size();
        return isOfOne
                && isOfUtilization
                && isOneTime
                && isShiftedAlike
                && Exprs.all(part).allMatch(Repairs::isPlain);
    }

    private static Selector withoutProfile(Selector selector) {
        Optional<Matcher> profile = Dcgm.profile(selector);
        return new Selector(
                selector.metric(),
                selector.matchers().stream()
                        .filter(matcher -> !matcher.equals(profile.orElse(null)))
                        .toList());
    }

    private static Shifted shift(Shifted shifted) {
        return new Shifted(new Num(0), shifted.offset(), shifted.at());
    }

    private static boolean isPlain(Expr expr) {
        return switch (expr) {
            case Call call -> WITHIN.contains(call.function()) || OVER_TIME.contains(call.function());
            case Aggregate aggregate ->
                PLAIN.contains(aggregate.op())
                        && (aggregate.grouping() == null || aggregate.grouping().isBy());
            case Binary binary when binary.op().isComparison() -> isBound(binary);
            case Binary binary -> COMPUTING.contains(binary.op());
            case Selector _, Range _, Shifted _, Num _ -> true;
            case Expr.Variable _, Expr.Str _, Expr.Unary _, Subquery _ -> false;
        };
    }

    /** Whether a comparison keeps nothing out but what is no reading. */
    private static boolean isBound(Binary binary) {
        return binary.right() instanceof Num num
                && !binary.isBool()
                && switch (binary.op()) {
                    case GREATER_OR_EQUAL -> num.value() <= 0;
                    case GREATER -> num.value() < 0;
                    case LESS_OR_EQUAL, LESS -> num.value() >= 1;
                    default -> false;
                };
    }

    private Expr made(QueryFigure figure, Selector selector, List<String> grouping) {
        Names names = names(selector);
        List<Filter> filters = new ArrayList<>();
        for (Matcher matcher : selector.matchers()) {
            boolean isAnyInstance =
                    matcher.op() == Matcher.Op.NOT_EQUAL && matcher.label().equals(names.instance());
            if (!isAnyInstance && !OWN.contains(matcher.label().toLowerCase(Locale.ROOT))) {
                filters.add(new Filter(matcher, names.scope(matcher.label())));
            }
        }
        QueryPlan plan = QueryPlan.of(meant(selector)).withNames(names).withFilters(filters);
        return FigureQueries.of(plan).expr(figure, new Level("check", grouping));
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

    /** At the time of the readings; a mean over a range of them becomes one of the figure. */
    private static Expr timed(Expr part, Expr figure) {
        Optional<Shifted> shift = Exprs.all(part, Shifted.class).findFirst();
        for (Call call : Exprs.all(part, Call.class).toList()) {
            if (OVER_TIME.contains(call.function())) {
                Optional<Expr> range =
                        Exprs.all(call, Range.class).findFirst().map(one -> new Subquery(figure, one.range(), null));
                return range.<Expr>map(one -> new Call(call.function(), List.of(shifted(one, shift))))
                        .orElse(figure);
            }
        }
        return Exprs.map(figure, one -> one instanceof Selector ? shifted(one, shift) : one);
    }

    private static Expr shifted(Expr expr, Optional<Shifted> shift) {
        return shift.<Expr>map(by -> new Shifted(expr, by.offset(), by.at())).orElse(expr);
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

    /** The query with one part of it replaced, and no other that is equal to it. */
    static Expr replaced(Expr query, Expr part, Expr by) {
        return Places.replaced(query, List.of(part), _ -> by);
    }
}
