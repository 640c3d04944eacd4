/**
 * The command line: the same functions as the window, without a display and without loading JavaFX.
 *
 * <p>{@link io.slicewise.cli.Cli} parses with picocli, through its programmatic interface: descriptions come from the
 * house's own words in the chosen language, nothing is found by reflection. Each command opens files, asks the floors
 * below, and prints a table for people or JSON for programs. Exit codes: 0 with figures, 1 when a file could not be
 * read, 2 when the command was not understood, 3 when the impossible was asked for.
 *
 * <p>May be here: options, tables, the shape of the JSON that is printed. May not: arithmetic, formats of files.
 */
@NullMarked
package io.slicewise.cli;

import org.jspecify.annotations.NullMarked;
