package io.slicewise.promql.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts panels in their places, 24 columns wide, and numbers them. */
final class PanelGrid {
    private static final int WIDTH = 24;

    private final List<Object> panels = new ArrayList<>();
    /** Where panels go: the dashboard, or a row of it. */
    private List<Object> place = panels;

    private int number;

    /** The panels and rows of the dashboard. */
    List<Object> panels() {
        return panels;
    }

    void add(Map<String, Object> panel, int x, int y, int width, int height) {
        panel.put("id", ++number);
        panel.put("gridPos", Tree.map("x", x, "y", y, "w", width, "h", height));
        place.add(panel);
    }

    /** A row that is closed: what is in it is asked for when somebody opens it. */
    void row(String title, int y, Runnable content) {
        List<Object> inside = new ArrayList<>();
        add(Tree.map("type", "row", "title", title, "collapsed", true, "panels", inside), 0, y, WIDTH, 1);
        place = inside;
        content.run();
        place = panels;
    }
}
