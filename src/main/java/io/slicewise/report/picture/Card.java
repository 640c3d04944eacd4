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
import io.slicewise.page.Subject;
import io.slicewise.report.Lines;
import io.slicewise.report.Report;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The verdict of a report as one picture for chats, 1200 × 630 pixels: what is in use, the parts, the next step, the three figures. */
public final class Card {
    private static final double WIDTH = 1200;
    private static final double HEIGHT = 630;
    private static final double LEFT = 64;
    private static final double ROOM = WIDTH - 2 * LEFT;
    private static final double PITCH = 1.25;
    private static final double BAR = 48;

    /** The size of the verdict, as long as two lines hold it. */
    private static final double VERDICT = 50;

    /** The size of the next step. */
    private static final double NEXT = 25;

    /** Where the figures begin. */
    private static final double FIGURES = 428;

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

    /** The first paragraph of a kind: the verdict, or the next step. */
    private Optional<String> first(Style style) {
        return blocks().filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .filter(paragraph -> paragraph.style() == style)
                .map(Paragraph::text)
                .findFirst();
    }

    private Stream<Block> blocks() {
        return report.sections().stream().flatMap(section -> section.blocks().stream());
    }

    private Drawing drawing() {
        text(report.title(), 76, 26, Weight.SEMIBOLD, ColorRole.TEXT_MUTED, 1);
        String verdict = first(Style.VERDICT).orElse(report.subtitle());
        double size = VERDICT;
        while (size > NEXT && lines(verdict, size, Weight.SEMIBOLD).size() > 2) {
            size -= 1;
        }
        double y = parts(text(verdict, 144, size, Weight.SEMIBOLD, ColorRole.TEXT, 2));
        int most = (int) ((FIGURES - y) / (NEXT * PITCH));
        if (most > 0) {
            first(Style.HEADING).ifPresent(next -> text(next, y, NEXT, Weight.SEMIBOLD, ColorRole.TEXT, most));
        }
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
        List<String> lines = lines(words, size, weight);
        double y = baseline;
        for (int i = 0; i < Math.min(most, lines.size()); i++) {
            String line = i == most - 1 && lines.size() > most ? lines.get(i) + " …" : lines.get(i);
            label(line, LEFT, y, size, weight, role);
            y += size * PITCH;
        }
        return y;
    }

    private List<String> lines(String words, double size, Weight weight) {
        return new Lines(font.measure(), size, weight).wrap(words, ROOM);
    }

    private void label(String text, double x, double y, double size, Weight weight, ColorRole role) {
        marks.add(new Mark.Label(text, x, y, Mark.Anchor.START, size, weight, role, 0));
    }

    /**
     * What the hardware is used for: of one moment, beside the means of a range it would be another story.
     *
     * @param below where the next line of the verdict would stand
     * @return where a line below it stands
     */
    private double parts(double below) {
        Subject subject = report.subjects().getFirst();
        if (report.subjects().size() > 1 || subject.timeline() != null) {
            return below;
        }
        StripsChart use = new StripExhibits(Messages.in(report.language())).use(subject.figures());
        if (use.isEmpty()) {
            return below;
        }
        double top = below - 24;
        double x = LEFT;
        double name = LEFT;
        for (StripsChart.Part part : use.parts()) {
            double opacity = part.role() == ColorRole.WHOLE_GPU ? 1 : 0.35;
            Area area = new Area(x, top, Math.max(0, part.size() * ROOM - 3), BAR);
            marks.add(new Mark.Box(area, 4, part.role(), opacity));
            x += part.size() * ROOM;
            label(part.words(), name + 26, top + BAR + 36, 24, Weight.REGULAR, ColorRole.TEXT);
            marks.add(new Mark.Box(new Area(name, top + BAR + 18, 18, 18), 3, part.role(), opacity));
            name += font.measure().width(part.words(), 24, Weight.REGULAR) + 66;
        }
        return top + BAR + 92;
    }

    private void figures(List<Tile> tiles) {
        double width = ROOM / tiles.size();
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            double left = LEFT + i * width;
            marks.add(new Mark.Box(new Area(left, FIGURES, width - 32, 4), 0, tile.role(), 1));
            label(tile.name(), left, FIGURES + 36, 22, Weight.SEMIBOLD, tile.role());
            label(tile.value(), left, FIGURES + 106, tile.first() ? 62 : 42, Weight.SEMIBOLD, tile.role());
        }
    }
}
