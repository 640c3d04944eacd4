package io.slicewise.live.sums;

/** What a server sums up over the instances of a host or a GPU. Weights are those of the catalogue. */
public enum Sum {
    /** {@code n}: how many instances there are. */
    INSTANCES,
    /** How many of them have a reading. */
    REPORTED,
    /** {@code Σu} over the reported ones. */
    LOAD,
    /** {@code Σw} over all. */
    WEIGHT,
    /** {@code Σw} over the reported ones. */
    REPORTED_WEIGHT,
    /** {@code Σw·u} over the reported ones. */
    WEIGHTED_LOAD,
    /** {@code T}: the weight of the GPUs that have instances. */
    HARDWARE,
    /** How many instances have a model or a profile whose weight is not known. */
    UNWEIGHED
}
