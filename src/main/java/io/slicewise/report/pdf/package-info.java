/**
 * Reports as PDF, with Apache PDFBox: the product's own font embedded as a subset, text that can be selected, charts as
 * vectors, tags in reading order, an outline, contents, page numbers; PDF/UA-1 and PDF/A-2a.
 *
 * <p>{@link io.slicewise.report.pdf.PdfWriter} goes over the sections; {@code Flow} knows where on which page the next
 * block goes; {@code Sheet} puts text, lines and boxes on the paper, with {@code y} running downwards from the top;
 * {@code Tags} keeps the logical structure beside it.
 *
 * <p>May be here: PDFBox, and how a block looks on paper. May not: words, except those that a report carries.
 */
@NullMarked
package io.slicewise.report.pdf;

import org.jspecify.annotations.NullMarked;
