package io.slicewise.live.sums;

/** What one row of sums is about. */
public enum Group {
    /** All GPUs of a machine. */
    HOST,
    /** One GPU. */
    GPU
}
