/**
 * Ground floor: what the product says, before it is said in a language.
 *
 * <p>Pure code never builds sentences. It returns a {@link io.slicewise.text.Text}, a message key with its
 * arguments, and what shows it asks {@link io.slicewise.text.Messages} for the words in English or Korean.
 * Numbers are arguments too, in types that know their unit ({@link io.slicewise.text.Percent},
 * {@link io.slicewise.text.Points}), so that a figure reads the same on the screen, in a file and in the terminal.
 * Where parts are shown to add up, {@link io.slicewise.text.Apportionment} rounds them so that they do.
 *
 * <p>The words are in {@code <room>_en.properties} and {@code <room>_ko.properties}; the room is the part of the
 * key before the first dot. Tests fail on a key that is missing, unused or there twice.
 *
 * <p>May be here: texts, languages, problems that name a place in a file, and how a text stands in a cell of CSV, and how its hidden characters are
 * shown. May not:
 * anything about GPUs.
 */
@NullMarked
package io.slicewise.text;

import org.jspecify.annotations.NullMarked;
