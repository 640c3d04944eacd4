package io.slicewise.report;

/**
 * A presentation whose master, layouts and theme a report is to have: a company's own.
 *
 * @param bytes the file, which {@code report.pptx} has found to be one
 */
@SuppressWarnings("ArrayRecordComponent") // no one compares templates, and a copy of a file for each look is none
public record SlideTemplate(byte[] bytes) {}
