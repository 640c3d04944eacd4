/**
 * Ratio or percent, decided from all values of the files of a format.
 *
 * <p>May be here: votes and the decision. May not: what a value is of.
 */
@NullMarked
package io.slicewise.snapshot.unit;

import org.jspecify.annotations.NullMarked;
