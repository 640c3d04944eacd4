package io.slicewise.desktop.story;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that stands on the Explain screen, in one language.
 *
 * @param title the name of the document
 * @param sections in reading order; none while there is no instance
 */
public record Page(String title, List<Section> sections) {
    public Page {
        sections = List.copyOf(sections);
    }

    /** A section; every page that is not empty has all of them. */
    public Section section(Part part) {
        return sections.stream()
                .filter(section -> section.part() == part)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an empty page has no " + part));
    }

    public boolean isEmpty() {
        return sections.isEmpty();
    }

    /** The whole page as text. */
    public String text() {
        return sections.stream().map(Section::text).collect(Collectors.joining("\n\n", title + "\n\n", ""));
    }
}
