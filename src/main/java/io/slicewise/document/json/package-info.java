/**
 * How a document stands in a file, {@code *.slicewise.json}.
 *
 * <p>{@link io.slicewise.document.json.ScenarioFile} reads and writes the format (version 1) that the README describes:
 * the scenario that people edit, and beside it, in an object of its own, all that the monitoring told. What was noticed
 * is kept in the words of every language, since a file outlives the names of messages. What a plan is made from stands in
 * an object of its own, written as in a plan's own file ({@link io.slicewise.document.json.PlanFile}).
 *
 * <p>What a snapshot learns to tell is one component of it, one method of {@code MeasuredWriter}, one of {@code
 * MeasuredReader}, and a row of the README's table; the other parts of the product get it with the snapshot.
 *
 * <p>What is measured of an instance is one field of its {@code readings}, beside its utilization.
 *
 * <p>May be here: JSON of documents. May not: files on disk, what the parts of a document are.
 */
@NullMarked
package io.slicewise.document.json;

import org.jspecify.annotations.NullMarked;
