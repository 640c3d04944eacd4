package io.slicewise.desktop.story;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.story.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The findings, and beside them what proves the chosen one: a chart and the partition, with what it is about lit. */
final class WhyBody implements Body {
    private static final double CHART = 330;
    private static final double LIST_SHARE = 42;

    private final ExplainModel model;
    private final Document document;
    private final Words words;
    private final Nodes nodes;
    private final ExplainActions actions;
    private final ChartCard chart;
    private final StripView strip;
    private final VBox said = new VBox();
    private final Label none = Nodes.label("", "explain-aside");
    private final ChoiceRows<String> rows;
    private final VBox list;
    private final VBox proof;
    private final VBox box = new VBox();
    private List<Finding> before = List.of();
    private String language = "";

    WhyBody(
            ExplainModel model,
            Document document,
            Words words,
            Look look,
            Nodes nodes,
            ChartActions charts,
            ExplainActions actions) {
        this.model = model;
        this.document = document;
        this.words = words;
        this.nodes = nodes;
        this.actions = actions;
        chart = new ChartCard(CHART, words, look, charts);
        strip = new StripView(words);
        rows = new ChoiceRows<>(model.ruleProperty()::set);
        rows.getStyleClass().add("explain-findings");
        rows.accessibleTextProperty().bind(words.of("explain.findings"));
        none.textProperty().bind(words.of("explain.findings.none"));
        said.getStyleClass().add("explain-said");
        list = new VBox(none, rows);
        proof = new VBox(strip, chart);
        proof.getStyleClass().add("explain-proof");
        box.getStyleClass().add("explain-passages");
        setWide(true);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void setWide(boolean wide) {
        if (wide) {
            GridPane beside = Nodes.columns(LIST_SHARE);
            beside.getStyleClass().add("explain-beside");
            Nodes.row(beside, list, proof);
            box.getChildren().setAll(said, beside);
        } else {
            box.getChildren().setAll(said, list, proof);
        }
    }

    @Override
    public void show(ExplainModel.Shown shown) {
        said.getChildren()
                .setAll(shown.page().section(Part.WHY).passages().stream()
                        .filter(Passage.Prose.class::isInstance)
                        .map(nodes::of)
                        .toList());
        Finding finding = shown.finding();
        String chosen = finding == null ? null : finding.rule();
        if (!shown.findings().equals(before)
                || !language.equals(words.language().code())) {
            before = shown.findings();
            language = words.language().code();
            rows.show(shown.findings().stream().map(this::row).toList(), chosen);
        } else {
            rows.choose(chosen);
        }
        none.setVisible(before.isEmpty());
        none.setManaged(before.isEmpty());
        chart.chart().specProperty().set(shown.proof().chart());
        chart.chart().litProperty().set(shown.proof().data());
        strip.show(shown.strip());
    }

    private ChoiceRows.Choice<String> row(Finding finding) {
        boolean grave = finding.severity() == Finding.Severity.WARNING;
        Node icon = (grave ? Icon.WARNING : Icon.INFO).node();
        icon.getStyleClass().add(grave ? "warning" : "muted");
        String message = words.now(finding.message());
        String advice = words.now(finding.advice());
        VBox text = new VBox(Nodes.label(message, "explain-finding-message"), Nodes.label(advice, "explain-aside"));
        text.getStyleClass().add("explain-said");
        text.getChildren().add(link(finding));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        HBox row = new HBox(icon, text);
        row.getStyleClass().addAll("finding", "explain-finding");
        return new ChoiceRows.Choice<>(finding.rule(), row, message + " " + advice);
    }

    /** Leads to where the document is edited, with the instances selected that the finding is about. */
    private Button link(Finding finding) {
        Button show = new Button(words.now("explain.finding.show"));
        show.getStyleClass().addAll("quiet", "explain-show");
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(_ -> {
            model.ruleProperty().set(finding.rule());
            actions.goToEditor();
            if (!finding.instances().isEmpty()) {
                document.selectionProperty().set(new LinkedHashSet<>(finding.instances()));
            }
        });
        return show;
    }
}
