package io.slicewise.snapshot.exposition;

/**
 * A metric of the file that is being read. The same name is the same object throughout one reading, unless a file has
 * more than 131,072 names.
 *
 * @param name the name as printed, unescaped
 * @param id 0, 1, 2 … in the order of first appearance: an index for what a consumer keeps per metric
 */
public record Metric(String name, int id) {}
