/**
 * What the window looks like: the font, the token sheets, text size, presentation, icons.
 *
 * <p>{@link io.slicewise.desktop.look.Look} dresses scenes; everything else here serves it or is a small node that it
 * styles. Colours are looked-up colours ({@code -sw-...}) in {@code light.css} and {@code dark.css}; every other sheet
 * names tokens only, so that a theme is one file. All lengths that belong to text are in {@code em}: the text size
 * and the presentation change one number. The sheets stand on Modena and keep its colour names, since the rules of
 * JavaFX and ControlsFX ask for them.
 *
 * <p>Sheets, in the order in which they are put on: {@code base} (Modena's names, text roles, areas, icons),
 * {@code controls}, {@code fields}, {@code views}, {@code popups}, then {@code light} or {@code dark}, then
 * {@code presentation} where it is on, then the text size.
 *
 * <p>May be here: what any screen needs to look right. May not: words, screens, settings files, anything about GPUs
 * beyond the names of colours.
 */
@NullMarked
package io.slicewise.desktop.look;

import org.jspecify.annotations.NullMarked;
