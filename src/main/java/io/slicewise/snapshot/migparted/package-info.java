/**
 * The configuration of nvidia-mig-parted: named configurations, each with counts of profiles for devices. A layout
 * without places and without readings.
 *
 * <p>May be here: the shape of that file, and which model a PCI device id is. May not: how YAML is parsed ({@code json}),
 * rules about profiles and placement, which {@link io.slicewise.snapshot.collect.SnapshotBuilder} has for all formats.
 */
@NullMarked
package io.slicewise.snapshot.migparted;

import org.jspecify.annotations.NullMarked;
