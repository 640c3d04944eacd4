package io.slicewise.chart;

import io.slicewise.chart.HousesChart.Flat;
import io.slicewise.chart.HousesChart.House;
import io.slicewise.chart.HousesChart.Kind;
import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Dash;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.ArrayList;
import java.util.List;

/** Houses beside and below each other; in each flat windows, lit from the ground upwards. */
final class HousesLayout {
    /** Windows of a room: two beside each other, five above each other. */
    static final int ACROSS = 2;

    static final int FLOORS = 5;

    private static final double BETWEEN = 20;
    private static final double MOST_ROOM = 110;
    private static final double MOST_HEIGHT = 110;
    private static final double LEAST_WINDOW = 2;
    private static final double ROOF = 5;
    private static final double WIDEST = 1.1;

    private final HousesChart chart;
    private final Sketch sketch;
    private final Type type;
    private final TextFit small;
    private int next;

    private HousesLayout(HousesChart chart, Sketch sketch, Type type) {
        this.chart = chart;
        this.sketch = sketch;
        this.type = type;
        this.small = new TextFit(sketch.measure(), type.small(), Weight.REGULAR);
    }

    static void draw(HousesChart chart, Sketch sketch, Type type, Area area) {
        new HousesLayout(chart, sketch, type).draw(area);
    }

    private void draw(Area all) {
        Area area = Legend.draw(sketch, type, legend(), all);
        int rooms = chart.houses().stream().mapToInt(House::rooms).max().orElse(1);
        int columns = columns(area, rooms);
        int rows = (chart.houses().size() + columns - 1) / columns;
        double width = (area.width() - (columns - 1) * BETWEEN) / columns;
        double height = (area.height() - (rows - 1) * BETWEEN / 2) / rows;
        for (int i = 0; i < chart.houses().size(); i++) {
            double x = area.x() + i % columns * (width + BETWEEN);
            int row = i / columns;
            double y = area.y() + row * (height + BETWEEN / 2);
            house(chart.houses().get(i), rooms, new Area(x, y, width, height));
        }
    }

