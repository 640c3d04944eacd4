package io.slicewise.promql.output;

import io.slicewise.promql.query.AlertThresholds;
import io.slicewise.promql.query.Explained;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The panels of a dashboard, each as Grafana's panel model has it. */
final class PanelParts {
    private static final String PERCENT = "percentunit";
    private static final String GREY = "#7A8594";
    private static final String RED = "#C4162A";

    private final Map<String, Object> source;
    private final Messages words;

    PanelParts(Map<String, Object> source, Messages words) {
        this.source = source;
        this.words = words;
    }

    String name(QueryFigure figure) {
        return words.say("promql.figure." + figure.id());
    }

    /** A query of now alone, by the name of its figure. */
    private Map<String, Object> now(Explained query, int number) {
        Map<String, Object> target = target(query, name(query.figure()), true, number);
        target.put("format", "time_series");
        return target;
    }

    Map<String, Object> target(Explained query, String legend, boolean isTable, int number) {
        return Tree.map(
                "refId",
                String.valueOf((char) ('A' + number)),
                "datasource",
                source,
                "expr",
                query.pretty(),
                "legendFormat",
                legend.isEmpty() ? "__auto" : legend,
                "instant",
                isTable,
                "range",
                !isTable,
                "format",
                isTable ? "table" : "time_series");
    }

    /** What figures are, one a line. */
    private String described(List<QueryFigure> figures) {
        return figures.stream()
                .map(figure -> name(figure) + ": " + words.say("promql.note.figure." + figure.id()))
                .collect(Collectors.joining("\n\n"));
    }

    /** One figure in large, as of now: its course is a panel of its own, and a server computes this once. */
    Map<String, Object> stat(Explained query, AlertThresholds limits) {
        QueryFigure figure = query.figure();
        Map<String, Object> defaults = defaults(PERCENT, figure == QueryFigure.WEIGHTED_AVERAGE ? limits : null);
        if (figure != QueryFigure.WEIGHTED_AVERAGE) {
            defaults.put("color", Tree.map("mode", "fixed", "fixedColor", color(figure)));
        }
        if (figure.isRatio()) {
            defaults.put("min", 0);
            defaults.put("max", 1);
        }
        return panel(
                "stat",
                name(figure),
                words.say("promql.note.figure." + figure.id()),
                List.of(now(query, 0)),
                defaults,
                List.of(),
                statOptions("value"));
    }

    /** How many instances there are, how many of them report, and how many have no weight. */
    Map<String, Object> coverage(Explained reported, Explained instances, Explained unweighed) {
        List<Object> targets = new ArrayList<>();
        for (Explained query : List.of(reported, instances, unweighed)) {
            targets.add(now(query, targets.size()));
        }
        return panel(
                "stat",
                words.say("promql.dashboard.coverage"),
                words.say("promql.dashboard.coverageHelp"),
                targets,
                defaults("none", null),
                List.of(),
                statOptions("value_and_name"));
    }

    /** @param figures what is shown, for the description */
    Map<String, Object> timeline(
            String key, List<QueryFigure> figures, List<Object> targets, String unit, AlertThresholds limits) {
        Map<String, Object> defaults = defaults(unit, unit.equals(PERCENT) ? limits : null);
        defaults.put("min", 0);
        if (unit.equals(PERCENT)) {
            defaults.put("max", 1);
        }
        defaults.put("color", Tree.map("mode", "palette-classic"));
        // a gap in the data is a gap, not a line and not 0
        defaults.put(
                "custom",
                Tree.map(
                        "drawStyle",
                        "line",
                        "lineWidth",
                        2,
                        "fillOpacity",
                        0,
                        "showPoints",
                        "never",
                        "spanNulls",
                        false,
                        "thresholdsStyle",
                        Tree.map("mode", unit.equals(PERCENT) ? "line" : "off")));
        return panel(
                "timeseries",
                words.say(key),
                described(figures),
                targets,
                defaults,
                overrides(),
                Tree.map(
                        "legend", Tree.map("displayMode", "list", "placement", "bottom", "showLegend", true),
                        "tooltip", Tree.map("mode", "multi", "sort", "desc")));
    }

