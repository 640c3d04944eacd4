/**
 * The page about a fleet, composed once: what the Explain screen, PDF, slides, HTML and Markdown show.
 *
 * <p>A {@link io.slicewise.page.Page} is {@link io.slicewise.page.Section}s of {@link io.slicewise.page.Block}s with
 * finished words in one language, for an {@link io.slicewise.page.Addressee}. {@link io.slicewise.page.Composer} makes a
 * section when it is asked for it, and nothing else: what a {@link io.slicewise.page.Template} does not show is not
 * computed for it. {@link io.slicewise.page.Slides} makes the sections of a deck, for the wall and for a file alike;
 * {@link io.slicewise.page.PlannerSlides} are those of them that a page's own sections are put on. The
 * texts come from {@code story}, the charts from {@code exhibit}, the numbers from {@code text}. A new kind of section is
 * a value of {@link io.slicewise.page.SectionKind} and its case in the composer, and stands everywhere; a new block is a
 * record of {@code Block}, and the compiler names the renderers that must learn it.
 *
 * <p>May be here: which texts, tables and charts stand in which order, and how they read as plain text. May not: sizes
 * and fonts, file formats ({@code report}), nodes ({@code desktop}), arithmetic ({@code usage}), the clock.
 */
@NullMarked
package io.slicewise.page;

import org.jspecify.annotations.NullMarked;
