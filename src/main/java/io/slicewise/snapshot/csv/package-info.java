/**
 * Tables: what Grafana downloads as CSV (Inspect → Data), wide with a column a series or long with a column a label, and
 * the product's own CSV.
 *
 * <p>{@link io.slicewise.snapshot.csv.CsvRows} splits text into cells by whatever separates them, {@code Cell} reads
 * numbers and times as people's locales write them, {@code Legend} finds a GPU instance in what a person called a
 * column. CSV is split here and not by a library: quotes that are never closed, rows of any length and line numbers
 * across quoted line breaks have to be survived and told, and that is most of what there is to write.
 *
 * <p>May be here: tables and the words in them. May not: the rules for identity, units, blanks and duplicates, which
 * {@link io.slicewise.snapshot.collect.SnapshotBuilder} has for all formats.
 */
@NullMarked
package io.slicewise.snapshot.csv;

import org.jspecify.annotations.NullMarked;
