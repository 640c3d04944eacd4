package io.slicewise.desktop.story;

import io.slicewise.chart.HousesChart;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.exhibit.Exhibits;
import io.slicewise.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The block of flats, and what each figure says about it. */
final class AnalogyBody implements Body {
    private static final double ONE = 218;
    private static final double SEVERAL = 400;

    private final Words words;
    private final Look look;
    private final Nodes nodes;
    private final ChartCard card;
    private final VBox scene = new VBox();
    private final VBox sayings = new VBox();
    private final VBox box;
    private List<Passage> before = List.of();

    AnalogyBody(Words words, Look look, Nodes nodes, ChartActions charts) {
        this.words = words;
        this.look = look;
        this.nodes = nodes;
        card = new ChartCard(ONE, words, look, charts);
        sayings.getStyleClass().add("explain-sayings");
        box = new VBox(scene, card, sayings);
        box.getStyleClass().add("explain-passages");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(ExplainModel.Shown shown) {
        HousesChart houses = new Exhibits(Messages.in(words.language())).analogy(shown.figures());
        card.chart().specProperty().set(houses);
        double height = houses.houses().size() > 2 ? SEVERAL : ONE;
        card.chart().minHeightProperty().unbind();
        card.chart().minHeightProperty().bind(look.textSizeProperty().multiply(height));
        List<Passage> passages = shown.page().section(Part.ANALOGY).passages();
        if (!passages.equals(before)) {
            before = passages;
            scene.getChildren().setAll(nodes.of(passages.getFirst()));
            sayings.getChildren()
                    .setAll(passages.stream().skip(1).map(nodes::of).toList());
        }
    }
}
