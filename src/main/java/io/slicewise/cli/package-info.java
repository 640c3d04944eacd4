/**
 * The command line: the same functions as the window, without a display and without loading JavaFX.
 *
 * <p>{@link io.slicewise.cli.Cli} parses with picocli, through its programmatic interface: descriptions come from the
 * house's own words in the chosen language, nothing is found by reflection. A {@link io.slicewise.cli.Command} is one
 * class with its options and one line in {@link io.slicewise.cli.Commands}; it opens files, asks the floors below, and
 * prints a table for people or JSON for programs. Exit codes: 0 with figures, 1 when a file could not be
 * read or the output not be written, 2 when the command was not understood, 3 when the impossible was asked for. What is
 * printed goes through {@link io.slicewise.cli.TerminalOutput}, where nothing foreign can command a terminal.
 *
 * <p>May be here: options, tables, the shape of the JSON that is printed. May not: arithmetic, formats of files.
 */
@NullMarked
package io.slicewise.cli;

import org.jspecify.annotations.NullMarked;
