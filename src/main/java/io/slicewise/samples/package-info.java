/**
 * The Library: scenarios and exported snapshots that ship with the product, each with a title and a line that says
 * what it shows. The files are those of the folder {@code samples/} at the top of the sources; the build packs them
 * beside this package.
 *
 * <p>{@code index.json} gives their order and groups. The snapshots have invented values, UUIDs and host names in the
 * shape of dcgm-exporter. Where a sample comes from the source document and that prints a wrong number, its notes say
 * what is printed, what is right, and why.
 *
 * <p>May be here: finding a sample and handing out its bytes. May not: what is in it; it is opened like any other file.
 */
@NullMarked
package io.slicewise.samples;

import org.jspecify.annotations.NullMarked;
