/**
 * The figures as queries.
 *
 * <p>A {@link io.slicewise.promql.query.QueryPlan} says for which hardware, under which names and of which series; {@link
 * io.slicewise.promql.query.FigureQueries} makes a tree for each {@link io.slicewise.promql.query.QueryFigure} at each {@link
 * io.slicewise.promql.query.Level}. The meaning is that of {@link io.slicewise.usage.Figures}, to the last instance:
 *
 * <ul>
 *   <li>An instance is (UUID, GPU_I_ID, GPU_I_PROFILE, modelName), once, however many pods, jobs or replicas report it.
 *   <li>A reading is a number from 0 to a little above 100 %, cut to 100 %. NaN and DCGM's blanks are none; the instance
 *       stays, counted by its memory metric too.
 *   <li>Sums and numbers are taken by model and profile first and weighed then: a server multiplies a few series instead
 *       of one for each instance. Weights are whole numbers in a vector of their own, with labels that say which models and
 *       profiles they are of, so that a profile without a series takes nothing with it. Over several models each GPU counts
 *       as the document says, by the least common multiple of the slices. Where all GPUs weigh alike, their mean is taken
 *       and they are not counted apart.
 *   <li>A GPU whose model is not known has no weight; it is left out and counted. A GPU without instances is in no figure.
 *   <li>No data gives no result. Nothing turns it into 0.
 * </ul>
 *
 * <p>May be here: trees, and what they mean as message keys. May not: files' formats ({@code output}).
 */
@NullMarked
package io.slicewise.promql.query;

import org.jspecify.annotations.NullMarked;
