/**
 * The lexical reader of what a Prometheus exporter serves: the text exposition format (0.0.4) and OpenMetrics text.
 *
 * <p>{@link io.slicewise.snapshot.exposition.ExpositionReader} turns bytes into samples (metric, labels, value,
 * timestamp, line) and hands each to a {@link io.slicewise.snapshot.exposition.SampleHandler}. It streams: memory is
 * bounded by the longest line and by the label blocks that differ, not by the file. A line that is not understood
 * becomes a problem with its place, and reading goes on with the next one; nothing in a file makes the reader throw.
 *
 * <p>How it gets fast: it works on bytes only. An exporter prints the same label block below every metric, in the same
 * order, so the reader first compares a block with the one that followed its predecessor last time
 * ({@code LabelCache}); a block is parsed once and is one object from then on. One that is new is held against its
 * neighbours, and costs as much as it differs from them ({@code Likeness}), in time and in memory: of the instances of a GPU
 * one block is kept whole ({@code PrintedLabels}), of the others the values that are different. Lines of metrics that are not wanted are left
 * after their name. What is made of the samples takes longer than reading them: a {@link
 * io.slicewise.snapshot.exposition.SampleQueue} hands them to another thread, in their order.
 *
 * <p>The parsers that exist write this format, or read it line by line into objects and give up at the first mistake; here files of
 * gigabytes are read, and a bad line must not take the good ones with it.
 *
 * <p>May be here: bytes, tokens, the grammar of the two formats, problems of the text. May not: anything that knows
 * what a metric or a label means (DCGM, GPUs, instances); that is the floor's other packages' work.
 */
@NullMarked
package io.slicewise.snapshot.exposition;

import org.jspecify.annotations.NullMarked;
