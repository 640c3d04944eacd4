package io.slicewise.desktop.document;

import java.nio.charset.StandardCharsets;

/** Writes a file that a person chooses. */
@FunctionalInterface
public interface Export {
    /** @param suggestedName what the file is called unless a person calls it otherwise */
    void write(String suggestedName, byte[] content);

    /** The same with a text. */
    default void write(String suggestedName, String content) {
        write(suggestedName, content.getBytes(StandardCharsets.UTF_8));
    }
}
