package io.slicewise.desktop.help;

import io.slicewise.text.Text;

/** Something that can be read about: a chapter, or a term of the glossary. */
public sealed interface HelpTopic permits Chapter, Term {
    /** What it is called. */
    Text title();

    /** The chapter that it is read in. */
    Chapter chapter();
}
