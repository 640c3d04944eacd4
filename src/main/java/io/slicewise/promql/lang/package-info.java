/**
 * PromQL as a tree.
 *
 * <p>{@link io.slicewise.promql.lang.Promql} parses and prints. The grammar, the precedence and the associativity are
 * those of Prometheus; Grafana's variables stand where Grafana replaces them before a server sees the query. {@link
 * io.slicewise.promql.lang.Expr} has no parentheses and no positions: two queries that mean the same tree are equal, and
 * printing puts parentheses where they are needed.
 *
 * <p>It is written here because nothing on the JVM has it: Prometheus' parser is Go, and what there is for Java reads a part of the
 * language or starts a process. Templates of Grafana, which are no PromQL, have to be read as well.
 *
 * <p>May be here: the language. May not: anything about GPUs.
 */
@NullMarked
package io.slicewise.promql.lang;

import org.jspecify.annotations.NullMarked;
