package io.slicewise.desktop.story;

import io.slicewise.page.Block;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Section;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The blocks of a section below each other. What is the same as before stays, and a chart takes its new data. */
class SectionBody implements Body {
    private final BlockNodes nodes;
    private final VBox box = new VBox();
    private List<Block> before = List.of();
    private final List<Node> shown = new ArrayList<>();

    SectionBody(BlockNodes nodes) {
        this.nodes = nodes;
        box.getStyleClass().add("explain-passages");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(ExplainModel.Shown state, Section section) {
        List<Block> blocks = section.blocks();
        if (blocks.equals(before)) {
            return;
        }
        List<Node> now = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Node old = i < before.size() ? shown.get(i) : null;
            if (old != null && block.equals(before.get(i))) {
                now.add(old);
            } else if (block instanceof Chart chart && old instanceof ChartCard card) {
                card.show(chart);
                now.add(card);
            } else {
                now.add(made(block));
            }
        }
        before = blocks;
        shown.clear();
        shown.addAll(now);
        box.getChildren().setAll(now);
    }

    /** The node of a block. */
    Node made(Block block) {
        return nodes.of(block);
    }
}
