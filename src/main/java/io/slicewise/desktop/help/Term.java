package io.slicewise.desktop.help;

import io.slicewise.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A word of the field, or of the product, that is explained in the glossary. */
public enum Term implements HelpTopic {
    MIG,
    GPU_INSTANCE,
    COMPUTE_INSTANCE,
    PROFILE,
    COMPUTE_SLICE,
    MEMORY_SLICE,
    SM,
    PLACEMENT,
    STRANDED,
    UTILIZATION,
    GR_ENGINE_ACTIVE,
    NO_READING,
    INSTANCE_AVERAGE("S = Σu / n"),
    WEIGHTED("W = Σc·u / Σc"),
    WHOLE_GPU("G = Σc·u / C = A·W"),
    ALLOCATED("A = Σc / C"),
    CEILING("G ≤ A"),
    GAP("W − S"),
    CONTRIBUTION("(c/Σc − 1/n)·(u − S)"),
    WEIGHT_BASIS,
    MIXED_FLEET,
    UNVERIFIED,
    BRIDGE,
    WEIGHT_BREAKDOWN,
    SENSITIVITY,
    ANALOGY,
    LAYOUT,
    RECONFIGURATION,
    COVERAGE,
    FINDING,
    ALERT_THRESHOLD,
    SCENARIO,
    SNAPSHOT,
    REMARK,
    EXPOSITION_FORMAT;

    private static final String STYLE = "term-";

    private final String formula;

    Term() {
        this("");
    }

    Term(String formula) {
        this.formula = formula;
    }

    @Override
    public Text title() {
        return Text.of("glossary." + id() + ".name");
    }

    @Override
    public Chapter chapter() {
        return Chapter.GLOSSARY;
    }

    /** What it is, in two or three sentences. */
    public Text meaning() {
        return Text.of("glossary." + id() + ".meaning");
    }

    /** In symbols, which are the same in every language; empty where there are none. */
    public String formula() {
        return formula;
    }

    /** What to read next. */
    public List<Term> related() {
        return switch (this) {
            case MIG -> List.of(GPU_INSTANCE, PROFILE);
            case GPU_INSTANCE -> List.of(PROFILE, COMPUTE_INSTANCE, LAYOUT);
            case COMPUTE_INSTANCE -> List.of(GPU_INSTANCE);
            case PROFILE -> List.of(COMPUTE_SLICE, MEMORY_SLICE, UNVERIFIED);
            case COMPUTE_SLICE -> List.of(SM, MEMORY_SLICE, WEIGHT_BASIS);
            case MEMORY_SLICE -> List.of(PLACEMENT, COMPUTE_SLICE);
            case SM -> List.of(WEIGHT_BASIS, GR_ENGINE_ACTIVE);
            case PLACEMENT -> List.of(STRANDED, MEMORY_SLICE);
            case STRANDED -> List.of(CEILING, PLACEMENT);
            case UTILIZATION -> List.of(GR_ENGINE_ACTIVE, NO_READING);
            case GR_ENGINE_ACTIVE -> List.of(UTILIZATION, SM);
            case NO_READING -> List.of(COVERAGE, SNAPSHOT);
            case INSTANCE_AVERAGE -> List.of(WEIGHTED, GAP);
            case WEIGHTED -> List.of(INSTANCE_AVERAGE, WHOLE_GPU, WEIGHT_BASIS);
            case WHOLE_GPU -> List.of(WEIGHTED, ALLOCATED, CEILING);
            case ALLOCATED -> List.of(CEILING, STRANDED);
            case CEILING -> List.of(ALLOCATED, WHOLE_GPU);
            case GAP -> List.of(CONTRIBUTION, BRIDGE);
            case CONTRIBUTION -> List.of(GAP, BRIDGE);
            case WEIGHT_BASIS -> List.of(COMPUTE_SLICE, SM, MIXED_FLEET);
            case MIXED_FLEET -> List.of(WEIGHT_BASIS, WHOLE_GPU);
            case UNVERIFIED -> List.of(PROFILE, WEIGHT_BASIS);
            case BRIDGE -> List.of(GAP, CONTRIBUTION);
            case WEIGHT_BREAKDOWN -> List.of(WEIGHT_BASIS, CONTRIBUTION);
            case SENSITIVITY -> List.of(INSTANCE_AVERAGE, WEIGHTED, WHOLE_GPU);
            case ANALOGY -> List.of(WEIGHTED, WHOLE_GPU);
            case LAYOUT -> List.of(PLACEMENT, PROFILE);
            case RECONFIGURATION -> List.of(LAYOUT, COVERAGE);
            case COVERAGE -> List.of(NO_READING, UTILIZATION);
            case FINDING -> List.of(ALERT_THRESHOLD, REMARK);
            case ALERT_THRESHOLD -> List.of(WEIGHTED, FINDING);
            case SCENARIO -> List.of(SNAPSHOT);
            case SNAPSHOT -> List.of(NO_READING, REMARK, EXPOSITION_FORMAT);
            case REMARK -> List.of(SNAPSHOT, FINDING);
            case EXPOSITION_FORMAT -> List.of(SNAPSHOT, GR_ENGINE_ACTIVE);
        };
    }

    /** The style class of what names it in a window. */
    public String style() {
        return STYLE + id();
    }

    /** The term that a style class stands for, the hue of a figure included; empty for every other class. */
    static Optional<Term> of(String style) {
        return switch (style) {
            case "instance-average" -> Optional.of(INSTANCE_AVERAGE);
            case "weighted" -> Optional.of(WEIGHTED);
            case "whole-gpu" -> Optional.of(WHOLE_GPU);
            default ->
                style.startsWith(STYLE)
                        ? Arrays.stream(values())
                                .filter(term -> term.style().equals(style))
                                .findFirst()
                        : Optional.empty();
        };
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
