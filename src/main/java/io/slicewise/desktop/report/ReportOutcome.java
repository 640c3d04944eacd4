package io.slicewise.desktop.report;

import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The lower part of the dialog: what keeps the report from being made, how far it is, what is asked, and what came of
 * it; below, the buttons that fit.
 */
final class ReportOutcome extends VBox {
    private static final int MOST_NAMES = 6;
    private static final double TALLEST = 150;
    private static final double LEAST_ROW = 24;

    private final ReportModel model;
    private final ReportActions actions;
    private final Words words;
    private final Runnable close;
    private final VBox said = new VBox();
    private final HBox buttons = new HBox();

    ReportOutcome(ReportModel model, ReportActions actions, Words words, Runnable close) {
        this.model = model;
        this.actions = actions;
        this.words = words;
        this.close = close;
        getStyleClass().add("report-outcome");
        said.getStyleClass().add("report-strip");
        buttons.getStyleClass().add("report-buttons");
        getChildren().addAll(said, buttons);
        model.making().phaseProperty().subscribe(this::show);
        model.obstacleProperty().subscribe(_ -> refreshIdle());
    }

    /** Puts the keyboard on the button that makes the files, where it can: Enter is all that is needed then. */
    void focus() {
        buttons.getChildren().stream()
                .filter(node -> node instanceof Button button && button.isDefaultButton() && !button.isDisabled())
                .forEach(Node::requestFocus);
    }

    private void refreshIdle() {
        Phase now = model.making().phaseProperty().get();
        if (now instanceof Phase.Idle) {
            show(now);
        }
    }

    private void show(Phase phase) {
        switch (phase) {
            case Phase.Idle() -> {
                Text obstacle = model.obstacleProperty().getValue();
                say(obstacle == null ? List.of() : List.of(sentence(obstacle, "muted", Icon.INFO)));
                choosing();
            }
            case Phase.Working working -> working(working);
            case Phase.Asking(List<Path> present) -> {
                say(List.of(
                        sentence(
                                Text.of(
                                        "making.present",
                                        present.size(),
                                        model.folderProperty().get()),
                                "warning",
                                Icon.WARNING),
                        muted(names(present))));
                Button replace = primary("making.replace", model.making()::replace);
                bar(button("making.keep", model.making()::cancel, true), replace);
                Platform.runLater(replace::requestFocus);
            }
            case Phase.Done(Path folder, List<Path> files) -> done(folder, files);
            case Phase.Failed(Text why) -> {
                say(List.of(sentence(why, "danger", Icon.WARNING)));
                choosing();
            }
        }
    }

    private void say(List<Node> nodes) {
        said.getChildren().setAll(nodes);
        said.setVisible(!nodes.isEmpty());
        said.setManaged(!nodes.isEmpty());
    }

    private void bar(Node... nodes) {
        buttons.getChildren().setAll(nodes);
    }

    private void choosing() {
        Button make = primary("making.make", model::make);
        make.disableProperty().bind(model.obstacleProperty().map(_ -> true).orElse(false));
        bar(button("making.close", close, true), make);
    }

    private void working(Phase.Working working) {
        ProgressBar bar = new ProgressBar((working.number() - 0.5) / working.of());
        bar.setMaxWidth(Double.MAX_VALUE);
        Label label = new Label();
        label.textProperty()
                .bind(words.of(
                        "making.working",
                        Text.of("making.format." + working.format().id()),
                        working.number(),
                        working.of()));
        bar.accessibleTextProperty().bind(label.textProperty());
        say(List.of(label, bar));
        Button cancel = button("making.cancel", model.making()::cancel, true);
        bar(cancel);
        Platform.runLater(cancel::requestFocus);
    }

    private void done(Path folder, List<Path> files) {
        Button open = button("making.openFolder", () -> actions.show(folder), false);
        Button copy = button(
                "making.copyPaths",
                () -> {
                    actions.copy(files.stream().map(Path::toString).collect(Collectors.joining("\n")));
                    actions.say(Text.of("making.pathsCopied", files.size()));
                },
                false);
        HBox line = new HBox(
                sentence(Text.of("making.done", files.size(), folder.toString()), "success", Icon.FILE), open, copy);
        line.getStyleClass().add("report-line");
        HBox.setHgrow(line.getChildren().getFirst(), Priority.ALWAYS);
        say(List.of(line, list(files)));
        choosing();
        Platform.runLater(open::requestFocus);
    }

    private Node list(List<Path> files) {
        VBox list = new VBox();
        list.getStyleClass().add("report-files");
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            Button open = new Button(name);
            open.setMnemonicParsing(false);
            open.setGraphic(Icon.FILE.node());
            open.getStyleClass().addAll("quiet", "report-file");
            open.accessibleTextProperty().bind(words.of("making.open", name));
            open.setOnAction(_ -> actions.show(file));
            list.getChildren().add(open);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TALLEST);
        scroll.setMinHeight(Math.min(TALLEST, files.size() * LEAST_ROW));
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private static String names(List<Path> files) {
        String names = files.stream()
                .limit(MOST_NAMES)
                .map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.joining(", "));
        return files.size() > MOST_NAMES ? names + ", …" : names;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Label sentence(Text text, String style, Icon icon) {
        ObservableValue<String> now = words.of(text);
        Label label = new Label();
        label.getStyleClass().addAll("report-sentence", style);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(now);
        Node sign = icon.node();
        sign.getStyleClass().add(style);
        label.setGraphic(sign);
        return label;
    }

    private Button primary(String key, Runnable action) {
        Button button = button(key, action, false);
        button.getStyleClass().add("primary");
        button.setDefaultButton(true);
        return button;
    }

    private Button button(String key, Runnable action, boolean isCancel) {
        Button button = new Button();
        button.textProperty().bind(words.of(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setCancelButton(isCancel);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
