/**
 * What Prometheus, Grafana and Kubernetes take: rules, tests of rules, dashboards, and the series of a document.
 *
 * <p>{@link io.slicewise.promql.output.Bundle} makes all files of a plan. Files are trees of maps and lists until the
 * end, where {@link io.slicewise.promql.output.YamlText} and {@link io.slicewise.promql.output.JsonText} write them;
 * queries in them are printed from {@code query}'s trees.
 * {@link io.slicewise.promql.output.Dashboard} is Grafana's classic model; its resource model and that of Perses are made
 * from its tree, panel by panel, so that all three say the same.
 *
 * <p>May be here: the formats of those files. May not: what a figure means ({@code query}), writing to the disk,
 * a library for the text: these are files that people read and change, with queries as blocks and keys in the order of
 * thought, and {@code promql} is pure.
 */
@NullMarked
package io.slicewise.promql.output;

import org.jspecify.annotations.NullMarked;
