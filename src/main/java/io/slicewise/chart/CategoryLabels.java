package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Label;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The names below columns: side by side where they fit, tilted or upright where they do not, and thinned out where
 * even that is too much.
 *
 * @param names what they say
 * @param form how they lie
 * @param size the height of their type
 * @param height how much room they need below the columns
 */
record CategoryLabels(List<Name> names, Form form, double size, double height) {
    private static final int MOST_LINES = 3;
    private static final double TILT = 45;
    private static final double GAP = 6;
    private static final double ASIDE = 6;

    /** What a column needs for a name in two lines that are turned: in lines, with some air beside its neighbours'. */
    private static final double TWO = 2.2;

    /** About what the ticks need at the left of the columns, before they are known. */
    static final double TICKS = 44;

    /** How names lie. */
    enum Form {
        FLAT,
        TILTED,
        UPRIGHT
    }

    /**
     * A name.
     *
     * @param text what it says
     * @param matters shown semibold, and never left out before others
     */
    record Name(String text, boolean matters) {
        Weight weight() {
            return matters ? Weight.SEMIBOLD : Weight.REGULAR;
        }

        ColorRole role() {
            return matters ? ColorRole.TEXT : ColorRole.TEXT_MUTED;
        }
    }

    /** The width of a column below which the name's longest word fits. */
    static double need(Name name, TextMeasure measure, double size) {
        TextFit fit = fit(measure, size, name);
        return ASIDE
                + Arrays.stream(name.text().split(" "))
                        .mapToDouble(fit::width)
                        .max()
                        .orElse(0);
    }

    /** The width of a column below which a tilted name can have two lines. */
    static double needOfTwoLines(double size) {
        return TWO * Type.line(size) / Math.sin(Math.toRadians(TILT));
    }

    /** Whether every name fits below its column without being turned. */
    static boolean fitFlat(List<Name> names, TextMeasure measure, double size, Bands bands, int lines) {
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            if (!fit(measure, size, name).wraps(name.text(), bands.width(i) - ASIDE, lines)) {
                return false;
            }
        }
        return true;
    }

    /** Chooses the form for columns, within {@code room} pixels of height. */
    static CategoryLabels plan(List<Name> names, TextMeasure measure, double size, Bands bands, double room) {
        double line = Type.line(size);
        for (int lines = 1; lines <= MOST_LINES && lines * line + GAP <= room; lines++) {
            if (fitFlat(names, measure, size, bands, lines)) {
                return new CategoryLabels(names, Form.FLAT, size, lines * line + GAP);
            }
        }
        double widest = names.stream()
                .mapToDouble(name -> fit(measure, size, name).width(name.text()))
                .max()
                .orElse(0);
        double turn = Math.toRadians(TILT);
        if (bands.narrowest() * Math.sin(turn) >= line) {
            double height = Math.min(room, widest * Math.sin(turn) + size + GAP);
            return new CategoryLabels(names, Form.TILTED, size, height);
        }
        return new CategoryLabels(names, Form.UPRIGHT, size, Math.min(room * 0.85, widest + GAP + 2));
    }

    private static TextFit fit(TextMeasure measure, double size, Name name) {
        return new TextFit(measure, size, name.weight());
    }

    /** Draws the names below {@code top}; columns begin at {@code left}; nothing is drawn left of {@code area}. */
    void draw(Sketch sketch, Area area, double left, Bands bands, double top) {
        for (int i : shown(bands)) {
            Name name = names.get(i);
            double middle = left + bands.middle(i);
            switch (form) {
                case FLAT -> flat(sketch, name, middle, bands.width(i), top);
                case TILTED -> tilted(sketch, name, middle, bands.width(i), area, top);
                case UPRIGHT -> upright(sketch, name, middle, bands.width(i), top);
            }
        }
    }

    /** Which names are shown: those that matter, and of the others each that keeps its distance from them. */
    private List<Integer> shown(Bands bands) {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).matters()) {
                addApart(shown, i, bands);
            }
        }
        for (int i = 0; i < names.size(); i++) {
            addApart(shown, i, bands);
        }
        return shown;
    }

    private void addApart(List<Integer> shown, int index, Bands bands) {
        double apart = form == Form.UPRIGHT ? size + 2 : 1e-3;
        if (shown.stream().allMatch(other -> Math.abs(bands.middle(other) - bands.middle(index)) >= apart)) {
            shown.add(index);
        }
    }

    private void flat(Sketch sketch, Name name, double middle, double band, double top) {
        double line = Type.line(size);
        List<String> lines = fit(sketch.measure(), size, name).wrap(name.text(), band - ASIDE, MOST_LINES);
        for (int i = 0; i < lines.size(); i++) {
            double baseline = top + GAP + i * line + line / 2 + Type.middle(size);
            sketch.text(lines.get(i), middle, baseline, Anchor.MIDDLE, size, name.weight(), name.role());
        }
    }

    private void tilted(Sketch sketch, Name name, double middle, double band, Area area, double top) {
        double turn = Math.toRadians(TILT);
        double end = middle + size * 0.3;
        double leftmost = area.x() + size * 0.6;
        double room = Math.min((height - GAP - size) / Math.sin(turn), (end - leftmost) / Math.cos(turn));
        double step = Type.line(size) / Math.sin(turn);
        List<String> lines = lines(sketch, name, room, band >= TWO * step);
        double widest = fit(sketch.measure(), size, name).width(lines.getFirst());
        double first = Math.max(end - (lines.size() - 1) * step / 2, leftmost + widest * Math.cos(turn));
        turned(sketch, name, lines, first, step, top + size * 0.65, -TILT);
    }

    private void upright(Sketch sketch, Name name, double middle, double band, double top) {
        double step = Type.line(size);
        List<String> lines = lines(sketch, name, height - GAP, band >= TWO * step);
        double first = middle + Type.middle(size) - (lines.size() - 1) * step / 2;
        turned(sketch, name, lines, first, step, top, -90);
    }

    /** A turned name in one line; in two where it is too long for one and the column has room for them. */
    private List<String> lines(Sketch sketch, Name name, double room, boolean two) {
        TextFit fit = fit(sketch.measure(), size, name);
        return two && fit.width(name.text()) > room && fit.wraps(name.text(), room, 2)
                ? fit.wrap(name.text(), room, 2)
                : List.of(fit.clipMiddle(name.text(), room));
    }

    private void turned(
            Sketch sketch, Name name, List<String> lines, double first, double step, double top, double degrees) {
        for (int i = 0; i < lines.size(); i++) {
            double x = first + i * step;
            sketch.add(new Label(lines.get(i), x, top + GAP, Anchor.END, size, name.weight(), name.role(), degrees));
        }
    }
}
