/**
 * What people install: an application image with its own Java, and the installer of the system that it is made on. Source
 * programs of the JDK, run by {@code mvn -Pdist package} after the jar is there, and compiled with the tests, which look at what
 * needs no other system; nothing of this is in the product. Two run in
 * every build: {@link io.slicewise.dist.StyleSheets} behind the compiler, and {@link io.slicewise.dist.CurrentClasses} before the
 * start caches are made.
 *
 * <p>{@link io.slicewise.dist.Distribution} leads through it. jpackage makes image and installer; start caches, the launchers
 * of Linux, licence texts, icons of other systems and sums are made here. What replaces jpackage's own scripts lies in {@code
 * src/dist/resources}, a folder for each system.
 *
 * <p>May be here: packaging. May not: anything that the product does when it runs.
 */
package io.slicewise.dist;
