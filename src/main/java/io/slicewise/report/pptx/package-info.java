/**
 * Reports as slides, with Apache POI: 16:9, charts and tables that can be edited, notes for the speaker.
 *
 * <p>{@link io.slicewise.report.pptx.PptxWriter} goes over the sections, each on a slide or several; {@code Deck} knows
 * where on which slide the next block goes. A bridge and bars become charts of PowerPoint's own; other charts become
 * shapes. Lengths are points, {@code y} runs downwards.
 *
 * <p>May be here: POI, and how a block looks on a slide. May not: words, except those that a report carries.
 */
@NullMarked
package io.slicewise.report.pptx;

import org.jspecify.annotations.NullMarked;
