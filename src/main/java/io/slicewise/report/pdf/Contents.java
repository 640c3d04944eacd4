package io.slicewise.report.pdf;

import io.slicewise.chart.Area;
import io.slicewise.chart.ColorRole;
import io.slicewise.report.Lines;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;

/**
 * What a long report has, with the pages: two columns below its title.
 *
 * <p>Where the sections stand is known only after they were laid out, so a report is laid out twice. What the contents
 * lead to is made first and gets its page when its section is reached.
 *
 * @param entries the sections in reading order
 */
record Contents(List<Entry> entries) {
    /** A report with fewer pages is leafed through. */
    static final int LEAST_PAGES = 4;

    private static final double GUTTER = 24;

    /**
     * A section.
     *
     * @param title its heading
     * @param page the number of its page, from 1
     */
    record Entry(String title, int page) {}

    /** Draws the entries; where each leads to is filled in later. */
    List<PDPageXYZDestination> draw(Flow flow) throws IOException {
        int rows = (entries.size() + 1) / 2;
        double width = (Flow.WIDTH - GUTTER) / 2;
        double pitch = flow.of(Look.BODY.pitch());
        double top = flow.y();
        List<PDPageXYZDestination> places =
                entries.stream().map(_ -> new PDPageXYZDestination()).toList();
        flow.tags().begin("TOC");
        for (int i = 0; i < entries.size(); i++) {
            double left = Flow.LEFT + (i < rows ? 0 : width + GUTTER);
            Area place = new Area(left, top + i % rows * pitch, width, pitch);
            entry(flow, entries.get(i), place, places.get(i));
        }
        flow.tags().end();
        flow.skip(rows * pitch + flow.of(14));
        return places;
    }

    private static void entry(Flow flow, Entry entry, Area place, PDPageXYZDestination to) throws IOException {
        Look look = Look.BODY;
        Lines lines = flow.lines(look.size(), look.weight());
        String page = String.valueOf(entry.page());
        double baseline = flow.baseline(place.y(), look);
        double size = flow.of(look.size());
        flow.tags().begin("TOCI");
        flow.tags().begin("Reference");
        flow.link(new Links.Inside(entry.title(), to, place), () -> {
            flow.sheet().text(entry.title(), place.x(), baseline, size, look.weight(), look.role());
            double right = place.right() - lines.width(page);
            flow.sheet().text(page, right, baseline, size, look.weight(), ColorRole.TEXT_MUTED);
        });
        flow.tags().end();
        flow.tags().end();
        double after = place.x() + lines.width(entry.title()) + flow.of(6);
        double before = place.right() - lines.width(page) - flow.of(6);
        double at = baseline - 1;
        flow.artifact(() -> flow.sheet()
                .polyline(
                        new double[] {after, before},
                        new double[] {at, at},
                        ColorRole.GRID,
                        0.75,
                        new float[] {1, 2},
                        false));
    }
}
