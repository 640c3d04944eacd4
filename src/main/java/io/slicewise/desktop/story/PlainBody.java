package io.slicewise.desktop.story;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A section that is read and not operated: its passages below each other. */
final class PlainBody implements Body {
    private final Part part;
    private final Nodes nodes;
    private final VBox box = new VBox();
    private List<Passage> before = List.of();

    PlainBody(Part part, Nodes nodes) {
        this.part = part;
        this.nodes = nodes;
        box.getStyleClass().add("explain-passages");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(ExplainModel.Shown shown) {
        List<Passage> passages = shown.page().section(part).passages();
        if (!passages.equals(before)) {
            before = passages;
            box.getChildren().setAll(passages.stream().map(nodes::of).toList());
        }
    }
}
