/**
 * Files on disk: what a file is, by its content and never by its name, and the folder of the planner's own settings.
 *
 * <p>{@link io.slicewise.document.Opener} asks the formats of {@code Formats}, in their order, whose
 * a file is by its first bytes, has it read, and returns an {@link
 * io.slicewise.document.Opened}: a document with the problems that were noticed, or the reasons why there is none.
 * It never throws because of a file. What is saved is a {@link io.slicewise.document.content.DocumentContent}, as {@code
 * document.json} writes it. A new format of exports is one more line in {@code Formats}; a new kind of document is one
 * more record of {@code Opened}.
 *
 * <p>What is no export is told by {@code OtherKind}: one line there for what people paste that has no instances in it, with its
 * sentence of what it is and where they are.
 *
 * <p>Of several inputs at once, {@code SeveralFiles} makes one snapshot of the exports among them; every other one is a
 * result of its own. What an export leaves open is a {@link io.slicewise.snapshot.OpenQuestion} of the result.
 *
 * <p>{@link io.slicewise.document.Saving} never overwrites what others wrote since a document was read: it compares
 * {@link io.slicewise.document.Fingerprint}s, and says that the file changed.
 *
 * <p>A plan has files of its own: {@link io.slicewise.document.json.PlanFile}, and {@link io.slicewise.document.DemandTable} for a
 * demand from a spreadsheet.
 *
 * <p>May be here: reading and writing of files, limits of size, sentences about files. May not: what is in a format
 * ({@code document.json}, {@code snapshot}), windows, the terminal.
 */
@NullMarked
package io.slicewise.document;

import org.jspecify.annotations.NullMarked;
