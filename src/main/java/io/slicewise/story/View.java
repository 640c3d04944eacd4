package io.slicewise.story;

/** A place of the product that shows what a finding is about. */
public enum View {
    /** The GPUs and their instances, to be edited. */
    EDITOR,
    /** The bridge from the instance average to the whole GPU. */
    BRIDGE,
    /** What each instance weighs. */
    WEIGHTS,
    /** The figures themselves. */
    FIGURES,
    /** The readings that monitoring exported. */
    READINGS,
    /** What still fits, and where. */
    PLAN;

    /** Where what a rule found is shown. */
    static View of(String rule) {
        return switch (rule) {
            case "gap", "similar" -> BRIDGE;
            case "basis", "unverified" -> WEIGHTS;
            case "alert" -> FIGURES;
            case "trust", "pinned", "full-time", "coverage" -> READINGS;
            case "unallocated", "stranded" -> PLAN;
            case "missing", "idle-large", "busy-small" -> EDITOR;
            default -> throw new IllegalArgumentException("no view shows what " + rule + " finds");
        };
    }
}
