package io.slicewise.planning.packing;

import io.slicewise.mig.Layout;

/**
 * GPUs that are partitioned alike.
 *
 * @param count how many
 * @param layout their instances, placed
 */
public record PackedLayout(long count, Layout layout) {}
