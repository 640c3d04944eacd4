/**
 * The Fleet screen: all GPUs or instances of a document in a table that is found through, sorted and grouped; charts of
 * what is selected; and the comparison with another document.
 *
 * <p>{@link io.slicewise.desktop.fleet.FleetModel} is the state: what is asked of the fleet's survey ({@code
 * usage.survey}) and what came of it; it needs no toolkit. Controls change one of its properties, and show others. What
 * takes longer than a frame runs elsewhere, the newest request only ({@link io.slicewise.desktop.document.Latest}).
 *
 * <p>May be here: nodes and keys of the screen, and their state. May not: which rows there are and their figures ({@code
 * usage.survey}), what charts show ({@code exhibit}).
 */
@NullMarked
package io.slicewise.desktop.fleet;

import org.jspecify.annotations.NullMarked;
