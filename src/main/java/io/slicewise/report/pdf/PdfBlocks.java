package io.slicewise.report.pdf;

import io.slicewise.chart.Area;
import io.slicewise.chart.ChartLayout;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Drawing;
import io.slicewise.chart.TextMeasure.Weight;
import io.slicewise.page.Block;
import io.slicewise.page.Block.Calculation;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Code;
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
import io.slicewise.report.Lines;
import io.slicewise.report.Lines.CodeLine;
import io.slicewise.story.Finding.Severity;
import java.io.IOException;
import java.util.List;

/** How each block looks on paper. */
final class PdfBlocks {
    /** Points for a pixel of a chart. */
    private static final double CHART_SCALE = 0.72;

    private static final double GAP = 10;
    private static final double INDENT = 14;

    private static final double CODE_PAD = 10;
    private static final double CODE_SPACE = 3.2;

    /** So many lines of a code stay with its caption. */
    private static final int LEAST_CODE = 6;

    private final Flow flow;

    PdfBlocks(Flow flow) {
        this.flow = flow;
    }

    /** The room that a heading and what belongs to it need on one page: a lead stays with the chart that it tells of. */
    double least(List<Block> blocks) {
        double least = 0;
        for (Block block : blocks) {
            least += switch (block) {
                case Chart chart -> flow.of(height(chart));
                case Tiles _ -> flow.of(100);
                case Table table -> PdfTable.least(flow, table);
                case Points points when points.isTable() -> PdfTable.least(flow, points.table());
                case Paragraph paragraph ->
                    flow.of(count(paragraph.text(), look(paragraph), Flow.WIDTH)
                                    * look(paragraph).pitch()
                            + GAP);
                default -> flow.of(64);
            };
            if (!(block instanceof Paragraph)) {
                break;
            }
        }
        return Math.min(least, Flow.page() / 2);
    }

    private static Look look(Paragraph paragraph) {
        return switch (paragraph.style()) {
            case VERDICT -> Look.TITLE.of(17, 23);
            case LEAD -> Look.LEAD;
            case HEADING -> Look.STRONG;
            case BODY -> Look.BODY;
            case NOTE -> Look.NOTE;
        };
    }

    void draw(Block block) throws IOException {
        switch (block) {
            case Paragraph paragraph -> paragraph(paragraph);
            case Tiles tiles -> tiles(tiles);
            case Table table -> PdfTable.draw(flow, table);
            case Chart chart -> chart(chart);
            case Notices notices -> notices(notices);
            case Points points when points.isTable() -> PdfTable.draw(flow, points.table());
            case Points points -> points(points);
            case Product product -> paragraph(new Paragraph(product.text(), Style.BODY));
            case Calculation calculation -> calculation(calculation);
            case Code code -> code(code);
        }
        flow.skip(flow.of(GAP));
    }

    private void paragraph(Paragraph paragraph) throws IOException {
        flow.paragraph("P", paragraph.text(), look(paragraph));
    }

    private void tiles(Tiles tiles) throws IOException {
        double gap = flow.of(16);
        int count = tiles.tiles().size();
        double width = (Flow.WIDTH - (count - 1) * gap) / count;
        double top = flow.of(4);
        flow.need(flow.of(100));
        double begin = flow.y() + top;
        double end = begin;
        for (int i = 0; i < count; i++) {
            Tile tile = tiles.tiles().get(i);
            double left = Flow.LEFT + i * (width + gap);
            Area bar = new Area(left, begin, width, 2.5);
            flow.artifact(() -> flow.sheet().box(bar, 0, tile.role(), 1));
            flow.skip(begin + flow.of(9) - flow.y());
            Look name = Look.CAPTION.in(tile.role());
            flow.paragraph("P", tile.name(), fitting(name, tile.name(), width), left, width);
            flow.skip(flow.of(3));
            Look value = tile.first() ? Look.TITLE.of(30, 35) : Look.TITLE.of(19, 35);
            flow.paragraph("P", tile.value(), value.in(tile.role()), left, width);
            flow.skip(flow.of(1));
            flow.paragraph("P", tile.caption(), Look.NOTE, left, width);
            if (!tile.formula().isEmpty()) {
                flow.paragraph("P", tile.formula(), Look.NOTE, left, width);
            }
            end = Math.max(end, flow.y());
        }
        flow.skip(end - flow.y());
    }

