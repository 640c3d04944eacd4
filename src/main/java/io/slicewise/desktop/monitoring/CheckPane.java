package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.words.Words;
import io.slicewise.promql.check.Checker;
import io.slicewise.promql.check.Checker.Report;
import io.slicewise.promql.check.QueryFinding;
import io.slicewise.text.Problem;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a person has already, at the left, and what is wrong with it, at the right. */
final class CheckPane extends StackPane {
    /** More cards than anyone reads; the rest is counted. */
    private static final int MOST = 200;

    private static final double TEXT_SHARE = 0.4;

    private final CheckModel model;
    private final Words words;
    private final MonitoringActions actions;
    private final Parts parts;
    private final VBox findings = new VBox();

    CheckPane(CheckModel model, Words words, MonitoringActions actions) {
        this.model = model;
        this.words = words;
        this.actions = actions;
        parts = new Parts(words);
        findings.getStyleClass().add("monitoring-result");
        SplitPane split = new SplitPane(text(), Parts.scroll(findings, "monitoring-scroll"));
        split.setDividerPositions(TEXT_SHARE);
        getChildren().add(split);
        model.reportProperty().subscribe(this::show);
        words.languageProperty().subscribe((_, _) -> show(model.reportProperty().get()));
        addEventFilter(DragEvent.DRAG_OVER, this::dragged);
        addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private Node text() {
        TextArea area = new TextArea();
        area.getStyleClass().addAll("code-area", "check-text");
        area.promptTextProperty().bind(words.of("monitoring.check.prompt"));
        area.accessibleTextProperty().bind(words.of("monitoring.check.text"));
        area.addEventFilter(KeyEvent.KEY_PRESSED, Parts::leaveByTab);
        area.textProperty().subscribe((_, typed) -> model.type(typed));
        model.textProperty().subscribe(now -> {
            if (!now.text().equals(area.getText())) {
                area.setText(now.text());
            }
        });
        VBox.setVgrow(area, Priority.ALWAYS);
        Label name = new Label();
        name.getStyleClass().add("section-title");
        name.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> model.textProperty()
                                .map(now -> now.text().isBlank() ? words.now("monitoring.check.text") : now.name())));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button clear = parts.button("monitoring.check.clear", area::clear);
        clear.disableProperty().bind(area.textProperty().isEmpty());
        HBox head = new HBox(name, clear, parts.button("monitoring.check.open", model::open));
        head.getStyleClass().add("monitoring-head");
        VBox box = new VBox(head, area);
        box.getStyleClass().add("check-left");
        return box;
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    /** A file that is dropped here is checked; elsewhere in the window it would be opened. */
    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (!files.isEmpty()) {
            model.read(files.getFirst().toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void show(@Nullable Report report) {
        findings.getChildren().setAll(report == null ? List.of(empty()) : results(report));
    }

    private Node empty() {
        VBox box = new VBox(
                parts.section("monitoring.check.empty.title"), parts.sentence("monitoring.check.empty", "muted"));
        box.getStyleClass().add("empty-state");
        return box;
    }

    private List<Node> results(Report report) {
        List<Node> nodes = new ArrayList<>();
        Label summary = Parts.wrapped("section-title");
        summary.getStyleClass().add("check-summary");
        summary.setText(words.now(
                report.findings().isEmpty() && report.queries() > 0
                        ? Text.of("monitoring.check.fine", report.queries())
                        : Text.of("monitoring.check.found", report.findings().size(), report.queries())));
        nodes.add(summary);
        report.problems().forEach(problem -> nodes.add(problem(problem)));
        List<Checker.Group> groups = report.groups();
        groups.stream().limit(MOST).forEach(group -> nodes.add(card(group)));
        if (groups.size() > MOST) {
            Label more = Parts.wrapped("muted");
            more.setText(words.now("desktop.more", groups.size() - MOST));
            nodes.add(more);
        }
        return nodes;
    }

    private Node problem(Problem problem) {
        Label label = Parts.wrapped("danger");
        label.setText(words.now("desktop.problem", problem.where().toString(), words.now(problem.message())));
        return label;
    }

    private Node card(Checker.Group group) {
        QueryFinding finding = group.first();
        Label severity = new Label(words.now("monitoring.severity." + id(finding.severity())));
        severity.getStyleClass().addAll("badge", style(finding.severity()));
        severity.setMinWidth(Region.USE_PREF_SIZE);
        Label where = Parts.wrapped("caption");
        where.setText(
                group.all().size() == 1
                        ? finding.where().toString()
                        : words.now(
                                "promql.cli.andPlaces",
                                finding.where().toString(),
                                group.all().size() - 1));
        Label title = Parts.wrapped("field-name");
        title.setText(finding.title().isEmpty() ? words.now("monitoring.check.query") : finding.title());
        VBox place = new VBox(title, where);
        HBox.setHgrow(place, Priority.ALWAYS);
        HBox head = new HBox(place, severity);
        head.getStyleClass().add("monitoring-head");
        Label message = Parts.wrapped("check-message");
        message.setText(words.now(finding.message()));
        VBox card = new VBox(head, message, code(finding.part()));
        card.getStyleClass().addAll("card", "finding");
        if (!finding.repaired().isEmpty()) {
            Label better = parts.sentence("monitoring.check.repaired", "field-name");
            better.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(better, Priority.ALWAYS);
            HBox row = new HBox(better, parts.copy(() -> actions.copy(finding.repaired())));
            row.getStyleClass().add("monitoring-head");
            CodeView repaired = code(finding.repaired());
            repaired.getStyleClass().add("repaired");
            card.getChildren().addAll(row, repaired);
        }
        return card;
    }

    private CodeView code(String query) {
        CodeView view = new CodeView(actions::copy);
        view.show(query);
        return view;
    }

    private static String id(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static String style(Severity severity) {
        return switch (severity) {
            case ERROR -> "danger";
            case WARNING -> "warning";
            case INFO -> "muted";
        };
    }
}
