/**
 * Help inside the product: the guide, the glossary, the keys, what is new, what the product is made of. One window that
 * stands beside the work and stays open.
 *
 * <p>What there is to read are values without a toolkit: {@link io.slicewise.desktop.help.Chapter}, {@link
 * io.slicewise.desktop.help.Term}, {@link io.slicewise.desktop.help.KeyGroup}, {@link
 * io.slicewise.desktop.help.Component}. {@link io.slicewise.desktop.help.ContextHelp} says which of them F1 opens, from
 * the style classes of what has the focus: those are the names that parts of the window have already, so that no screen
 * needs to know of the help.
 *
 * <p>May be here: what explains the product, and how it is read. May not: what a document's figures mean, which is
 * {@code story}'s.
 */
@NullMarked
package io.slicewise.desktop.help;

import org.jspecify.annotations.NullMarked;
