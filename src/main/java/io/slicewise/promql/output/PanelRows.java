package io.slicewise.promql.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rows of a dashboard in Grafana's classic model, for the models that have rows with panels in them: what stands above
 * all rows is the first one, without a title.
 *
 * @param title empty for the first one
 * @param panels as the classic model has them
 */
record PanelRows(String title, List<Map<String, Object>> panels) {
    PanelRows {
        panels = List.copyOf(panels);
    }

    static List<PanelRows> of(Map<String, Object> board) {
        List<Map<String, Object>> open = new ArrayList<>();
        List<PanelRows> rows = new ArrayList<>();
        for (Map<String, Object> panel : Tree.maps(board, "panels")) {
            if (Tree.text(panel, "type").equals("row")) {
                rows.add(new PanelRows(Tree.text(panel, "title"), Tree.maps(panel, "panels")));
            } else {
                open.add(panel);
            }
        }
        rows.addFirst(new PanelRows("", open));
        return rows;
    }

    /** By what an element of the dashboard is called. */
    static String name(Map<String, Object> panel) {
        return "panel-" + Tree.number(panel, "id");
    }

    /** Where a panel stands, counted from the top of its row. */
    Map<String, Object> place(Map<String, Object> panel) {
        int top = panels.stream()
                .mapToInt(one -> Tree.number(Tree.at(one, "gridPos"), "y"))
                .min()
                .orElse(0);
        Map<String, Object> grid = Tree.at(panel, "gridPos");
        return Tree.map(
                "x",
                Tree.number(grid, "x"),
                "y",
                Tree.number(grid, "y") - top,
                "width",
                Tree.number(grid, "w"),
                "height",
                Tree.number(grid, "h"));
    }

    /** The variable that a panel of it is repeated by; empty where none is. */
    static String repeatedBy(Map<String, Object> panel) {
        return Tree.text(panel, "repeat");
    }
}
