package io.slicewise.report;

import io.slicewise.chart.ChartSpec;
import io.slicewise.chart.ChartTable;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.TimelineChart;
import io.slicewise.story.Finding.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a section. All words are finished; an empty string says nothing. */
public sealed interface Block {
    /**
     * Some sentences.
     *
     * @param text the sentences
     * @param style how loud they are
     */
    record Paragraph(String text, Style style) implements Block {}

    /** How loud a paragraph is. */
    enum Style {
        /** What is to be remembered. */
        LEAD,
        BODY,
        /** What is to be known beside it. */
        NOTE
    }

    /**
     * Large figures beside each other.
     *
     * @param tiles from left to right
     */
    record Tiles(List<Tile> tiles) implements Block {
        public Tiles {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * A large figure.
     *
     * @param name what it is
     * @param value the finished figure
     * @param caption the question that it answers, or what to know about it
     * @param role its colour
     */
    record Tile(String name, String value, String caption, ColorRole role) {}

    /**
     * A table.
     *
     * @param caption what it shows; may be empty
     * @param columns its columns
     * @param rows as many cells each as there are columns
     */
    record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(row.size() + " cells for " + columns.size() + " columns");
                }
            }
        }
    }

    /**
     * A column.
     *
     * @param title its header
     * @param kind how its cells stand
     * @param role the colour of its cells; {@code null} for that of all text
     */
    record Column(String title, Kind kind, @Nullable ColorRole role) {
        static Column name(String title) {
            return new Column(title, Kind.NAME, null);
        }

        static Column text(String title) {
            return new Column(title, Kind.TEXT, null);
        }

        static Column number(String title) {
            return new Column(title, Kind.NUMBER, null);
        }

        Column in(ColorRole newRole) {
            return new Column(title, kind, newRole);
        }
    }

    /** How the cells of a column stand. */
    enum Kind {
        /** What the row is about. */
        NAME,
        TEXT,
        /** To the right. */
        NUMBER
    }

    /**
     * A chart.
     *
     * @param spec what it shows
     * @param ratio its height as a part of its width
     */
    record Chart(ChartSpec spec, double ratio) implements Block {
        /**
         * What it shows, for whoever cannot see it: its numbers, or in brief where they are hundreds.
         *
         * @return one line or more
         */
        public String words() {
            return isBrief()
                    ? spec.heading().title() + "\n" + spec.heading().summary()
                    : ChartTable.of(spec).words();
        }

        /** Whether a sentence says more about it than its table, which has hundreds of rows. */
        public boolean isBrief() {
            return spec instanceof TimelineChart;
        }
    }

    /**
     * Findings.
     *
     * @param notices the gravest first
     */
    record Notices(List<Notice> notices) implements Block {
        public Notices {
            notices = List.copyOf(notices);
        }
    }

    /**
     * A finding.
     *
     * @param severity how much it matters
     * @param severityName that in words
     * @param message what was found
     * @param advice what to do
     */
    record Notice(Severity severity, String severityName, String message, String advice) {}

    /**
     * A list.
     *
     * @param points its points
     */
    record Points(List<Point> points) implements Block {
        public Points {
            points = List.copyOf(points);
        }
    }

    /**
     * A point of a list.
     *
     * @param term what it is about; may be empty
     * @param text what is said
     */
    record Point(String term, String text) {}

    /**
     * A calculation step by step.
     *
     * @param steps one after the other
     */
    record Calculation(List<Step> steps) implements Block {
        public Calculation {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of a calculation.
     *
     * @param title what is done
     * @param lines the calculation
     * @param result the figure that it ends in; may be empty
     * @param role the colour of the result
     */
    record Step(String title, List<String> lines, String result, ColorRole role) {
        public Step {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Text to copy as it is.
     *
     * @param caption what it is
     * @param text its lines
     */
    record Code(String caption, String text) implements Block {}
}
