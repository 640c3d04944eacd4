/**
 * The window. {@link io.slicewise.desktop.Desktop} is the composition root: it makes everything and hands each part
 * what it needs through constructors.
 *
 * <p>{@code words} and {@code look}: languages and themes, switched live. {@code chart}: charts on the screen. {@code
 * document}: an open document, observable. {@code editor}: slice maps and the instance table. {@code figures}: the three
 * figures and their charts. {@code workspace}: the window around them, files, tabs, settings.
 *
 * <p>Views show values that derive from one property, the document's history, and change it through edits alone. What a
 * screen computes stands in the pure packages below; what takes longer than a frame runs off the FX thread.
 *
 * <p>May be here: nodes, key bindings, what is selected and shown. May not: arithmetic on readings, file formats.
 */
@NullMarked
package io.slicewise.desktop;

import org.jspecify.annotations.NullMarked;
