package io.slicewise.cli;

import io.slicewise.text.Text;

/** The command was not understood: exit code 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text text;

    UsageException(Text text) {
        super(text.key());
        this.text = text;
    }

    /** What was not understood, and what can be written instead. */
    Text text() {
        return text;
    }
}
