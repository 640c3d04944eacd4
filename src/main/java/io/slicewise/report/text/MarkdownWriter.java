package io.slicewise.report.text;

import io.slicewise.chart.ChartTable;
import io.slicewise.page.Block;
import io.slicewise.page.Block.Calculation;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Code;
import io.slicewise.page.Block.Kind;
import io.slicewise.page.Block.Notice;
import io.slicewise.page.Block.Notices;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Point;
import io.slicewise.page.Block.Points;
import io.slicewise.page.Block.Product;
import io.slicewise.page.Block.Step;
import io.slicewise.page.Block.Style;
import io.slicewise.page.Block.Table;
import io.slicewise.page.Block.Tile;
import io.slicewise.page.Block.Tiles;
import io.slicewise.page.Section;
import io.slicewise.report.Report;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a report as Markdown, as tickets and wikis read it. A chart becomes its table. */
public final class MarkdownWriter {
    private static final Set<Style> BOLD = EnumSet.of(Style.VERDICT, Style.LEAD, Style.HEADING);

    private final StringBuilder out = new StringBuilder();

    private MarkdownWriter() {}

    /** The text of the file. */
    public static String write(Report report) {
        MarkdownWriter writer = new MarkdownWriter();
        writer.document(report);
        return writer.out.toString();
    }

    private void document(Report report) {
        line("# " + escaped(report.title()));
        String under = report.byline().isEmpty() ? report.subtitle() : report.subtitle() + " · " + report.byline();
        paragraph("*" + escaped(under) + "*");
        for (Section section : report.sections()) {
            line("");
            line("## " + escaped(section.title()));
            section.blocks().forEach(this::block);
        }
    }

    private void block(Block block) {
        switch (block) {
            case Paragraph paragraph ->
                paragraph(
                        BOLD.contains(paragraph.style())
                                ? "**" + escaped(paragraph.text()) + "**"
                                : escaped(paragraph.text()));
            case Tiles tiles -> tiles(tiles);
            case Table table -> table(table);
            case Chart chart -> chart(chart);
            case Notices notices -> notices(notices);
            case Points points when points.isTable() -> table(points.table());
            case Points points -> points(points);
            case Product product -> paragraph(escaped(product.text()));
            case Calculation calculation -> calculation(calculation);
            case Code code -> {
                paragraph("**" + escaped(code.caption()) + "**");
                paragraph("```promql\n" + code.text() + "\n```");
            }
        }
    }

    private void tiles(Tiles tiles) {
        line("");
        row(tiles.tiles().stream().map(tile -> escaped(tile.name())).toList());
        row(tiles.tiles().stream().map(tile -> "---").toList());
        row(tiles.tiles().stream()
                .map(tile -> "**" + escaped(tile.value()) + "**")
                .toList());
        row(tiles.tiles().stream()
                .map(Tile::caption)
                .map(MarkdownWriter::escaped)
                .toList());
    }

    private void table(Table table) {
        if (!table.caption().isEmpty()) {
            paragraph("**" + escaped(table.caption()) + "**");
        }
        line("");
        row(table.columns().stream().map(column -> escaped(column.title())).toList());
        row(table.columns().stream()
                .map(column -> column.kind() == Kind.NUMBER ? "---:" : "---")
                .toList());
        table.rows()
                .forEach(cells -> row(cells.stream()
                        .map(cell -> escaped(cell).replace("\n", "<br>"))
                        .toList()));
    }

    private void chart(Chart block) {
        if (block.isBrief()) {
            // the sentence above it and the table below it say what can be said
            return;
        }
        ChartTable chart = ChartTable.of(block.spec());
        paragraph("**" + escaped(chart.title()) + "**");
        line("");
        row(chart.columns().stream().map(column -> escaped(column.title())).toList());
        row(chart.columns().stream().map(column -> "---").toList());
        chart.rows()
                .forEach(cells ->
                        row(cells.stream().map(cell -> escaped(cell.words())).toList()));
    }

    private void notices(Notices notices) {
        line("");
        for (Notice notice : notices.notices()) {
            line("- **" + escaped(notice.severityName()) + "** " + escaped(notice.message()) + "  ");
            line("  → " + escaped(notice.advice()));
        }
    }

    private void points(Points points) {
        line("");
        for (Point point : points.points()) {
            line("- " + (point.heading().isEmpty() ? "" : "**" + escaped(point.heading()) + "** ")
                    + escaped(point.said(" ")));
        }
    }

    private void calculation(Calculation calculation) {
        line("");
        int number = 1;
        for (Step step : calculation.steps()) {
            String result = step.result().isEmpty() ? "" : " **" + escaped(step.result()) + "**";
            line(number++ + ". " + escaped(step.title()) + result);
            step.lines().forEach(line -> line("   - `" + line.replace("`", "'") + "`"));
        }
    }

    private void row(List<String> cells) {
        line(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void paragraph(String text) {
        line("");
        line(text);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** What Markdown would take for its own. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`")
                .replace("<", "&lt;")
                .replace("[", "\\[");
    }
}
