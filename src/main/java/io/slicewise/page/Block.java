package io.slicewise.page;

import io.slicewise.chart.ChartSpec;
import io.slicewise.chart.ChartTable;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.TimelineChart;
import io.slicewise.story.Figure;
import io.slicewise.story.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
        /** The one sentence that stays. */
        VERDICT,
        /** What is to be remembered. */
        LEAD,
        /** A heading within a section. */
        HEADING,
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
     * @param figure which one
     * @param name what it is called
     * @param value as it is written; a dash where there is none
     * @param caption the question that it answers
     * @param formula with the numbers put in; may be empty
     * @param first whether it comes before the others for those who read it
     */
    record Tile(Figure figure, String name, String value, String caption, String formula, boolean first) {
        /** Its colour. */
        public ColorRole role() {
            return Block.role(figure);
        }

        /** The figure as it is named in a sentence or a row. */
        public Value named() {
            return new Value(figure, name, value);
        }
    }

    /**
     * A figure with its name and value.
     *
     * @param figure which one
     * @param name what it is called
     * @param value as it is written; a dash where there is none
     */
    record Value(Figure figure, String name, String value) {
        /** «Whole-GPU utilization 51.4%». */
        public String text() {
            return name + " " + value;
        }
    }

    /** The colour of a figure. */
    static ColorRole role(Figure figure) {
        return switch (figure) {
            case INSTANCE_AVERAGE -> ColorRole.INSTANCE_AVERAGE;
            case WEIGHTED -> ColorRole.WEIGHTED;
            case WHOLE_GPU -> ColorRole.WHOLE_GPU;
        };
    }

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
         * What it shows, for those who cannot see it: its numbers, or in brief where they are hundreds.
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
     * @param rule which rule found it
     * @param severity how much it matters
     * @param severityName that in words
     * @param message what was found
     * @param advice what to do
     */
    record Notice(String rule, Severity severity, String severityName, String message, String advice) {}

    /**
     * Things said one after the other: a list, or a table where the columns have titles.
     *
     * @param heads the titles of its columns: of the terms, of the figures where points have any, of what is said; none
     *     for a list
     * @param points its points
     */
    record Points(List<String> heads, List<Point> points) implements Block {
        public Points {
            heads = List.copyOf(heads);
            points = List.copyOf(points);
            int columns = points.stream().allMatch(point -> point.values().isEmpty()) ? 2 : 3;
            if (!heads.isEmpty() && heads.size() != columns) {
                throw new IllegalArgumentException(heads.size() + " titles for " + columns + " columns");
            }
        }

        /** A list. */
        public static Points of(List<Point> points) {
            return new Points(List.of(), points);
        }

        /** Whether it is a table. */
        public boolean isTable() {
            return !heads.isEmpty();
        }

        /** The same as a table, a row a point. */
        public Table table() {
            boolean values = heads.size() > 2;
            List<Column> columns = new ArrayList<>(List.of(Column.name(heads.getFirst())));
            heads.stream().skip(1).map(Column::text).forEach(columns::add);
            return new Table(
                    "",
                    columns,
                    points.stream()
                            .map(point -> values
                                    ? List.of(point.term(), point.figures("\n"), point.said("\n"))
                                    : List.of(point.term(), point.said("\n")))
                            .toList());
        }
    }

    /**
     * A point.
     *
     * @param term what it is about; may be empty
     * @param values the figures that belong to it
     * @param text what is said; may be empty
     * @param note a further sentence, less prominent; may be empty
     * @param about the persistent name of what it is about (a purpose, the file of a sample), to be chosen or opened by;
     *     may be empty
     */
    record Point(String term, List<Value> values, String text, String note, String about) {
        public Point {
            values = List.copyOf(values);
        }

        /** A term and what is said of it. */
        public static Point of(String term, String text) {
            return new Point(term, List.of(), text, "", "");
        }

        /** The figures as text. */
        public String figures(String between) {
            return values.stream().map(Value::text).collect(Collectors.joining(between));
        }

        /** The term; without one the figures. */
        public String heading() {
            return term.isEmpty() ? figures(" · ") : term;
        }

        /** All that is said. */
        public String said(String between) {
            return text.isEmpty() || note.isEmpty() ? text + note : text + between + note;
        }
    }

    /**
     * How the whole GPU follows from the weighted average: {@code W · A = G}.
     *
     * @param weighted the weighted average
     * @param share what the factor is called
     * @param value the factor as it is written
     * @param whole the whole GPU
     */
    record Product(Value weighted, String share, String value, Value whole) implements Block {
        /** The same in one line. */
        public String text() {
            return weighted.text() + " · " + share + " " + value + " = " + whole.text();
        }
    }

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
