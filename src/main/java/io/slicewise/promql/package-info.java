/**
 * The figures as Prometheus computes them: queries, rules, rule tests and dashboards for people's monitoring, and
 * what is wrong with the queries that there are already.
 *
 * <p>{@code lang} is the language: text to tree and back. {@code query} makes the queries for a fleet's hardware, with
 * the same meaning as {@code usage} gives to the figures. {@code output} puts them into files that Prometheus, Grafana
 * and Kubernetes take. {@code check} reads other people's queries and says what they miss.
 *
 * <p>May be here: trees and texts of PromQL, YAML and JSON that are built of values. May not: asking a server, files,
 * the clock, sentences outside of message keys.
 */
@NullMarked
package io.slicewise.promql;

import org.jspecify.annotations.NullMarked;
