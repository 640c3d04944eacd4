/**
 * The explanation as a deck: what each slide says to an audience, in an order that can be changed, from the figures of a
 * document. What a slide shows beside its words (the slice maps, the bridge, the block of flats) follows from its {@link
 * io.slicewise.story.deck.SlideTopic}: the window draws it live, a file draws it still.
 *
 * <p>May be here: slides as facts and message keys. May not: sentences, sizes, colours, JavaFX, files.
 */
@NullMarked
package io.slicewise.story.deck;

import org.jspecify.annotations.NullMarked;
