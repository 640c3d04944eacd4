/**
 * The top of the house: {@link io.slicewise.Slicewise}, which opens the window or runs the command line.
 *
 * <p>Below are the floors, one package each, from the top down: desktop, cli, report, document, samples, live, page,
 * exhibit, chart, story, commands, promql, snapshot, scenario, planning, usage, fleet, mig, json, text, work. A floor may import
 * those below it, never one above, and there are no circles at any level of folder. Most floors are pure: same input, same output, no
 * window, no files, no clock, no locale. The tests in {@code io.slicewise.architecture} hold all of that, and say why.
 *
 * <p>May be here: the entry point and what must happen before anything else. May not: work that a floor can do.
 */
@NullMarked
package io.slicewise;

import org.jspecify.annotations.NullMarked;
