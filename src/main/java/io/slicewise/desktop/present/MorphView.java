package io.slicewise.desktop.present;

import io.slicewise.desktop.present.Morph.Bar;
import io.slicewise.desktop.present.Morph.Column;
import io.slicewise.desktop.present.Morph.Kind;
import io.slicewise.text.Messages;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a {@link Morph} with the lines of the figures, at a stage that can move. Columns can be dragged up and
 * down, and changed by the arrow keys up and down.
 */
final class MorphView extends Region {
    private static final Duration GROWTH = Duration.millis(1400);
    private static final double GUTTER_EMS = 14;
    private static final double SCALE_EMS = 2.6;
    private static final double GAP_EMS = 0.14;

    private final DoubleProperty stage = new SimpleDoubleProperty(this, "stage");
    private final @Nullable WhatIf whatIf;
    private final List<MorphColumn> columns = new ArrayList<>();
    private final List<Node> grid = new ArrayList<>();
    private final Label silent = plot("silent");
    private final Label free = plot("free");
    private final Label ruler = new Label("0");
    private final MeanLines lines = new MeanLines();
    private final Timeline growth = new Timeline();
    private Morph morph = new Morph(List.of(), Averages.of(new double[0], new double[0], 1));

    /** @param whatIf takes what is dragged; {@code null} for a picture that is only looked at */
    MorphView(@Nullable WhatIf whatIf) {
        this.whatIf = whatIf;
        getStyleClass().add("morph");
        setMinSize(0, 0);
        ruler.setVisible(false);
        for (String mark : List.of("0", "50", "100")) {
            Label label = new Label(mark);
            label.getStyleClass().add("morph-scale");
            Region line = new Region();
            line.getStyleClass().add("morph-grid");
            grid.add(label);
            grid.add(line);
        }
        getChildren().addAll(grid);
        getChildren().addAll(ruler, silent, free);
        getChildren().addAll(lines.nodes());
        stage.subscribe(this::requestLayout);
    }

    private static Label plot(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setVisible(false);
        return label;
    }

    /** Shows figures at the stage where it is. */
    void show(Figures figures, Messages words) {
        morph = Morph.of(figures);
        while (columns.size() > morph.columns().size()) {
            getChildren().remove(columns.removeLast());
        }
        while (columns.size() < morph.columns().size()) {
            MorphColumn column = new MorphColumn(this, whatIf);
            columns.add(column);
            getChildren().add(getChildren().indexOf(lines.nodes().getFirst()), column);
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).show(morph.columns().get(i), words);
        }
        silent.setText(words.say("present.silent"));
        free.setText(words.say("present.free"));
        lines.show(morph.total(), words);
        requestLayout();
    }

    /** Goes to a stage, growing or at once. */
    void go(int to, boolean moving) {
        growth.stop();
        if (moving && Math.abs(stage.get() - to) > 1e-9) {
            growth.getKeyFrames()
                    .setAll(new KeyFrame(GROWTH, new KeyValue(stage, (double) to, Interpolator.EASE_BOTH)));
            growth.play();
        } else {
            stage.set(to);
        }
    }

    /** Whether it is on its way to another stage. */
    boolean isGrowing() {
        return growth.getStatus() == Animation.Status.RUNNING;
    }

    double em() {
        return ruler.getFont().getSize();
    }

    /** The utilization at a height of the scene. */
    double utilizationAt(double sceneY) {
        return (bottom() - sceneToLocal(0, sceneY).getY()) / Math.max(1, bottom() - top());
    }

    private double top() {
        return 0.6 * em();
    }

    private double bottom() {
        return getHeight() - 1.9 * em();
    }

    private double left() {
        return SCALE_EMS * em();
    }

    private double right() {
        return Math.max(left() + 1, getWidth() - GUTTER_EMS * em());
    }

    private double y(double ratio) {
        return bottom() - ratio * (bottom() - top());
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < grid.size() / 2; i++) {
            double y = snapPositionY(y(i / 2.0));
            Region label = (Region) grid.get(2 * i);
            double width = label.prefWidth(-1);
            double height = label.prefHeight(-1);
            label.resizeRelocate(left() - width - 0.5 * em(), y - height / 2, width, height);
            ((Region) grid.get(2 * i + 1)).resizeRelocate(left(), y, right() - left(), 1);
        }
        List<Bar> bars = morph.columns().isEmpty() ? List.of() : morph.bars(stage.get());
        double span = right() - left();
        double gap = bars.size() > 20 ? 0.05 * em() : GAP_EMS * em();
        for (int i = 0; i < columns.size(); i++) {
            Bar bar = bars.get(i);
            columns.get(i).place(left() + bar.x() * span, top(), bar.width() * span - gap, bottom(), em());
        }
        layoutPlot(silent, bar(bars, Kind.SILENT), span, gap);
        layoutPlot(free, bar(bars, Kind.FREE), span, gap);
        lines.place(stage.get(), morph, this::y, left(), right(), getWidth(), em());
    }

    private static Optional<Bar> bar(List<Bar> bars, Kind kind) {
        return bars.stream().filter(bar -> bar.kind() == kind).findFirst();
    }

    /** An empty place reaches to the top: what could be there. */
    private void layoutPlot(Label plot, Optional<Bar> bar, double span, double gap) {
        double width = bar.map(it -> it.width() * span - gap).orElse(0.0);
        plot.setVisible(width > gap);
        if (plot.isVisible()) {
            double height = bar.get().kind() == Kind.FREE ? 1 : bar.get().height();
            plot.resizeRelocate(left() + bar.get().x() * span, y(height), width, bottom() - y(height));
        }
    }

    /** The columns, from left to right. */
    List<Column> shown() {
        return morph.columns();
    }
}