    /** The same, smaller where the text would not fit on a line. */
    private Look fitting(Look look, String text, double width) {
        double natural = flow.lines(look.size(), look.weight()).width(text);
        return natural <= width ? look : look.of(Math.max(7, look.size() * width / natural), look.pitch());
    }

    private static double height(Chart chart) {
        return Flow.WIDTH * chart.ratio();
    }

    /** Charts have a margin of their own: on paper their words begin where all words begin. */
    private void chart(Chart chart) throws IOException {
        double high = flow.of(height(chart));
        flow.need(high);
        double margin = ChartLayout.margin(Flow.WIDTH / CHART_SCALE, high / CHART_SCALE) * CHART_SCALE;
        double width = Flow.WIDTH + 2 * margin;
        Drawing drawing = ChartLayout.layout(chart.spec(), width / CHART_SCALE, high / CHART_SCALE, flow.measure());
        String words = drawing.description() + "\n" + chart.words();
        double left = Flow.LEFT - margin;
        double top = flow.y();
        flow.figure(
                words,
                new Area(left, top, width, high),
                () -> PdfDrawing.paint(drawing, flow.sheet(), flow.measure(), left, top, CHART_SCALE));
        flow.skip(high);
    }

    private static ColorRole role(Severity severity) {
        return switch (severity) {
            case WARNING -> ColorRole.NEGATIVE;
            case NOTICE -> ColorRole.CEILING;
            case INFO -> ColorRole.NEUTRAL;
        };
    }

    private void notices(Notices notices) throws IOException {
        double left = Flow.LEFT + flow.of(INDENT);
        double width = Flow.WIDTH - flow.of(INDENT);
        flow.tags().begin("L");
        for (Notice notice : notices.notices()) {
            Look severity = Look.HEADER.in(role(notice.severity()));
            int lines = count(notice.message(), Look.BODY, width) + count(notice.advice(), Look.NOTE, width);
            double high = flow.of(Look.HEADER.pitch() + 6 + lines * Look.BODY.pitch());
            flow.need(high);
            double top = flow.y();
            item();
            flow.paragraph("P", notice.severityName(), severity, left, width);
            flow.paragraph("P", notice.message(), Look.BODY, left, width);
            flow.paragraph("P", "→ " + notice.advice(), Look.NOTE.of(9, 13.5), left, width);
            endItem();
            Area bar = new Area(Flow.LEFT, top + 1, flow.of(3), flow.y() - top - 2);
            flow.artifact(() -> flow.sheet().box(bar, flow.of(1.5), role(notice.severity()), 1));
            flow.skip(flow.of(8));
        }
        flow.tags().end();
        flow.skip(-flow.of(4));
    }

    /** Begins an item of a list: what is read of it is its body. */
    private void item() {
        flow.tags().begin("LI");
        flow.tags().begin("LBody");
    }

    private void endItem() {
        flow.tags().end();
        flow.tags().end();
    }

    private int count(String text, Look look, double width) {
        return flow.lines(look.size(), look.weight()).wrap(text, width).size();
    }

    private void points(Points points) throws IOException {
        flow.tags().begin("L");
        for (Point point : points.points()) {
            item();
            if (point.heading().isEmpty()) {
                bullet(point.said(" "));
            } else {
                flow.need(flow.of((1 + count(point.said(" "), Look.BODY, Flow.WIDTH)) * Look.BODY.pitch()));
                flow.paragraph("P", point.heading(), Look.STRONG);
                if (!point.said(" ").isEmpty()) {
                    flow.paragraph("P", point.said(" "), Look.BODY);
                }
                flow.skip(flow.of(5));
            }
            endItem();
        }
        flow.tags().end();
    }

