package io.slicewise.desktop.story;

import io.slicewise.story.Figure;
import io.slicewise.story.Purpose;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of a section, in finished words. */
public sealed interface Passage {
    /** The same as text, for a mail or a ticket: lines without a line break at the end. */
    String text();

    /** How a piece of prose is set. */
    enum Tone {
        /** The one sentence that stays. */
        LEAD,
        BODY,
        MUTED,
        /** A heading within a section. */
        HEADING
    }

    /** Running text. */
    record Prose(String words, Tone tone) implements Passage {
        @Override
        public String text() {
            return words;
        }
    }

    /**
     * A figure with its name and value.
     *
     * @param value as it is written; a dash where there is none
     */
    record Tag(Figure figure, String name, String value) {
        String text() {
            return name + " " + value;
        }
    }

    /**
     * The three figures beside each other.
     *
     * @param values one a figure, in their order
     */
    record Trio(List<Value> values) implements Passage {
        public Trio {
            values = List.copyOf(values);
        }

        @Override
        public String text() {
            return values.stream()
                    .map(value -> value.tag().text() + (value.formula().isEmpty() ? "" : " = " + value.formula()))
                    .collect(Collectors.joining("\n"));
        }
    }

    /**
     * One of the three figures.
     *
     * @param question the question that it answers
     * @param formula with the numbers put in; empty where there is no figure
     */
    record Value(Tag tag, String question, String formula) {}

    /**
     * Something with a title, the figures that belong to it, and what is said about it.
     *
     * @param words the main sentence; can be empty
     * @param note a further sentence, less prominent; can be empty
     */
    record Entry(String title, List<Tag> tags, String words, String note) implements Passage {
        public Entry {
            tags = List.copyOf(tags);
        }

        @Override
        public String text() {
            String figures = tags.stream().map(Tag::text).collect(Collectors.joining(" · "));
            return Stream.of(title + (figures.isEmpty() ? "" : ": " + figures), words, note)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n  "));
        }
    }

    /**
     * A purpose to choose: a row of the table.
     *
     * @param entry what stands in the row, the answer as its note
     */
    record Choice(Purpose purpose, Entry entry) implements Passage {
        @Override
        public String text() {
            return entry.text();
        }
    }

    /**
     * A table.
     *
     * @param figures the figure that a column is about; empty where it is about none
     */
    record Grid(List<String> head, List<@Nullable Figure> figures, List<List<String>> rows) implements Passage {
        public Grid {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String text() {
            return Stream.concat(Stream.of(head), rows.stream())
                    .map(row -> String.join("\t", row))
                    .collect(Collectors.joining("\n"));
        }
    }

    /**
     * A step of a calculation.
     *
     * @param number which step it is
     * @param figure the figure that it ends in; {@code null} where it is on the way to one
     */
    record Sum(
            int number,
            String title,
            List<String> lines,
            @Nullable Figure figure) implements Passage {
        public Sum {
            lines = List.copyOf(lines);
        }

        @Override
        public String text() {
            return number + ". " + title
                    + lines.stream().map(line -> "\n   " + line).collect(Collectors.joining());
        }
    }

    /**
     * How the whole GPU follows from the weighted average: {@code W · A = G}.
     *
     * @param share what the factor is called
     * @param value the factor as it is written
     */
    record Product(Tag weighted, String share, String value, Tag whole) implements Passage {
        @Override
        public String text() {
            return weighted.text() + " · " + share + " " + value + " = " + whole.text();
        }
    }

    /** A case of use, with a sample in the Library that shows it. */
    record Case(String title, List<String> points, String sample) implements Passage {
        public Case {
            points = List.copyOf(points);
        }

        @Override
        public String text() {
            return title + points.stream().map(point -> "\n  " + point).collect(Collectors.joining());
        }
    }
}
