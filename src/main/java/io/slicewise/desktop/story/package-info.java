/**
 * The Explain screen: one page about the open document, for whoever has to be told.
 *
 * <p>What stands on the page is a value without a toolkit: a {@link io.slicewise.desktop.story.Page} of {@link
 * io.slicewise.desktop.story.Section}s of {@link io.slicewise.desktop.story.Passage}s, in one language, made from the
 * figures by {@link io.slicewise.desktop.story.Writer}. A section becomes nodes on the screen and text on the clipboard,
 * both from the same passages, and is built anew only when its passages are others than before. {@link
 * io.slicewise.desktop.story.ExplainModel} holds what somebody chose: audience, purpose, finding.
 *
 * <p>May be here: how the story is laid out and chosen from. May not: what it says ({@code story}), what its charts
 * show ({@code exhibit}).
 */
@NullMarked
package io.slicewise.desktop.story;

import org.jspecify.annotations.NullMarked;
