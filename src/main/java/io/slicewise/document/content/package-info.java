/**
 * What a document is: one value, one of three things.
 *
 * <p>{@link io.slicewise.document.content.DocumentContent} is planned, measured or summed up by a server. What a
 * {@linkplain io.slicewise.snapshot.Snapshot snapshot} knows stands beside the scenario that people edit for as long as
 * the document lives: it is never told in the planner's own notes, is saved with the document, and a live source
 * replaces all of it at once. The command line, the window, reports and files take it from here.
 *
 * <p>May be here: the cases, what each of them knows, in memory. May not: how it is written ({@code document.json}),
 * files, windows, what can be done with a case in a window ({@code desktop.workspace}).
 */
@NullMarked
package io.slicewise.document.content;

import org.jspecify.annotations.NullMarked;
