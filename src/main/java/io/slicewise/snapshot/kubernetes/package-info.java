/**
 * {@code kubectl get nodes -o yaml} or {@code json}, as far as GPU feature discovery's labels tell of GPUs and MIG. A
 * layout without places and without readings; a node's counts are of all its GPUs together, so which GPU has which
 * instance is one possibility, and a note says so.
 *
 * <p>May be here: nodes and their labels. May not: how YAML and JSON are parsed ({@code json}), rules about profiles and
 * placement, which {@link io.slicewise.snapshot.collect.SnapshotBuilder} has for all formats.
 */
@NullMarked
package io.slicewise.snapshot.kubernetes;

import org.jspecify.annotations.NullMarked;
