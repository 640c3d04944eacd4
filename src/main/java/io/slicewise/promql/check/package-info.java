/**
 * What is wrong with queries that there are already.
 *
 * <p>{@link io.slicewise.promql.check.Checker} finds the queries in a dashboard, a rule file or a text and asks every
 * {@link io.slicewise.promql.check.Check}. A check is one small class about one mistake; it looks at the tree, never at
 * the text, and is silent where it is not sure. What repairs a query comes from {@code query} wherever a figure is meant.
 *
 * <p>May be here: mistakes and their repairs as values. May not: the meaning of figures, reading from the disk.
 */
@NullMarked
package io.slicewise.promql.check;

import org.jspecify.annotations.NullMarked;
