package io.slicewise.desktop.monitoring;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.Catalogue;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Regex;
import io.slicewise.promql.output.Delivery;
import io.slicewise.promql.output.Request;
import io.slicewise.promql.query.AlertThresholds;
import io.slicewise.promql.query.Explained;
import io.slicewise.promql.query.FigureQueries;
import io.slicewise.promql.query.Filter;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Limit;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.promql.query.QueryWeights;
import io.slicewise.text.Text;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came out of an {@link Ask}.
 *
 * @param plan what queries are made for
 * @param fleet the GPUs that they are about; none for any hardware
 * @param level what the query is of
 * @param limits when alerts fire, but for the weighted average, of which the window has one level
 * @param delivery how the files are to fit where they go
 * @param query the query
 * @param remarks what somebody should know before using it
 * @param matchersWrong what is wrong with the conditions; those are left out
 * @param labelWrong what is wrong with the label to group by; then nothing is grouped
 */
record GeneratedQueries(
        QueryPlan plan,
        Fleet fleet,
        Level level,
        AlertThresholds limits,
        Delivery delivery,
        Explained query,
        List<Text> remarks,
        List<Text> matchersWrong,
        @Nullable Text labelWrong) {
    /** What a server puts before labels that it has of its own. */
    private static final String EXPORTED = "exported_";

    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    GeneratedQueries {
        remarks = List.copyOf(remarks);
        matchersWrong = List.copyOf(matchersWrong);
    }

    /**
     * What a query is made of.
     *
     * @param fleet the document's
     * @param measured whether its GPUs were exported, so that their identifiers mean something elsewhere
     * @param selection instances that are selected
     */
    record Source(Fleet fleet, boolean measured, Set<InstanceRef> selection, Weights weights, Catalogue catalogue) {}

    static GeneratedQueries of(Ask ask, Source source) {
        List<Text> remarks = new ArrayList<>();
        List<Text> wrong = new ArrayList<>();
        Fleet fleet = fleet(ask.subject(), source);
        QueryWeights asked = QueryWeights.of(source.weights());
        Weights weights = asked.weights();
        remarks.addAll(asked.remarks());
        Hardware hardware = Hardware.of(fleet, weights);
        if (hardware.isEmpty()) {
            if (ask.subject() != Ask.Subject.ANY) {
                remarks.add(Text.of("monitoring.remark.nothing." + ask.subject().id()));
            }
            hardware = Hardware.any(source.catalogue(), weights);
        }
        remarks.addAll(hardware.remarks());
        Names names = names(ask, weights.reading());
        QueryPlan plan = QueryPlan.of(hardware).withNames(names).withPercent(ask.percent());
        if (ask.subject() == Ask.Subject.SELECTION && !fleet.gpus().isEmpty()) {
            if (source.measured()) {
                plan = plan.and(only(fleet, names));
            } else {
                remarks.add(Text.of("monitoring.remark.drawn"));
            }
        }
        for (Filter filter : filters(ask.matchers(), names, wrong)) {
            plan = plan.and(filter);
        }
        boolean labelFits = LABEL.matcher(ask.label().strip()).matches();
        Level level = level(ask, names, labelFits);
        Text labelWrong = labelFits || ask.grouping() != Ask.Grouping.LABEL ? null : Text.of("monitoring.label.wrong");
        Explained query = FigureQueries.of(plan).query(ask.figure(), level);
        return new GeneratedQueries(
                plan, fleet, level, ask.limits(), ask.delivery(), query, remarks, wrong, labelWrong);
    }

    private static Names names(Ask ask, ReadingKind reading) {
        Names names = Names.DCGM.with(ask.metric(), reading);
        if (ask.exported()) {
            names = names.withLabel(Names.NAMESPACE, EXPORTED + Names.NAMESPACE)
                    .withLabel(Names.POD, EXPORTED + Names.POD);
        }
        return ask.lowerCase() ? names.lowerCase() : names;
    }

    /**
     * What all files are made of.
     *
     * @param alert the weighted average from which on their alert fires, in percent
     */
    Request request(String title, int alert) {
        List<Level> levels = new ArrayList<>(List.of(Level.model(plan.names())));
        levels.add(level);
        return new Request(title, plan, levels, limits.with(Limit.WEIGHTED_HIGH, alert)).with(delivery);
    }

    private static Fleet fleet(Ask.Subject subject, Source source) {
        return switch (subject) {
            case DOCUMENT -> source.fleet();
            case ANY -> Fleet.EMPTY;
            case SELECTION -> {
                Set<String> gpus =
                        source.selection().stream().map(InstanceRef::gpu).collect(Collectors.toSet());
                List<Gpu> chosen = source.fleet().gpus().stream()
                        .filter(gpu -> gpus.contains(gpu.id()))
                        .toList();
                yield new Fleet(chosen);
            }
        };
    }

    /** Whole GPUs: what a figure is divided by is never a part of a GPU. */
    private static Filter only(Fleet fleet, Names names) {
        return Filter.ofTexts(names.uuid(), fleet.gpus().stream().map(Gpu::id).toList(), names);
    }

    private static List<Filter> filters(String text, Names names, List<Text> wrong) {
        List<Filter> filters = new ArrayList<>();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                continue;
            }
            Optional<Filter> filter = Filter.read(lines.get(i), names);
            if (filter.isEmpty()) {
                wrong.add(Text.of("monitoring.matchers.wrong", i + 1));
                continue;
            }
            Optional<Text> fault = fault(filter.get().matcher());
            if (fault.isPresent()) {
                wrong.add(Text.of("monitoring.matchers.expression", i + 1, fault.get()));
            } else {
                filters.add(filter.get());
            }
        }
        return filters;
    }

    private static Optional<Text> fault(Matcher matcher) {
        boolean isExpression = matcher.op() == Matcher.Op.REGEX || matcher.op() == Matcher.Op.NOT_REGEX;
        return isExpression ? Regex.fault(matcher.value()) : Optional.empty();
    }

    private static Level level(Ask ask, Names names, boolean labelFits) {
        return switch (ask.grouping()) {
            case FLEET -> Level.FLEET;
            case GPU -> Level.gpu(names);
            case HOST -> Level.host(names);
            case MODEL -> Level.model(names);
            case NAMESPACE -> Level.namespace(names);
            case LABEL -> labelFits ? Level.label(names.label(ask.label().strip())) : Level.FLEET;
        };
    }
}
