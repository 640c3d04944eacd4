/**
 * What a server is asked: the metrics of DCGM under all their names, at one time or over a range.
 *
 * <p>{@link io.slicewise.live.query.Selection} is the part of a query that chooses series; {@link
 * io.slicewise.live.query.Queries} asks; {@link io.slicewise.live.query.Table} is a small answer as rows of labels and
 * numbers. Answers about instances are not read here but by {@code snapshot.prometheus}, as the same answer in a file.
 *
 * <p>May be here: queries, parameters of the API, what kind of server answers. May not: HTTP, arithmetic.
 */
@NullMarked
package io.slicewise.live.query;

import org.jspecify.annotations.NullMarked;
