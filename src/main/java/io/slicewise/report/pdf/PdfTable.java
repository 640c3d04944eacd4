package io.slicewise.report.pdf;

import io.slicewise.chart.ColorRole;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Kind;
import io.slicewise.page.Block.Table;
import io.slicewise.report.ColumnWidths;
import io.slicewise.report.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table: columns as wide as their cells want, rows that stay whole, the header again on every page. */
final class PdfTable {
    private static final double PAD_X = 5.5;
    private static final double PAD_Y = 4.5;
    private static final double WIDEST_NAME = 0.36;
    private static final double WIDEST_WORD = 0.2;

    /** A table that is lower than this part of a page stays on one page. */
    private static final double TOGETHER = 0.4;

    private final Flow flow;
    private final Table table;
    private final double[] widths;

    private PdfTable(Flow flow, Table table) {
        this.flow = flow;
        this.table = table;
        this.widths = widths();
    }

    static void draw(Flow flow, Table table) throws IOException {
        new PdfTable(flow, table).draw();
    }

    /** The room that the table needs where it begins: all of it where it is low, else its first rows. */
    static double least(Flow flow, Table table) {
        return new PdfTable(flow, table).together();
    }

    private double together() {
        double all =
                table.rows().stream().mapToDouble(row -> height(cells(row))).sum() + flow.of(30);
        return all < TOGETHER * Flow.page() ? all : flow.of(64);
    }

    private static Look look(Column column) {
        Look look = column.kind() == Kind.NAME ? Look.NAME : Look.CELL;
        return column.role() == null ? look : look.in(column.role());
    }

    private Lines lines(Look look) {
        return flow.lines(look.size(), look.weight());
    }

    /** What each column wants; where that is too much, the widest give. */
    private double[] widths() {
        int count = table.columns().size();
        double[] natural = new double[count];
        double[] least = new double[count];
        for (int i = 0; i < count; i++) {
            Column column = table.columns().get(i);
            double pad = 2 * flow.of(PAD_X);
            double cells = pad;
            double words = pad;
            for (List<String> row : table.rows()) {
                cells = Math.max(cells, lines(look(column)).natural(row.get(i)) + pad);
                words = Math.max(words, lines(look(column)).widestWord(row.get(i)) + pad);
            }
            double kept = column.kind() == Kind.NUMBER ? cells : Math.min(WIDEST_WORD * Flow.WIDTH, words);
            natural[i] = Math.max(lines(Look.HEADER).natural(column.title()) + pad, cells);
            least[i] = Math.max(lines(Look.HEADER).widestWord(column.title()) + pad, kept);
            if (column.kind() == Kind.NAME && count > 1) {
                natural[i] = Math.max(least[i], Math.min(natural[i], WIDEST_NAME * Flow.WIDTH));
            }
        }
        return ColumnWidths.fit(natural, least, Flow.WIDTH);
    }

    private void draw() throws IOException {
        if (!table.caption().isEmpty()) {
            // a caption stays with what it names
            flow.need(flow.of(Look.CAPTION.pitch() + 3) + together());
            flow.paragraph("P", table.caption(), Look.CAPTION);
            flow.skip(flow.of(3));
        }
        flow.need(together());
        flow.tags().begin("Table");
        boolean headed = false;
        for (List<String> row : table.rows()) {
            List<List<String>> cells = cells(row);
            double height = height(cells);
            if (flow.need(height + (headed ? 0 : flow.of(30))) || !headed) {
                header(headed);
                if (!headed) {
                    flow.tags().begin("TBody");
                }
                headed = true;
            }
            row(cells, height);
        }
        if (headed) {
            flow.tags().end();
        } else {
            header(false);
        }
        flow.tags().end();
    }

    private List<List<String>> cells(List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Look look = look(table.columns().get(i));
            cells.add(lines(look).wrapKeepingSpaces(row.get(i), widths[i] - 2 * flow.of(PAD_X) + 0.1));
        }
        return cells;
    }

    private double height(List<List<String>> cells) {
        int most = cells.stream().mapToInt(List::size).max().orElse(1);
        return most * flow.of(Look.CELL.pitch()) + 2 * flow.of(PAD_Y);
    }

    /**
     * The names of the columns.
     *
     * @param again on another page: seen once more, and not read once more
     */
    private void header(boolean again) throws IOException {
        List<List<String>> titles = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String title = table.columns().get(i).title();
            titles.add(lines(Look.HEADER).wrap(title, widths[i] - 2 * flow.of(PAD_X) + 0.1));
        }
        int most = titles.stream().mapToInt(List::size).max().orElse(1);
        double height = most * flow.of(Look.HEADER.pitch()) + flow.of(PAD_Y);
        if (!again) {
            flow.tags().begin("THead");
            flow.tags().begin("TR");
        }
        double x = Flow.LEFT;
        for (int i = 0; i < widths.length; i++) {
            double down = (most - titles.get(i).size()) * flow.of(Look.HEADER.pitch());
            ColorRole own = table.columns().get(i).role();
            Look look = own == null ? Look.HEADER : Look.HEADER.in(own);
            Cell cell = new Cell(titles.get(i), look, table.columns().get(i).kind(), x, widths[i], flow.y() + down);
            if (again) {
                flow.artifact(() -> paint(cell));
            } else {
                flow.leaf(Tags.Leaf.header("Column"), () -> paint(cell));
            }
            x += widths[i];
        }
        if (!again) {
            flow.tags().end();
            flow.tags().end();
        }
        flow.skip(height);
        flow.rule(flow.y(), ColorRole.AXIS, 0.75);
    }

    private void row(List<List<String>> cells, double height) throws IOException {
        flow.tags().begin("TR");
        double x = Flow.LEFT;
        for (int i = 0; i < widths.length; i++) {
            Column column = table.columns().get(i);
            Cell cell = new Cell(cells.get(i), look(column), column.kind(), x, widths[i], flow.y() + flow.of(PAD_Y));
            Tags.Leaf leaf = column.kind() == Kind.NAME ? Tags.Leaf.header("Row") : Tags.Leaf.of("TD");
            flow.leaf(leaf, () -> paint(cell));
            x += widths[i];
        }
        flow.tags().end();
        flow.skip(height);
        flow.rule(flow.y(), ColorRole.GRID, 0.5);
    }

    /** Lines of text in a column, from {@code top} down. */
    private record Cell(List<String> lines, Look look, Kind kind, double x, double width, double top) {}

    private void paint(Cell cell) throws IOException {
        Look look = cell.look();
        double y = cell.top();
        for (String line : cell.lines()) {
            double room = cell.width() - flow.of(PAD_X) - lines(look).width(line.stripTrailing());
            double left = cell.kind() == Kind.NUMBER
                    ? cell.x() + room
                    : cell.x() + (cell.x() > Flow.LEFT ? flow.of(PAD_X) : 0);
            flow.sheet().text(line, left, flow.baseline(y, look), flow.of(look.size()), look.weight(), look.role());
            y += flow.of(look.pitch());
        }
    }
}
