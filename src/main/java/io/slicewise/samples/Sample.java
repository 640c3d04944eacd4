package io.slicewise.samples;

import io.slicewise.text.Wording;

/**
 * A sample of the Library.
 *
 * @param file its file name, by which it is recognised as any other file is
 * @param title what it is called
 * @param shows one line: what can be seen in it
 */
public record Sample(String file, Wording title, Wording shows) {}
