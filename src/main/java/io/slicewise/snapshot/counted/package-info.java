/**
 * Nodes whose instances are only counted, by whatever tool: {@code 7 × 1g.10gb} of a node, and not of each GPU.
 *
 * <p>May be here: how counts are spread over GPUs, and what is said of it. May not: the shape of a tool's output.
 */
@NullMarked
package io.slicewise.snapshot.counted;

import org.jspecify.annotations.NullMarked;
