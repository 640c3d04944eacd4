package io.slicewise.report.pptx;

import io.slicewise.chart.BarsChart;
import io.slicewise.chart.BridgeChart;
import io.slicewise.chart.ChartHeading;
import io.slicewise.chart.ChartLayout;
import io.slicewise.chart.ChartSpec;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.HousesChart;
import io.slicewise.chart.LinesChart;
import io.slicewise.chart.Reference;
import io.slicewise.chart.ScatterChart;
import io.slicewise.chart.StripsChart;
import io.slicewise.chart.TimelineChart;
import io.slicewise.page.Block;
import io.slicewise.page.Block.Calculation;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Code;
import io.slicewise.page.Block.Column;
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
import io.slicewise.report.Lines.CodeLine;
import io.slicewise.story.Finding.Severity;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;

/** How each block looks on a slide. */
final class PptxBlocks {
    private static final double GAP = 12;
    private static final double LEAST_CHART = 220;

    /** Lower than this it is not made so that what comes after it fits. */
    private static final double LOWEST = 180;

    /** Higher than this a chart is not made to fill its slide. */
    private static final double HIGHEST = 350;

    private static final double INDENT = 18;
    private static final double BETWEEN_POINTS = 8.0;

    private static final double CODE_SPACE = 4;

    /** So many lines of a code stay with its caption. */
    private static final int LEAST_CODE = 6;

    private final Deck deck;

    PptxBlocks(Deck deck) {
        this.deck = deck;
    }

