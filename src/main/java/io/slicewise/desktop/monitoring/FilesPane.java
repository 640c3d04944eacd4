package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.words.Words;
import io.slicewise.promql.output.Bundle;
import io.slicewise.promql.output.FileNames;
import io.slicewise.text.Text;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All files for a monitoring, with what each is for and what stands in it. */
final class FilesPane extends BorderPane {
    /** What is said of a file, by its usual name. */
    private static final Map<String, String> ABOUT = Map.ofEntries(
            Map.entry(Bundle.QUERIES, "queries"),
            Map.entry(Bundle.RULES, "rules"),
            Map.entry(Bundle.TESTS, "tests"),
            Map.entry(Bundle.DASHBOARD, "dashboard"),
            Map.entry(Bundle.KUBERNETES, "kubernetes"),
            Map.entry(Bundle.VICTORIA, "victoria"),
            Map.entry(Bundle.SIDECAR, "sidecar"),
            Map.entry(Bundle.GRAFANA, "grafana"),
            Map.entry(Bundle.RESOURCE, "resource"),
            Map.entry(Bundle.PERSES, "perses"),
            Map.entry(Bundle.NAMES, "names"));

    /** More than anybody reads in a preview; a text area of megabytes holds the window up. */
    private static final int MOST = 200_000;

    private static final double ROWS = 268;

    private final QueriesModel model;
    private final Words words;
    private final MonitoringActions actions;
    private final Parts parts;
    private final ListView<String> names = new ListView<>();
    private final TextArea preview;

    FilesPane(QueriesModel model, Words words, MonitoringActions actions) {
        this.model = model;
        this.words = words;
        this.actions = actions;
        parts = new Parts(words);
        preview = parts.reading("monitoring.preview");
        preview.getStyleClass().add("file-preview");
        getStyleClass().add("monitoring-files");
        names.getStyleClass().addAll("flat", "file-list");
        names.accessibleTextProperty().bind(words.of("monitoring.files"));
        names.setCellFactory(_ -> new FileCell());
        names.setPrefHeight(ROWS);
        names.setMinHeight(120);
        names.getSelectionModel().selectedItemProperty().subscribe(this::show);
        setTop(head());
        VBox center = new VBox(names, preview);
        center.getStyleClass().add("monitoring-preview");
        VBox.setVgrow(preview, Priority.ALWAYS);
        setCenter(center);
        model.filesProperty().subscribe(this::list);
        sceneProperty().subscribe(scene -> model.wantFiles(scene != null));
    }

    private Node head() {
        Label about = parts.sentence("monitoring.files.about", "muted");
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        Button copy = parts.copy(() -> actions.copy(chosen()));
        Button one = parts.button("monitoring.saveOne", this::saveOne);
        Button all = parts.button(
                "monitoring.saveAll",
                () -> actions.exportAll(model.filesProperty().get()));
        all.getStyleClass().add("primary");
        all.disableProperty().bind(model.filesProperty().map(Map::isEmpty));
        for (Button button : new Button[] {copy, one}) {
            button.disableProperty()
                    .bind(names.getSelectionModel().selectedItemProperty().isNull());
        }
        HBox head = new HBox(about, copy, one, all);
        head.getStyleClass().add("monitoring-head");
        return head;
    }

    private void saveOne() {
        String name = names.getSelectionModel().getSelectedItem();
        if (name != null) {
            actions.export(name, chosen());
        }
    }

    private String chosen() {
        String name = names.getSelectionModel().getSelectedItem();
        return name == null ? "" : model.filesProperty().get().getOrDefault(name, "");
    }

    private void list(Map<String, String> files) {
        String before = names.getSelectionModel().getSelectedItem();
        if (!names.getItems().equals(files.keySet().stream().toList())) {
            names.getItems().setAll(files.keySet());
        }
        if (before != null && files.containsKey(before)) {
            names.getSelectionModel().select(before);
        } else {
            names.getSelectionModel().selectFirst();
        }
        show(names.getSelectionModel().getSelectedItem());
        names.refresh();
    }

    private void show(@Nullable String name) {
        String text = name == null ? "" : model.filesProperty().get().getOrDefault(name, "");
        String shown = text.length() > MOST ? text.substring(0, MOST) + "\n…" : text;
        if (!shown.equals(preview.getText())) {
            preview.setText(shown);
            preview.setScrollTop(0);
        }
    }

    private static Text about(String file) {
        return ABOUT.entrySet().stream()
                .filter(known -> FileNames.is(file, known.getKey()))
                .findFirst()
                .map(known -> Text.of("monitoring.file." + known.getValue()))
                .orElseGet(() -> Text.of("monitoring.file.metrics"));
    }

    private final class FileCell extends ListCell<String> {
        private final Label name = new Label();
        private final Label about = Parts.wrapped("caption");
        private final VBox box = new VBox(name, about);

        private FileCell() {
            name.getStyleClass().add("file-name");
            // the cell is as wide as the list, not as its longest line
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(item);
            about.setText(words.now(about(item)));
            setAccessibleText(item + ". " + about.getText());
            setGraphic(box);
        }
    }
}
