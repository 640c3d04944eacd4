package io.slicewise.desktop.story;

import io.slicewise.desktop.words.Words;
import io.slicewise.page.Block;
import io.slicewise.page.Block.Point;
import io.slicewise.page.Block.Points;
import io.slicewise.page.Section;
import io.slicewise.story.Purpose;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The purposes as a table to choose from: the row of the chosen one is lit and has the answer with the numbers. */
final class PurposeBody implements Body {
    private static final double PURPOSE_SHARE = 25;
    private static final double FIGURE_SHARE = 33;

    private final ExplainModel model;
    private final Words words;
    private final BlockNodes nodes;
    private final ChoiceRows<Purpose> rows;
    private final VBox said = new VBox();
    private final VBox box;
    private final VBox rest = new VBox();
    private List<Block> before = List.of();

    PurposeBody(ExplainModel model, Words words, BlockNodes nodes) {
        this.model = model;
        this.words = words;
        this.nodes = nodes;
        rows = new ChoiceRows<>(model.purposeProperty()::set);
        rows.getStyleClass().add("explain-purposes");
        rows.accessibleTextProperty().bind(words.of("explain.purposes"));
        model.purposeProperty().subscribe(rows::choose);
        said.getStyleClass().add("explain-said");
        VBox table = new VBox(head(), rows);
        box = new VBox(said, table, rest);
        rest.getStyleClass().add("explain-passages");
        box.getStyleClass().add("explain-passages");
    }

    @Override
    public Node node() {
        return box;
    }

    private Node head() {
        GridPane head = BlockNodes.columns(PURPOSE_SHARE, FIGURE_SHARE);
        head.getStyleClass().add("explain-purpose-head");
        head.addRow(0, caption("explain.purposes"), caption("explain.purposes.use"), caption("explain.purposes.why"));
        return head;
    }

    private Label caption(String key) {
        Label label = BlockNodes.label("", "caption");
        label.textProperty().bind(words.of(key));
        return label;
    }

    @Override
    public void show(ExplainModel.Shown shown, Section section) {
        if (section.blocks().equals(before)) {
            return;
        }
        before = section.blocks();
        List<Node> above = new ArrayList<>();
        List<Node> below = new ArrayList<>();
        List<ChoiceRows.Choice<Purpose>> choices = new ArrayList<>();
        for (Block block : before) {
            if (block instanceof Points points
                    && points.points().stream().anyMatch(it -> !it.about().isEmpty())) {
                points.points().forEach(point -> choices.add(row(point)));
            } else {
                (choices.isEmpty() ? above : below).add(nodes.of(block));
            }
        }
        said.getChildren().setAll(above);
        rest.getChildren().setAll(below);
        rows.show(choices, model.purposeProperty().get());
    }

    private ChoiceRows.Choice<Purpose> row(Point point) {
        Purpose purpose = Purpose.of(point.about());
        VBox why = new VBox(BlockNodes.label(point.text(), "explain-body"));
        why.getStyleClass().add("explain-said");
        VBox figures = new VBox();
        figures.getStyleClass().add("explain-figures-to-use");
        point.values().forEach(value -> figures.getChildren().add(nodes.tag(value)));
        Label answer = BlockNodes.label(point.note(), "explain-answer");
        answer.managedProperty().bind(answer.visibleProperty());
        answer.visibleProperty().bind(model.purposeProperty().map(purpose::equals));
        why.getChildren().add(answer);
        GridPane row = BlockNodes.columns(PURPOSE_SHARE, FIGURE_SHARE);
        row.getStyleClass().add("explain-purpose");
        BlockNodes.row(row, BlockNodes.label(point.term(), "explain-entry-title"), figures, why);
        row.setMinHeight(Region.USE_PREF_SIZE);
        String words = String.join(" ", point.term(), point.figures(" · "), point.said(" "));
        return new ChoiceRows.Choice<>(purpose, row, words);
    }
}
