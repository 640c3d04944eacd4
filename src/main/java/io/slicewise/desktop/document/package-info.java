/**
 * An open document as the window sees it: one property, its {@link
 * io.slicewise.document.content.DocumentContent}, with the history of what people edit of it; everything else is derived. Beside it stands
 * what is the same for all documents of a window: the level of alerts.
 *
 * <p>May be here: observable state of a document, of what is selected in it, of what documents share, and what their
 * screens ask of the window alike. May not: nodes.
 */
@NullMarked
package io.slicewise.desktop.document;

import org.jspecify.annotations.NullMarked;
