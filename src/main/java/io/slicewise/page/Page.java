package io.slicewise.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A page about a fleet, in one language.
 *
 * @param title the name of the document
 * @param sections in reading order
 * @param folded those of them that a reader on a screen opens when wanted
 */
public record Page(String title, List<Section> sections, List<SectionKind> folded) {
    public Page {
        sections = List.copyOf(sections);
        folded = List.copyOf(folded);
    }

    /**
     * The section of a kind.
     *
     * @throws IllegalArgumentException where the page has none
     */
    public Section section(SectionKind kind) {
        return sections.stream()
                .filter(section -> section.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no section " + kind));
    }

    public boolean isEmpty() {
        return sections.isEmpty();
    }

    /** Whether a section is opened when wanted. */
    public boolean isFolded(Section section) {
        return folded.contains(section.kind());
    }

    /** The whole page as text. */
    public String text() {
        return sections.stream().map(Section::text).collect(Collectors.joining("\n\n", title + "\n\n", ""));
    }
}