    private List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        entries.add(new Legend.Entry(chart.litName(), "", ColorRole.WEIGHTED, Pattern.SOLID, null));
        entries.add(new Legend.Entry(chart.darkName(), "", ColorRole.AXIS, Pattern.HOLLOW, null));
        for (Kind kind : List.of(Kind.VACANT, Kind.LOST)) {
            chart.flats().stream()
                    .filter(flat -> flat.kind() == kind)
                    .findFirst()
                    .ifPresent(flat ->
                            entries.add(new Legend.Entry(flat.name(), "", role(kind), Pattern.SOLID, Dash.DASHED)));
        }
        return entries;
    }

    private static ColorRole role(Kind kind) {
        return kind == Kind.LOST ? ColorRole.CEILING : ColorRole.AXIS;
    }

    /** As many houses beside each other as makes their rooms the largest. */
    private int columns(Area area, int rooms) {
        int houses = chart.houses().size();
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= houses; columns++) {
            int rows = (houses + columns - 1) / columns;
            double width = (area.width() - (columns - 1) * BETWEEN) / columns;
            double height = (area.height() - (rows - 1) * BETWEEN / 2) / rows - labels();
            double size = Math.min(width / rooms, height * WIDEST);
            if (size > largest) {
                largest = size;
                best = columns;
            }
        }
        return best;
    }

    /** The room for the name above a house and two lines below it. */
    private double labels() {
        return 3 * Type.line(type.small()) + ROOF + 3;
    }

    private void house(House house, int rooms, Area area) {
        double line = Type.line(type.small());
        double height = Math.clamp(area.height() - labels(), 0, MOST_HEIGHT);
        double room = Math.min(MOST_ROOM, Math.min(area.width() / rooms, height * WIDEST));
        double width = room * house.rooms();
        double top = area.y() + line + ROOF;
        String name = new TextFit(sketch.measure(), type.small(), Weight.SEMIBOLD).clip(house.name(), area.width());
        sketch.text(
                name, area.x(), baseline(area.y(), line), Anchor.START, type.small(), Weight.SEMIBOLD, ColorRole.TEXT);
        if (width < 1 || height < 1) {
            next += house.flats().size();
            return;
        }
        sketch.line(area.x(), top - 2, area.x() + width, top - 2, ColorRole.AXIS, 2, Dash.SOLID);
        boolean symbols =
                house.flats().stream().allMatch(flat -> small.width(shown(flat, true)) <= room * flat.rooms() - 4);
        double x = area.x();
        for (Flat flat : house.flats()) {
            Area place = new Area(x, top, room * flat.rooms(), height);
            flat(flat, place, line, symbols);
            sketch.hit(new Hit(
                    next++,
                    place,
                    new Point(place.centerX(), place.y()),
                    List.of(new Mark.Border(place, 2, ColorRole.ACCENT))));
            x += place.width();
        }
    }

    private void flat(Flat flat, Area place, double line, boolean symbols) {
        double gap = place.width() / flat.rooms() < 24 ? 0.5 : 1.5;
        Area inner = place.shrunk(gap, 0, gap, 0);
        if (flat.kind() == Kind.LET) {
            sketch.add(new Mark.Border(inner, 2, ColorRole.AXIS));
            windows(flat, inner);
        } else {
            plot(flat, inner);
        }
        label(flat, place, line, symbols);
    }

    /** An empty plot: a dashed outline, crossed out where no one can build. */
    private void plot(Flat flat, Area at) {
        double left = Sketch.crisp(at.x());
        double right = Sketch.crisp(at.right() - 1);
        double top = Sketch.crisp(at.y());
        double bottom = Sketch.crisp(at.bottom() - 1);
        sketch.add(new Mark.Line(
                List.of(
                        new Point(left, top),
                        new Point(right, top),
                        new Point(right, bottom),
                        new Point(left, bottom),
                        new Point(left, top)),
                role(flat.kind()),
                1,
                Dash.DASHED));
        if (flat.kind() == Kind.LOST) {
            sketch.line(left, bottom, right, top, ColorRole.CEILING, 1, Dash.DASHED);
        }
    }

    private void windows(Flat flat, Area at) {
        int across = ACROSS * flat.rooms();
        double pitchX = at.width() / (across + 0.4);
        double pitchY = at.height() / (FLOORS + 0.4);
        double width = pitchX * 0.62;
        double height = pitchY * 0.62;
        if (Double.isNaN(flat.lit()) || width < LEAST_WINDOW || height < LEAST_WINDOW) {
            level(flat, at);
            return;
        }
        long lit = Math.round(flat.lit() * flat.windows(ACROSS * FLOORS));
        for (int i = 0; i < flat.windows(ACROSS * FLOORS); i++) {
            int floor = FLOORS - 1 - i / across;
            double x = at.x() + pitchX * (0.2 + i % across) + (pitchX - width) / 2;
            double y = at.y() + pitchY * (0.2 + floor) + (pitchY - height) / 2;
            Area window = new Area(x, y, width, height);
            sketch.add(
                    i < lit
                            ? new Mark.Box(window, 1, ColorRole.WEIGHTED, 1)
                            : new Mark.Border(window, 1, ColorRole.AXIS));
        }
    }

    /** Where windows would be too small: a level; where it is not known, a dash. */
    private void level(Flat flat, Area at) {
        if (Double.isNaN(flat.lit())) {
            double dash = Math.min(10, at.width() / 3);
            sketch.line(
                    at.centerX() - dash / 2,
                    at.centerY(),
                    at.centerX() + dash / 2,
                    at.centerY(),
                    ColorRole.TEXT_MUTED,
                    1.5,
                    Dash.SOLID);
        } else {
            double high = at.height() * Math.clamp(flat.lit(), 0, 1);
            sketch.add(new Mark.Box(new Area(at.x(), at.bottom() - high, at.width(), high), 0, ColorRole.WEIGHTED, 1));
        }
    }

    private String shown(Flat flat, boolean symbol) {
        if (flat.kind() != Kind.LET) {
            return "";
        }
        return symbol
                ? chart.values().unit().withSymbol(flat.lit())
                : chart.values().unit().number(flat.lit());
    }

    private void label(Flat flat, Area place, double line, boolean symbols) {
        double room = place.width() - 4;
        String value = shown(flat, symbols);
        double y = place.bottom() + 3;
        if (!value.isEmpty() && small.width(value) <= room) {
            text(value, place, y, line, Weight.SEMIBOLD, flat);
            y += line;
        }
        String name = flat.kind() == Kind.LET ? small.clipMiddle(flat.name(), room) : flat.name();
        if (small.width(name) <= room && (name.length() > 2 || name.equals(flat.name()))) {
            text(name, place, y, line, Weight.REGULAR, flat);
        }
    }

    private void text(String words, Area place, double y, double line, Weight weight, Flat flat) {
        ColorRole muted = flat.kind() == Kind.LOST ? ColorRole.CEILING : ColorRole.TEXT_MUTED;
        ColorRole role = weight == Weight.SEMIBOLD ? ColorRole.TEXT : muted;
        sketch.text(words, place.centerX(), baseline(y, line), Anchor.MIDDLE, type.small(), weight, role);
    }

    private double baseline(double top, double line) {
        return top + line / 2 + Type.middle(type.small());
    }
}
