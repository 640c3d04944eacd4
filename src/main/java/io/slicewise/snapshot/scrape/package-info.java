/**
 * What dcgm-exporter serves, and what collectors make of it, as Prometheus text or OpenMetrics: samples of {@code
 * snapshot.exposition} become rows of GPUs.
 *
 * <p>May be here: which metrics count, and where one scrape ends and the next begins. May not: how a line is read
 * ({@code exposition}).
 */
@NullMarked
package io.slicewise.snapshot.scrape;

import org.jspecify.annotations.NullMarked;
