package io.slicewise.live.sums;

import java.util.Optional;

/**
 * The queries that let a server sum up. A row of an answer carries the labels {@link #hostLabel} and, for {@link
 * Group#GPU}, {@link #gpuLabel}, and no other; instances that several series tell count once.
 */
public interface AggregateQueries {
    /** The query of a sum; empty where it is nothing for every group. */
    Optional<String> query(Sum sum, Group group);

    /** The label with the machine's name. */
    String hostLabel();

    /** The label with the GPU's UUID. */
    String gpuLabel();
}