    Map<String, Object> table(String key, List<Object> targets, List<QueryFigure> figures, AlertThresholds limits) {
        List<Object> overrides = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            QueryFigure figure = figures.get(i);
            List<Object> properties = new ArrayList<>();
            properties.add(Tree.map("id", "displayName", "value", name(figure)));
            properties.add(Tree.map("id", "unit", "value", figure.isRatio() ? PERCENT : "none"));
            overrides.add(Tree.map(
                    "matcher",
                    Tree.map("id", "byName", "options", "Value #" + (char) ('A' + i)),
                    "properties",
                    properties));
        }
        Map<String, Object> panel = panel(
                "table",
                words.say(key),
                described(figures),
                targets,
                defaults("none", limits),
                overrides,
                Tree.map("showHeader", true));
        panel.put(
                "transformations",
                List.of(
                        Tree.map("id", "merge", "options", Tree.map()),
                        Tree.map(
                                "id",
                                "organize",
                                "options",
                                Tree.map(
                                        "excludeByName",
                                        Tree.map("Time", true),
                                        "indexByName",
                                        Tree.map(),
                                        "renameByName",
                                        Tree.map()))));
        return panel;
    }

    private Map<String, Object> panel(
            String type,
            String title,
            String description,
            List<Object> targets,
            Map<String, Object> defaults,
            List<Object> overrides,
            Map<String, Object> options) {
        return Tree.map(
                "type", type,
                "title", title,
                "description", description,
                "datasource", source,
                "targets", targets,
                "fieldConfig", Tree.map("defaults", defaults, "overrides", overrides),
                "options", options);
    }

    private static Map<String, Object> statOptions(String text) {
        return Tree.map(
                "colorMode",
                text.equals("value") ? "value" : "none",
                "graphMode",
                "none",
                "textMode",
                text,
                "justifyMode",
                "auto",
                "orientation",
                "auto",
                "reduceOptions",
                Tree.map("calcs", List.of("lastNotNull"), "fields", "", "values", false));
    }

    /** The metric is a ratio, so that the threshold is one too: 0.9 for 90 %. */
    private static Map<String, Object> defaults(String unit, @Nullable AlertThresholds limits) {
        List<Object> steps = new ArrayList<>();
        Map<String, Object> base = Tree.map("color", GREY);
        base.put("value", Tree.NOTHING);
        steps.add(base);
        if (limits != null) {
            steps.add(Tree.map("color", RED, "value", limits.weightedHigh()));
        }
        return Tree.map(
                "unit",
                unit,
                "decimals",
                unit.equals("none") ? 0 : 1,
                "noValue",
                "–",
                "mappings",
                List.of(),
                "thresholds",
                Tree.map("mode", "absolute", "steps", steps));
    }

    /** Each figure in the colour that it has everywhere. */
    private List<Object> overrides() {
        List<Object> overrides = new ArrayList<>();
        for (QueryFigure figure :
                List.of(QueryFigure.INSTANCE_AVERAGE, QueryFigure.WEIGHTED_AVERAGE, QueryFigure.WHOLE_GPU)) {
            overrides.add(Tree.map(
                    "matcher",
                    Tree.map("id", "byName", "options", name(figure)),
                    "properties",
                    List.of(Tree.map("id", "color", "value", Tree.map("mode", "fixed", "fixedColor", color(figure))))));
        }
        return overrides;
    }

    /** The window's hues, a little brighter where Grafana's dark surface asks for it. */
    private static String color(QueryFigure figure) {
        return switch (figure) {
            case INSTANCE_AVERAGE -> "#3F8EE6";
            case WEIGHTED_AVERAGE -> "#D97F1E";
            case WHOLE_GPU -> "#1FA293";
            default -> GREY;
        };
    }
}
