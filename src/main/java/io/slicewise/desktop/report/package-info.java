/**
 * Files to take along, made from the window: what is chosen for a report, how it is written, and what came of it.
 *
 * <p>{@link io.slicewise.desktop.report.Reports} opens the dialog and puts reports on the clipboard. {@link
 * io.slicewise.desktop.report.ReportModel} holds what is chosen, {@link io.slicewise.desktop.report.ReportRun} writes the
 * files step by step off the FX thread; neither has nodes. {@link io.slicewise.desktop.report.ReportChoice} is what is
 * remembered between starts.
 *
 * <p>May be here: choices about reports, progress, the dialog. May not: what stands in a report and how a format is
 * written ({@code io.slicewise.report}), file choosers (they stand behind {@link
 * io.slicewise.desktop.report.ReportActions}).
 */
@NullMarked
package io.slicewise.desktop.report;

import org.jspecify.annotations.NullMarked;
