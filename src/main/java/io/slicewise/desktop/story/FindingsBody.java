package io.slicewise.desktop.story;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.page.Block.Notice;
import io.slicewise.page.Block.Notices;
import io.slicewise.page.Section;
import io.slicewise.story.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The findings, and beside them what proves the chosen one: a chart and the partition, with what it is about lit. */
final class FindingsBody implements Body {
    private static final double CHART = 330;
    private static final double LIST_SHARE = 42;

    private final ExplainModel model;
    private final Document document;
    private final Words words;
    private final BlockNodes nodes;
    private final ExplainActions actions;
    private final ChartCard chart;
    private final StripView strip;
    private final VBox said = new VBox();
    private final ChoiceRows<String> rows;
    private final VBox list;
    private final VBox proof;
    private final VBox box = new VBox();
    private List<Finding> findings = List.of();
    private List<Notice> before = List.of();

    FindingsBody(
            ExplainModel model,
            Document document,
            Words words,
            Look look,
            BlockNodes nodes,
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
        said.getStyleClass().add("explain-said");
        list = new VBox(said, rows);
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
            GridPane beside = BlockNodes.columns(LIST_SHARE);
            beside.getStyleClass().add("explain-beside");
            BlockNodes.row(beside, list, proof);
            box.getChildren().setAll(beside);
        } else {
            box.getChildren().setAll(list, proof);
        }
    }

    @Override
    public void show(ExplainModel.Shown shown, Section section) {
        List<Notice> notices = section.blocks().stream()
                .filter(Notices.class::isInstance)
                .flatMap(block -> ((Notices) block).notices().stream())
                .toList();
        said.getChildren()
                .setAll(section.blocks().stream()
                        .filter(block -> !(block instanceof Notices))
                        .map(nodes::of)
                        .toList());
        Finding finding = shown.finding();
        String chosen = finding == null ? null : finding.rule();
        findings = shown.findings();
        if (notices.equals(before)) {
            rows.choose(chosen);
        } else {
            before = notices;
            rows.show(notices.stream().map(this::row).toList(), chosen);
        }
        chart.chart().specProperty().set(shown.proof().chart());
        chart.chart().litProperty().set(shown.proof().data());
        strip.show(shown.strip());
    }

    private ChoiceRows.Choice<String> row(Notice notice) {
        boolean grave = notice.severity() == Finding.Severity.WARNING;
        Node icon = (grave ? Icon.WARNING : Icon.INFO).node();
        icon.getStyleClass().add(grave ? "warning" : "muted");
        VBox text = new VBox(
                BlockNodes.label(notice.message(), "explain-finding-message"),
                BlockNodes.label(notice.advice(), "explain-aside"));
        text.getStyleClass().add("explain-said");
        text.getChildren().add(link(notice.rule()));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        HBox row = new HBox(icon, text);
        row.getStyleClass().addAll("finding", "explain-finding");
        return new ChoiceRows.Choice<>(notice.rule(), row, notice.message() + " " + notice.advice());
    }

    /** Leads to where the document is edited, with the instances selected that the finding is about. */
    private Button link(String rule) {
        Button show = new Button(words.now("explain.finding.show"));
        show.getStyleClass().addAll("quiet", "explain-show");
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(_ -> {
            model.ruleProperty().set(rule);
            actions.goToEditor();
            findings.stream()
                    .filter(finding -> finding.rule().equals(rule))
                    .filter(finding -> !finding.instances().isEmpty())
                    .findFirst()
                    .ifPresent(finding -> document.selectionProperty().set(new LinkedHashSet<>(finding.instances())));
        });
        return show;
    }
}
