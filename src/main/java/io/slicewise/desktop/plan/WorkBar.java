package io.slicewise.desktop.plan;

import io.slicewise.desktop.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** That something is at work, with a way to stop it; once it is stopped, a way to begin again. Else nothing. */
final class WorkBar {
    private WorkBar() {}

    static Node of(Stoppable work, PlanParts parts, Words words, Runnable again) {
        Label said = new Label();
        said.textProperty().bind(words.of("planner.working"));
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox atWork = new HBox(said, bar, parts.button("planner.stop", work::stop));
        atWork.getStyleClass().add("plan-head");
        atWork.visibleProperty().bind(work.workingProperty());
        Label ended = new Label();
        ended.textProperty().bind(words.of("sizing.stopped"));
        ended.getStyleClass().add("muted");
        Button begin = parts.button("sizing.again", again);
        HBox stopped = new HBox(ended, begin);
        stopped.getStyleClass().add("plan-head");
        stopped.visibleProperty().bind(work.stoppedProperty());
        StackPane both = new StackPane(atWork, stopped);
        // as high as it is when nothing is at work, so that what stands below does not jump with every change
        both.managedProperty().bind(work.workingProperty().or(work.stoppedProperty()));
        return both;
    }
}
