/**
 * The window around the documents: menus, tabs, the Library, files, settings, and what survives a crash.
 *
 * <p>{@link io.slicewise.desktop.workspace.Workspace} is the model: which documents are open, and how they are opened,
 * saved and closed; {@code Keeping} asks before saving loses anything. Several processes share the settings folder: each
 * changes what was changed in it. {@link io.slicewise.desktop.workspace.Autosave} keeps unsaved work there. {@link
 * io.slicewise.desktop.workspace.Dialogs} stands between them and everything that waits for a person, so that journeys
 * can answer in a person's place.
 *
 * <p>At the start the window stands first, with its menus and the Library; the first document comes when that is on the
 * screen, and so does whatever was read meanwhile or asks something ({@link io.slicewise.desktop.workspace.Turns}).
 *
 * <p>May be here: what belongs to the window as a whole. May not: what is inside a document's tab.
 */
@NullMarked
package io.slicewise.desktop.workspace;

import org.jspecify.annotations.NullMarked;
