/**
 * The Explain screen: one page about the open document, for those who have to be told.
 *
 * <p>What stands on the page is composed by {@code page}: a {@link io.slicewise.page.Page} of sections of blocks, in one
 * language. A section becomes nodes on the screen and text on the clipboard, both from the same blocks; a block that is
 * the same as before keeps its node. {@link io.slicewise.desktop.story.ExplainModel} holds what was chosen: audience,
 * purpose, finding. Findings and purposes can be operated and have bodies of their own; every other section is shown as
 * its blocks are.
 *
 * <p>May be here: how the story is laid out and chosen from. May not: what stands on it
 * ({@code page}), what it says ({@code story}), what its charts show ({@code exhibit}).
 */
@NullMarked
package io.slicewise.desktop.story;

import org.jspecify.annotations.NullMarked;
