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
    PLAN
}
