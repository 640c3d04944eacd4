/**
 * Work that can be told to stop.
 *
 * <p>There is one kind of token, {@link io.slicewise.work.Cancel}: whoever starts work keeps it, and the work asks it now and then.
 * Readers of files, integer programs, curves over time, requests to a server and whatever the window does in the background are
 * all given one, so that what is no longer wanted stops wherever it is.
 *
 * <p>May be here: the token. May not: threads, and what is done on them.
 */
@NullMarked
package io.slicewise.work;

import org.jspecify.annotations.NullMarked;
