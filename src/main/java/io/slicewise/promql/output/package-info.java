/**
 * What Prometheus, Grafana and Kubernetes take: rules, tests of rules, dashboards, and the series of a document.
 *
 * <p>{@link io.slicewise.promql.output.Bundle} makes all files of a plan. Files are trees of maps and lists until the
 * end, where {@link io.slicewise.promql.output.YamlText} and {@link io.slicewise.promql.output.JsonText} write them;
 * queries in them are printed from {@code query}'s trees.
 * {@link io.slicewise.promql.output.Dashboard} is Grafana's classic model, made once; {@link
 * io.slicewise.promql.output.DashboardFiles} writes it in every form, its resource model and that of Perses panel by panel,
 * so that all of them say the same. What rules record and who reads it is named by {@link
 * io.slicewise.promql.query.SeriesNames} alone.
 *
 * <p>May be here: the formats of those files. May not: what a figure means ({@code query}), writing to the disk,
 * a library for the text: these are files that people read and change, with queries as blocks and keys in the order of
 * thought, and {@code promql} is pure.
 */
@NullMarked
package io.slicewise.promql.output;

import org.jspecify.annotations.NullMarked;
