package io.slicewise.desktop.story;

import io.slicewise.desktop.words.Words;
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
    private final Nodes nodes;
    private final ChoiceRows<Purpose> rows;
    private final VBox said = new VBox();
    private final VBox box;
    private List<Passage> before = List.of();

    PurposeBody(ExplainModel model, Words words, Nodes nodes) {
        this.model = model;
        this.words = words;
        this.nodes = nodes;
        rows = new ChoiceRows<>(model.purposeProperty()::set);
        rows.getStyleClass().add("explain-purposes");
        rows.accessibleTextProperty().bind(words.of("explain.purposes"));
        model.purposeProperty().subscribe(rows::choose);
        said.getStyleClass().add("explain-said");
        VBox table = new VBox(head(), rows);
        box = new VBox(said, table);
        box.getStyleClass().add("explain-passages");
    }

    @Override
    public Node node() {
        return box;
    }

    private Node head() {
        GridPane head = Nodes.columns(PURPOSE_SHARE, FIGURE_SHARE);
        head.getStyleClass().add("explain-purpose-head");
        head.addRow(0, caption("explain.purposes"), caption("explain.purposes.use"), caption("explain.purposes.why"));
        return head;
    }

    private Label caption(String key) {
        Label label = Nodes.label("", "caption");
        label.textProperty().bind(words.of(key));
        return label;
    }

    @Override
    public void show(ExplainModel.Shown shown) {
        List<Passage> passages = shown.page().section(Part.PURPOSE).passages();
        if (passages.equals(before)) {
            return;
        }
        before = passages;
        List<Node> sentences = new ArrayList<>();
        List<ChoiceRows.Choice<Purpose>> choices = new ArrayList<>();
        for (Passage passage : passages) {
            if (passage instanceof Passage.Choice choice) {
                choices.add(row(choice));
            } else {
                sentences.add(nodes.of(passage));
            }
        }
        said.getChildren().setAll(sentences);
        rows.show(choices, model.purposeProperty().get());
    }

    private ChoiceRows.Choice<Purpose> row(Passage.Choice choice) {
        Passage.Entry entry = choice.entry();
        VBox why = new VBox(Nodes.label(entry.words(), "explain-body"));
        why.getStyleClass().add("explain-said");
        VBox figures = new VBox();
        figures.getStyleClass().add("explain-figures-to-use");
        entry.tags().forEach(tag -> figures.getChildren().add(nodes.tag(tag)));
        Label answer = Nodes.label(entry.note(), "explain-answer");
        answer.managedProperty().bind(answer.visibleProperty());
        answer.visibleProperty().bind(model.purposeProperty().map(choice.purpose()::equals));
        why.getChildren().add(answer);
        GridPane row = Nodes.columns(PURPOSE_SHARE, FIGURE_SHARE);
        row.getStyleClass().add("explain-purpose");
        Nodes.row(row, Nodes.label(entry.title(), "explain-entry-title"), figures, why);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return new ChoiceRows.Choice<>(choice.purpose(), row, entry.text());
    }
}
