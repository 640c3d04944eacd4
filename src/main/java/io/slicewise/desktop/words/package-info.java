/**
 * The language of the window, switched live: every text in it is bound to {@link io.slicewise.desktop.words.Words}.
 *
 * <p>May be here: observable texts. May not: the words themselves, which stand beside {@code io.slicewise.text}.
 */
@NullMarked
package io.slicewise.desktop.words;

import org.jspecify.annotations.NullMarked;
