package io.slicewise.desktop.document;

/** Writes a text into a file that a person chooses. */
@FunctionalInterface
public interface Export {
    /** @param suggestedName what the file is called unless somebody calls it otherwise */
    void write(String suggestedName, String content);
}
