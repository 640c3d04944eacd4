package io.slicewise.desktop.story;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A section of the page.
 *
 * @param title its heading
 * @param passages what stands below it
 */
public record Section(Part part, String title, List<Passage> passages) {
    public Section {
        passages = List.copyOf(passages);
    }

    /** The section as text, its heading first, its passages apart by an empty line. */
    public String text() {
        return Stream.concat(Stream.of(title), passages.stream().map(Passage::text))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }
}
