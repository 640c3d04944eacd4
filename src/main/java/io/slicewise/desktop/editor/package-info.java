/**
 * The scenario editor: GPUs as slice maps, their palettes and presets, and the table of all instances.
 *
 * <p>What can be decided without a window stands in classes without nodes and is tested without a toolkit: {@link
 * io.slicewise.desktop.editor.SliceMapModel} (what is where), {@link io.slicewise.desktop.editor.DropTarget} (where a
 * drag may end), {@link io.slicewise.desktop.editor.KeyMoves}, {@link io.slicewise.desktop.editor.PaletteModel}, {@link
 * io.slicewise.desktop.editor.Presets}, {@link io.slicewise.desktop.editor.InstanceTsv}. The nodes show these and turn
 * gestures into edits of the document; nothing here keeps a state of the scenario beside it.
 *
 * <p>May be here: nodes, gestures and keys of the editor, and what they show. May not: what fits where ({@code mig}), what
 * an edit does ({@code scenario}), figures ({@code usage}), the window around the editor.
 */
@NullMarked
package io.slicewise.desktop.editor;

import org.jspecify.annotations.NullMarked;
