/**
 * What {@code java -jar slicewise.jar} starts first, on whatever Java that is.
 *
 * <p>Compiled for Java 11, so that it runs where Slicewise itself does not yet: it then looks for a Java that is new
 * enough and starts Slicewise with that, or says in one sentence what to install.
 *
 * <p>May be here: finding a Java, starting it, and what the build puts beside the jar to make that quick. May not: anything
 * of Slicewise, which this package must not load on an old Java.
 */
@NullMarked
package io.slicewise.launcher;

import org.jspecify.annotations.NullMarked;