    /** One below the other; a chart takes the room that what comes after it leaves on its slide. */
    void draw(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Chart chart && !chart.spec().isEmpty()) {
                double after = blocks.subList(i + 1, blocks.size()).stream()
                        .mapToDouble(block -> GAP + high(block))
                        .sum();
                chart(chart, deck.room() - after);
                deck.skip(GAP);
            } else {
                draw(blocks.get(i));
            }
        }
    }

    /** How high a block is; {@code NaN} of those whose height is known when they are drawn. */
    private double high(Block block) {
        return switch (block) {
            case Paragraph paragraph -> deck.height(paragraph.text(), type(paragraph.style()), Deck.ROOM);
            case Points points
            when !points.isTable() ->
                points.points().stream().mapToDouble(this::high).sum();
            case Table table -> PptxTable.high(deck, table);
            default -> Double.NaN;
        };
    }

    private void draw(Block block) {
        switch (block) {
            case Paragraph paragraph -> paragraph(paragraph);
            case Tiles tiles -> tiles(tiles);
            case Table table -> PptxTable.draw(deck, table);
            case Chart chart -> chart(chart, Double.NaN);
            case Notices notices -> notices(notices);
            case Points points when points.isTable() -> PptxTable.draw(deck, points.table());
            case Points points -> points(points);
            case Product product -> paragraph(new Paragraph(product.text(), Style.BODY));
            case Calculation calculation -> calculation(calculation);
            case Code code -> code(code);
        }
        deck.skip(GAP);
    }

    private void paragraph(Paragraph paragraph) {
        deck.flow(paragraph.text(), type(paragraph.style()), Deck.LEFT, Deck.ROOM);
    }

    private static Type type(Style style) {
        return switch (style) {
            case VERDICT -> Type.LEAD.heavy();
            case LEAD -> Type.LEAD;
            case HEADING -> Type.STRONG;
            case BODY -> Type.BODY;
            case NOTE -> Type.NOTE;
        };
    }

    private void tiles(Tiles tiles) {
        double gap = 28;
        int count = tiles.tiles().size();
        double width = (Deck.ROOM - (count - 1) * gap) / count;
        double high = 96;
        for (Tile tile : tiles.tiles()) {
            high = Math.max(high, 96 + deck.height(below(tile), Type.NOTE, width));
        }
        deck.need(high);
        double top = deck.y() + 4;
        for (int i = 0; i < count; i++) {
            Tile tile = tiles.tiles().get(i);
            double left = Deck.LEFT + i * (width + gap);
            deck.fill(new Rectangle2D.Double(left, top, width, 4), tile.role());
            deck.text(tile.name(), new Rectangle2D.Double(left, top + 12, width, 22), Type.STRONG.in(tile.role()));
            deck.text(
                    tile.value(),
                    new Rectangle2D.Double(left, top + (tile.first() ? 32 : 46), width, 58),
                    Type.TITLE.of(tile.first() ? 44 : 30).in(tile.role()));
            deck.text(below(tile), new Rectangle2D.Double(left, top + 92, width, high - 96), Type.NOTE);
        }
        deck.skip(high);
    }

    /** What stands below a figure. */
    private static String below(Tile tile) {
        return tile.formula().isEmpty() ? tile.caption() : tile.caption() + "\n" + tile.formula();
    }

    /**
     * @param room what there is for it; {@code NaN} where that is not known
     */
    private void chart(Chart chart, double room) {
        double high = Math.min(deck.page(), Deck.ROOM * chart.ratio());
        if (room >= LOWEST || room >= high) {
            high = Math.clamp(room, Math.min(high, LOWEST), Math.max(high, HIGHEST));
        }
        if (deck.room() < Math.min(LEAST_CHART, high)) {
            deck.leave();
        }
        high = Math.min(high, deck.room());
        ChartSpec spec = chart.spec();
        if (spec.isEmpty()) {
            deck.flow(spec.heading().whenEmpty(), Type.BODY, Deck.LEFT, Deck.ROOM);
            return;
        }
        switch (spec) {
            case BridgeChart bridge -> PptxChart.draw(deck, bridge, below(withLimits(bridge), high));
            case BarsChart bars -> PptxChart.draw(deck, bars, below(bars.heading(), high));
            case LinesChart lines -> PptxLines.draw(deck, lines, below(withMarker(lines), high), chart.words());
            case TimelineChart course -> PptxLines.draw(deck, course, below(course.heading(), high), chart.words());
            case StripsChart strips when strips.isOne() -> PptxChart.draw(deck, strips, below(strips.heading(), high));
            case HousesChart _, ScatterChart _, StripsChart _ -> shapes(chart, high);
        }
        boolean drawn = spec instanceof HousesChart
                || spec instanceof ScatterChart
                || spec instanceof StripsChart strips && !strips.isOne();
        deck.skip(drawn ? high : high - Type.STRONG.pitch());
    }

    /** The place where things stand now is said: no chart of PowerPoint's has a mark for it. */
    private static ChartHeading withMarker(LinesChart lines) {
        LinesChart.Marker marker = lines.marker();
        ChartHeading heading = lines.heading();
        return marker == null ? heading : heading.withSubtitle(heading.subtitle() + " · " + marker.label());
    }

    /** What the lines across a bridge are: it has no legend. */
    private static ChartHeading withLimits(BridgeChart bridge) {
        String limits = bridge.references().stream()
                .filter(limit -> Double.isFinite(limit.value()))
                .map(Reference::label)
                .collect(Collectors.joining(" · "));
        ChartHeading heading = bridge.heading();
        return limits.isEmpty() ? heading : heading.withSubtitle(heading.subtitle() + " · " + limits);
    }

    /** The words above a chart, and the room below them. */
    private Rectangle2D below(ChartHeading heading, double high) {
        String title = heading.subtitle().isEmpty() ? heading.title() : heading.title() + "  –  " + heading.subtitle();
        deck.flow(title, Type.STRONG, Deck.LEFT, Deck.ROOM);
        return new Rectangle2D.Double(Deck.LEFT, deck.y(), Deck.ROOM, high - Type.STRONG.pitch());
    }

    private void shapes(Chart chart, double high) {
        double scale = 1.1;
        PptxDrawing.paint(
                deck,
                ChartLayout.layout(chart.spec(), Deck.ROOM / scale, high / scale, deck.measure()),
                chart.words(),
                Deck.LEFT,
                deck.y(),
                scale);
    }

    private static ColorRole role(Severity severity) {
        return switch (severity) {
            case WARNING -> ColorRole.NEGATIVE;
            case NOTICE -> ColorRole.CEILING;
            case INFO -> ColorRole.NEUTRAL;
        };
    }

    private void notices(Notices notices) {
        double left = Deck.LEFT + INDENT;
        double width = Deck.ROOM - INDENT;
        for (Notice notice : notices.notices()) {
            Type severity = Type.SMALL.in(role(notice.severity()));
            Type advice = Type.NOTE.of(13);
            String next = "→ " + notice.advice();
            double high = severity.pitch()
                    + deck.height(notice.message(), Type.BODY, width)
                    + deck.height(next, advice, width);
            deck.need(high + 6);
            deck.fill(new Rectangle2D.Double(Deck.LEFT, deck.y(), 4, high), role(notice.severity()));
            XSLFTextBox box = deck.box(new Rectangle2D.Double(left, deck.y(), width, high));
            deck.run(box.addNewTextParagraph(), notice.severityName(), severity);
            deck.run(box.addNewTextParagraph(), notice.message(), Type.BODY);
            deck.run(box.addNewTextParagraph(), next, advice);
            deck.skip(high + 12);
        }
    }

    /** What fits on a slide is one text, so that no point lies on the next where the reader's font is wider. */
    private void points(Points points) {
        List<Point> here = new ArrayList<>();
        double high = 0;
        for (Point point : points.points()) {
            double own = high(point);
            if (high + own > deck.room() && (!here.isEmpty() || !deck.isAtTop())) {
                points(here, high);
                deck.leave();
                here.clear();
                high = 0;
            }
            here.add(point);
            high += own;
        }
        points(here, high);
    }

    private double high(Point point) {
        return (point.heading().isEmpty() ? 0 : Type.STRONG.pitch())
                + (point.said(" ").isEmpty() ? 0 : deck.height(point.said(" "), Type.BODY, Deck.ROOM - INDENT))
                + BETWEEN_POINTS;
    }

    private void points(List<Point> points, double high) {
        if (points.isEmpty()) {
            return;
        }
        XSLFTextBox box = deck.box(new Rectangle2D.Double(Deck.LEFT, deck.y(), Deck.ROOM, high));
        boolean first = true;
        for (Point point : points) {
            if (!point.heading().isEmpty()) {
                deck.run(paragraph(box, !first), point.heading(), Type.STRONG);
            }
            if (!point.said(" ").isEmpty()) {
                XSLFTextParagraph paragraph =
                        paragraph(box, !first && point.heading().isEmpty());
                if (point.heading().isEmpty()) {
                    paragraph.setBullet(true);
                    paragraph.setBulletCharacter("•");
                    paragraph.setLeftMargin(INDENT);
                    paragraph.setIndent(-INDENT);
                }
                deck.run(paragraph, point.said(" "), Type.BODY);
            }
            first = false;
        }
        deck.skip(high);
    }

    private static XSLFTextParagraph paragraph(XSLFTextBox box, boolean apart) {
        XSLFTextParagraph paragraph = box.addNewTextParagraph();
        if (apart) {
            // POI takes points as negative, percent as positive numbers
            paragraph.setSpaceBefore(-BETWEEN_POINTS);
        }
        return paragraph;
    }

    /** Steps as a table: what is done, the calculation, the result. */
    private void calculation(Calculation calculation) {
        List<List<String>> rows = new ArrayList<>();
        int number = 1;
        for (Step step : calculation.steps()) {
            rows.add(List.of(number++ + ". " + step.title(), String.join("\n", step.lines()), step.result()));
        }
        List<Column> columns = List.of(
                new Column("", Kind.TEXT, null), new Column("", Kind.TEXT, null), new Column("", Kind.NUMBER, null));
        PptxTable.draw(deck, new Table("", columns, rows));
    }

    /** Lines of code, on as many slides as they need. */
    private void code(Code code) {
        List<CodeLine> lines = deck.lines(Type.CODE).code(code.text(), Deck.ROOM, CODE_SPACE);
        double pitch = Type.CODE.pitch();
        deck.need(Math.min(lines.size(), LEAST_CODE) * pitch + Type.STRONG.pitch());
        deck.flow(code.caption(), Type.STRONG, Deck.LEFT, Deck.ROOM);
        int next = 0;
        while (next < lines.size()) {
            int end = Math.min(lines.size(), next + Math.max(1, (int) (deck.room() / pitch)));
            double high = (end - next) * pitch;
            XSLFTextBox box = deck.box(new Rectangle2D.Double(Deck.LEFT, deck.y(), Deck.ROOM, high));
            for (CodeLine line : lines.subList(next, end)) {
                XSLFTextParagraph paragraph = box.addNewTextParagraph();
                paragraph.setLeftMargin(line.indent() * CODE_SPACE);
                deck.run(paragraph, line.text(), Type.CODE);
            }
            deck.skip(high);
            next = end;
            if (next < lines.size()) {
                deck.leave();
            }
        }
    }
}
