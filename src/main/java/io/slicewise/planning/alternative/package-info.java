/**
 * Named variants of a document, as differences: another layout, another demand, another growth, other rates.
 *
 * <p>An {@link io.slicewise.planning.alternative.Alternative} holds only what differs, so it follows the document in all else. {@link
 * io.slicewise.planning.alternative.AlternativeOutcome} says what comes of it: the figures, money a month, watts, GPUs to buy, and
 * what it takes to get there in restarts.
 *
 * <p>May be here: fleets, demands, rates and what comes of them. May not: documents, files, windows, words.
 */
@NullMarked
package io.slicewise.planning.alternative;

import org.jspecify.annotations.NullMarked;
