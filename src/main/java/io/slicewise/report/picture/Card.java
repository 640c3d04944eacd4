package io.slicewise.report.picture;

import io.slicewise.chart.Area;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Drawing;
import io.slicewise.chart.Mark;
import io.slicewise.chart.Palette;
import io.slicewise.chart.StripsChart;
import io.slicewise.chart.TextMeasure.Weight;
import io.slicewise.exhibit.StripExhibits;
import io.slicewise.page.Block;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Style;
import io.slicewise.page.Block.Tile;
import io.slicewise.page.Block.Tiles;
import io.slicewise.report.Lines;
import io.slicewise.report.Report;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The verdict of a report as one picture for chats, 1200 × 630 pixels: what is in use, the three figures, the parts. */
public final class Card {
    private static final double WIDTH = 1200;
    private static final double HEIGHT = 630;
    private static final double LEFT = 64;
    private static final double ROOM = WIDTH - 2 * LEFT;

    private final Report report;
    private final PictureFont font;
    private final List<Mark> marks = new ArrayList<>();

    private Card(Report report, PictureFont font) {
        this.report = report;
        this.font = font;
    }

    /** The bytes of a PNG file. */
    public static byte[] write(Report report, PictureFont font) {
        return PngWriter.write(new Card(report, font).drawing(), Palette.LIGHT, font, 1);
    }

    private Stream<Block> blocks() {
        return report.sections().stream().flatMap(section -> section.blocks().stream());
    }

    private Drawing drawing() {
        text(report.title(), 84, 26, Weight.SEMIBOLD, ColorRole.TEXT_MUTED, 1);
        String verdict = blocks().filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .filter(paragraph -> paragraph.style() == Style.VERDICT)
                .map(Paragraph::text)
                .findFirst()
                .orElse(report.subtitle());
        double y = text(verdict, 156, 50, Weight.SEMIBOLD, ColorRole.TEXT, 3);
        parts(Math.max(y, 262));
        blocks().filter(Tiles.class::isInstance)
                .map(Tiles.class::cast)
                .findFirst()
                .ifPresent(tiles -> figures(tiles.tiles()));
        String foot = Stream.of(report.byline(), "Slicewise")
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
        text(foot, 600, 20, Weight.REGULAR, ColorRole.TEXT_MUTED, 1);
        return new Drawing(WIDTH, HEIGHT, report.title(), verdict, marks, List.of());
    }

    /** Lines below each other, the last of those that fit cut; where the next would begin. */
    private double text(String words, double baseline, double size, Weight weight, ColorRole role, int most) {
        List<String> lines = new Lines(font.measure(), size, weight).wrap(words, ROOM);
        double y = baseline;
        for (int i = 0; i < Math.min(most, lines.size()); i++) {
            String line = i == most - 1 && lines.size() > most ? lines.get(i) + " …" : lines.get(i);
            label(line, LEFT, y, size, weight, role);
            y += size * 1.25;
        }
        return y;
    }

    private void label(String text, double x, double y, double size, Weight weight, ColorRole role) {
        marks.add(new Mark.Label(text, x, y, Mark.Anchor.START, size, weight, role, 0));
    }

    /** What the hardware is used for: of one moment, beside the means of a range it would be another story. */
    private void parts(double top) {
        if (report.subjects().size() > 1 || report.subjects().getFirst().timeline() != null) {
            return;
        }
        StripsChart use = new StripExhibits(Messages.in(report.language()))
                .use(report.subjects().getFirst().figures());
        if (use.isEmpty()) {
            return;
        }
        double x = LEFT;
        double name = LEFT;
        for (StripsChart.Part part : use.parts()) {
            Area area = new Area(x, top, Math.max(0, part.size() * ROOM - 3), 56);
            marks.add(new Mark.Box(area, 4, part.role(), part.role() == ColorRole.WHOLE_GPU ? 1 : 0.35));
            x += part.size() * ROOM;
            label(part.words(), name + 26, top + 94, 24, Weight.REGULAR, ColorRole.TEXT);
            marks.add(new Mark.Box(
                    new Area(name, top + 76, 18, 18), 3, part.role(), part.role() == ColorRole.WHOLE_GPU ? 1 : 0.35));
            name += font.measure().width(part.words(), 24, Weight.REGULAR) + 66;
        }
    }

    private void figures(List<Tile> tiles) {
        double width = ROOM / tiles.size();
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            double left = LEFT + i * width;
            marks.add(new Mark.Box(new Area(left, 424, width - 32, 4), 0, tile.role(), 1));
            label(tile.name(), left, 462, 22, Weight.SEMIBOLD, tile.role());
            label(tile.value(), left, 530, 58, Weight.SEMIBOLD, tile.role());
        }
    }
}
