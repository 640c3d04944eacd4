/**
 * The presentation: the deck of an open document on a wall, with the presenter's view beside it.
 *
 * <p>{@link io.slicewise.desktop.present.Presentations} starts and ends shows and remembers how each document is
 * presented. {@link io.slicewise.desktop.present.Show} is the model of a running one: which slide, which step, what is
 * tried out; {@link io.slicewise.desktop.present.WhatIf} holds the tried-out utilizations apart from the document until
 * a person keeps them. {@link io.slicewise.desktop.present.Morph} is the geometry of the columns that widen from equal
 * widths to slices. The models have no nodes; audience window, presenter window and set-up are views of the same show.
 *
 * <p>May be here: slides as nodes, keys, windows, animation. May not: what a slide says ({@code story.deck}) and what
 * stands on it ({@code page}),
 * arithmetic on readings, colours other than the look's tokens.
 */
@NullMarked
package io.slicewise.desktop.present;

import org.jspecify.annotations.NullMarked;
