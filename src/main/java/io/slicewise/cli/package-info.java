/**
 * The command line: the same functions as the window, without a display and without loading JavaFX.
 *
 * <p>{@link io.slicewise.cli.Cli} parses with picocli, through its programmatic interface: descriptions come from the
 * house's own words in the chosen language, nothing is found by reflection. A {@link io.slicewise.cli.Command} is one
 * class with its options and one line in {@link io.slicewise.cli.Commands}; it opens files, asks the floors below, and
 * prints a table for people or JSON for programs. Exit codes: 0 with figures, 1 when a file could not be
 * read or the output not be written, 2 when the command was not understood, 3 when the impossible was asked for. What is
 * printed goes through {@link io.slicewise.cli.TerminalOutput}, where nothing foreign can command a terminal. What is long is
 * made in {@code Parts} on all cores, and stands as if one had made it.
 *
 * <p>A call lives for a moment, most of which Java takes to get ready. What it has to put together first (comparators of
 * comparators, {@code equals} and {@code hashCode} of records, switches over types) is written out on the way of the
 * commands that people start in loops; {@code -Xlog:class+load} shows what no start cache held.
 *
 * <p>May be here: options, tables, the shape of the JSON that is printed. May not: arithmetic, formats of files.
 */
@NullMarked
package io.slicewise.cli;

import org.jspecify.annotations.NullMarked;
