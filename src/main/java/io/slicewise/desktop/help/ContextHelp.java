package io.slicewise.desktop.help;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What F1 explains: the part of the window that has the focus, known by its style classes. */
public final class ContextHelp {
    private static final Map<String, HelpTopic> FIRST = Map.ofEntries(
            Map.entry("bridge-chart", Term.BRIDGE),
            Map.entry("bars-chart", Term.WEIGHT_BREAKDOWN),
            Map.entry("lines-chart", Term.SENSITIVITY),
            Map.entry("houses-chart", Term.ANALOGY),
            Map.entry("timeline-chart", Term.COVERAGE),
            Map.entry("scatter-chart", Term.GAP),
            Map.entry("heat-row", Term.UTILIZATION),
            Map.entry("fleet-table", Chapter.FLEET),
            Map.entry("fleet-charts", Chapter.FLEET),
            Map.entry("timeline-view", Chapter.TIMELINE),
            Map.entry("basis-button", Term.WEIGHT_BASIS),
            Map.entry("unverified", Term.UNVERIFIED),
            Map.entry("utilization-field", Term.UTILIZATION),
            Map.entry("utilization-cell", Term.UTILIZATION),
            Map.entry("clear-reading", Term.NO_READING),
            Map.entry("profile-button", Term.PROFILE),
            Map.entry("chip", Term.PROFILE),
            Map.entry("card-model", Term.MIG),
            Map.entry("unknown-model", Term.MIXED_FLEET),
            Map.entry("slice-map", Term.PLACEMENT),
            Map.entry("instance-block", Term.PLACEMENT),
            Map.entry("instance-table", Term.GPU_INSTANCE),
            Map.entry("finding", Term.FINDING),
            Map.entry("findings-toggle", Term.FINDING),
            Map.entry("findings-list", Term.FINDING),
            Map.entry("document-notes", Term.SCENARIO),
            Map.entry("document-head", Term.SCENARIO),
            Map.entry("library", Chapter.DOCUMENTS),
            Map.entry("explain-view", Chapter.EXPLAIN),
            Map.entry("monitoring", Chapter.MONITORING),
            Map.entry("figures-view", Chapter.FIGURES),
            Map.entry("gpu-card", Chapter.COMPOSE),
            Map.entry("editor", Chapter.COMPOSE));

    private ContextHelp() {}

    private static Optional<? extends HelpTopic> topic(String style) {
        Optional<Term> term = Term.of(style);
        return term.isPresent() ? term : Optional.ofNullable(FIRST.get(style));
    }

    /** The style classes that something is explained for; a test holds them against the sources. */
    static Collection<String> known() {
        return FIRST.keySet();
    }

    /**
     * What explains a part of the window.
     *
     * @param outwards the style classes of the part, then of what it is in, and so on outwards
     * @return the nearest explanation; empty where nothing on the way is known
     */
    public static Optional<HelpTopic> topic(List<? extends Collection<String>> outwards) {
        return outwards.stream()
                .flatMap(Collection::stream)
                .<HelpTopic>flatMap(style -> topic(style).stream())
                .findFirst();
    }
}
