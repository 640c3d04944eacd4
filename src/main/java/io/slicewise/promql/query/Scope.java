package io.slicewise.promql.query;

/** Whose a label is. It decides what whole-GPU figures are divided by: never by a part of a GPU. */
public enum Scope {
    /** All instances of a GPU have the same value: host, model, cluster. */
    GPU,
    /** Instances of one GPU can differ: namespace, pod, profile. */
    INSTANCE
}
