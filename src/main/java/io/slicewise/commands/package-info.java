/**
 * A change of layouts as text that people run themselves: a script of {@code nvidia-smi}, the configuration of mig-parted, the
 * GPU operator's label, a checklist. Nothing is ever executed here.
 *
 * <p>Names come from files of others and can hold anything. In a shell they stand in single quotes, in comments and lists on
 * one line, in YAML in quotes ({@link io.slicewise.promql.output.YamlText}); no name becomes part of a command.
 *
 * <p>The start after the colon of {@code nvidia-smi mig -cgi ID:START} is described by a public wrapper of nvidia-smi; it was
 * not tried on hardware, which is why a script shows first what it would do.
 *
 * <p>May be here: texts of commands, with comments from message keys. May not: files, running anything, which change it is
 * ({@code planning}).
 */
@NullMarked
package io.slicewise.commands;

import org.jspecify.annotations.NullMarked;
