package io.slicewise.story;

import io.slicewise.usage.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is worth a planner's look, the gravest first: what every {@link Rule} found. Linear in the number of
 * instances.
 */
public final class Findings {
    private static final List<Rule> RULES = List.of(
            new MissingRule(),
            new CoverageRule(),
            new TrustRule(),
            new PinnedRule(),
            new FullTimeRule(),
            new AlertRule(),
            new GapRule(),
            new SimilarRule(),
            new IdleLargeRule(),
            new BusySmallRule(),
            new UnallocatedRule(),
            new StrandedRule(),
            new RunsOutRule(),
            new TooSmallRule(),
            new TooLargeRule(),
            new CheaperLayoutRule(),
            new CannotTellRule(),
            new WouldFitRule(),
            new FragmentedRule(),
            new BindingRule(),
            new BasisRule(),
            new UnverifiedRule());

    private Findings() {}

    /** All rules, in the order in which they are asked. */
    public static List<Rule> rules() {
        return RULES;
    }

    /** The findings about a planned fleet, with the usual thresholds. */
    public static List<Finding> of(Figures figures) {
        return of(figures, Thresholds.DEFAULT, false);
    }

    /**
     * The findings about a fleet.
     *
     * @param figures the fleet and its figures
     * @param thresholds from where on something is worth saying, and which rules are switched off
     * @param measured whether the readings came from monitoring, and can have its faults
     * @return ranked by severity, then by how much of a figure is touched; at most one for each rule
     */
    public static List<Finding> of(Figures figures, Thresholds thresholds, boolean measured) {
        return of(figures, thresholds, measured, Prospect.NONE);
    }

    /**
     * The findings about a fleet of which more is known.
     *
     * @param figures the fleet and its figures
     * @param thresholds from where on something is worth saying, and which rules are switched off
     * @param measured whether the readings came from monitoring, and can have its faults
     * @param prospect what is known beside the figures
     * @return ranked by severity, then by how much of a figure is touched; at most one for each rule
     */
    public static List<Finding> of(Figures figures, Thresholds thresholds, boolean measured, Prospect prospect) {
        Facts facts = Facts.of(figures, thresholds, measured, prospect);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : RULES) {
            if (!thresholds.isOff(rule)) {
                rule.look(facts).ifPresent(findings::add);
            }
        }
        findings.sort(Finding.RANK);
        return List.copyOf(findings);
    }
}
