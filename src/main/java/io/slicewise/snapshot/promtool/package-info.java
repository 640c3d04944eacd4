/**
 * What {@code promtool query instant} and {@code promtool query range} print: series with {@code value @[time]}.
 *
 * <p>May be here: the shape of those lines, which are turned into lines of Prometheus text. May not: how a line is read
 * ({@code scrape}).
 */
@NullMarked
package io.slicewise.snapshot.promtool;

import org.jspecify.annotations.NullMarked;
