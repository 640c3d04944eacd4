/**
 * What readers of JSON exports share: tokens of a stream, numbers without objects, a count of what was wrong.
 *
 * <p>Exports can be larger than memory, so nothing here makes a tree. May be here: what is true of JSON whatever is in
 * it. May not: anything that knows a field of a format.
 */
@NullMarked
package io.slicewise.snapshot.json;

import org.jspecify.annotations.NullMarked;
