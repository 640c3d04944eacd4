package io.slicewise.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A section: under one heading, on one slide or several.
 *
 * @param kind what it is about
 * @param title its heading
 * @param blocks what stands in it
 * @param notes what a speaker says to it; may be empty
 */
public record Section(SectionKind kind, String title, List<Block> blocks, String notes) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    /** The section as text, its heading first, its blocks apart by an empty line. */
    public String text() {
        return Stream.concat(Stream.of(title), blocks.stream().map(PlainText::of))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }
}