    private void bullet(String text) throws IOException {
        double left = Flow.LEFT + flow.of(INDENT);
        double width = Flow.WIDTH - flow.of(INDENT);
        flow.need(flow.of(count(text, Look.BODY, width) * Look.BODY.pitch()));
        double size = flow.of(4);
        Area dot = new Area(Flow.LEFT + flow.of(2), flow.y() + flow.of(Look.BODY.pitch()) / 2 - size / 2, size, size);
        flow.artifact(() -> flow.sheet().box(dot, size / 2, ColorRole.NEUTRAL, 1));
        flow.paragraph("P", text, Look.BODY, left, width);
        flow.skip(flow.of(3));
    }

    private void calculation(Calculation calculation) throws IOException {
        int number = 1;
        for (Step step : calculation.steps()) {
            step(step, number++);
        }
    }

    private void step(Step step, int number) throws IOException {
        double left = Flow.LEFT + flow.of(10);
        double result = step.result().isEmpty() ? 0 : flow.of(90);
        double width = Flow.WIDTH - flow.of(20) - result;
        int lines = step.lines().stream()
                .mapToInt(line -> count(line, Look.LINE, width))
                .sum();
        double panel = flow.of(lines * Look.LINE.pitch() + 8);
        String title = number + ". " + step.title();
        flow.need(Math.min(Flow.page(), panel + flow.of(count(title, Look.BODY, Flow.WIDTH) * Look.BODY.pitch() + 12)));
        flow.paragraph("P", title, Look.BODY);
        flow.skip(flow.of(2));
        double top = flow.y();
        flow.ground(top, panel);
        flow.skip(flow.of(4));
        for (String line : step.lines()) {
            flow.paragraph("P", line, Look.LINE, left, width);
        }
        if (result > 0) {
            Look look = Look.TITLE.of(15, 18).in(step.role());
            double right = Flow.LEFT
                    + Flow.WIDTH
                    - flow.of(10)
                    - flow.lines(look.size(), Weight.SEMIBOLD).width(step.result());
            double back = flow.y();
            flow.skip(top + (panel - flow.of(look.pitch())) / 2 - back);
            flow.paragraph("P", step.result(), look, right, result);
            flow.skip(back - flow.y());
        }
        flow.skip(flow.of(12));
    }

    /** Lines on a tinted ground, which begins anew on each page. */
    private void code(Code code) throws IOException {
        Lines type = flow.lines(Look.CODE.size(), Look.CODE.weight());
        double space = flow.of(CODE_SPACE);
        List<CodeLine> lines = type.code(code.text(), Flow.WIDTH - flow.of(2 * CODE_PAD), space);
        flow.need(flow.of(Math.min(lines.size(), LEAST_CODE) * Look.CODE.pitch() + CODE_PAD + 20));
        flow.paragraph("P", code.caption(), Look.CAPTION);
        flow.skip(flow.of(2));
        flow.tags().begin("P");
        int next = 0;
        while (next < lines.size()) {
            int fit = (int) ((flow.room() - flow.of(CODE_PAD)) / flow.of(Look.CODE.pitch()));
            int end = Math.min(lines.size(), next + Math.max(1, fit));
            panel(lines.subList(next, end), space);
            next = end;
            if (next < lines.size()) {
                flow.need(Flow.page());
            }
        }
        flow.tags().end();
        flow.skip(flow.of(6));
    }

    private void panel(List<CodeLine> lines, double space) throws IOException {
        double pitch = flow.of(Look.CODE.pitch());
        double top = flow.y() + flow.of(CODE_PAD) / 2;
        flow.ground(flow.y(), lines.size() * pitch + flow.of(CODE_PAD));
        flow.leaf("Code", () -> {
            double y = top;
            for (CodeLine line : lines) {
                flow.sheet()
                        .text(
                                line.text(),
                                Flow.LEFT + flow.of(CODE_PAD) + line.indent() * space,
                                flow.baseline(y, Look.CODE),
                                flow.of(Look.CODE.size()),
                                Look.CODE.weight(),
                                Look.CODE.role());
                y += pitch;
            }
        });
        flow.skip(lines.size() * pitch + flow.of(CODE_PAD));
    }
}
