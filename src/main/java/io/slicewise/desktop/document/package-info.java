/**
 * An open document as the window sees it: one property with its history, everything else derived.
 *
 * <p>May be here: observable state of a document and of what is selected in it. May not: nodes.
 */
@NullMarked
package io.slicewise.desktop.document;

import org.jspecify.annotations.NullMarked;
