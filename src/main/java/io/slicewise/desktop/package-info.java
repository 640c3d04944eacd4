/**
 * The window. {@link io.slicewise.desktop.Desktop} is the composition root: it makes everything and hands each part
 * what it needs through constructors.
 *
 * <p>Under everything: {@code words} and {@code look}, languages and themes, switched live; {@code control}, what stands on
 * several screens; {@code chart}, charts on the screen; {@code document}, an open document, observable, and work in the
 * background.
 *
 * <p>The screens: {@code editor} and {@code figures} are Explore, slice maps with the three figures beside them; {@code fleet},
 * {@code timeline}, {@code plan} and {@code monitoring} are called like theirs; {@code story} is Explain; {@code sums} is what there is
 * of a fleet that a server sums up.
 *
 * <p>Around them: {@code present}, the slides and the presenter's window; {@code report}, the form that makes files; {@code help},
 * terms and guide; {@code workspace}, the window itself, files, tabs, settings.
 *
 * <p>Views show values that derive from one property, the document's history, and change it through edits alone. What a
 * screen computes stands in the pure packages below; what takes longer than a frame runs off the FX thread.
 *
 * <p>May be here: nodes, key bindings, what is selected and shown. May not: arithmetic on readings, file formats.
 */
@NullMarked
package io.slicewise.desktop;

import org.jspecify.annotations.NullMarked;
