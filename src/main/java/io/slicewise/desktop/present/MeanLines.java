package io.slicewise.desktop.present;

import io.slicewise.story.Figure;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Averages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * The lines of the figures over the columns, and their values beside them. The figure of the stage is the line that
 * moves; those that it came from stay behind it, thin and dashed, so that the gap can be seen.
 */
final class MeanLines {
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    private final List<Mean> means =
            Arrays.stream(Figure.values()).map(Mean::new).toList();

    /** A figure's line and what stands beside it. */
    private static final class Mean {
        private final Figure figure;
        private final Region line = new Region();
        private final Label value = new Label();
        private final Label name = new Label();
        private final HBox label = new HBox(value, name);
        private double at;

        private Mean(Figure figure) {
            this.figure = figure;
            line.getStyleClass().addAll("mean-line", FigureTile.hue(figure));
            label.getStyleClass().addAll("mean-label", FigureTile.hue(figure));
            value.getStyleClass().add("mean-value");
            name.getStyleClass().add("mean-name");
            value.setMinWidth(Region.USE_PREF_SIZE);
            line.setMouseTransparent(true);
            label.setMouseTransparent(true);
        }
    }

    List<Node> nodes() {
        return means.stream()
                .<Node>mapMulti((mean, all) -> Stream.of(mean.line, mean.label).forEach(all))
                .toList();
    }

    void show(Averages total, Messages words) {
        for (Mean mean : means) {
            mean.value.setText(Numbers.percent(mean.figure.of(total), words.language()));
            mean.name.setText(words.say(shortName(mean.figure)));
        }
    }

    private static String shortName(Figure figure) {
        return switch (figure) {
            case INSTANCE_AVERAGE -> "exhibit.short.average";
            case WEIGHTED -> "exhibit.short.weighted";
            case WHOLE_GPU -> "exhibit.short.whole";
        };
    }

    /**
     * Puts the lines where they belong.
     *
     * @param y the height of a ratio
     * @param left where lines begin
     * @param right where they end and the values begin
     * @param width where the values end
     */
    void place(double stage, Morph morph, DoubleUnaryOperator y, double left, double right, double width, double em) {
        List<Mean> shown = new ArrayList<>();
        for (int i = 0; i < means.size(); i++) {
            Mean mean = means.get(i);
            boolean on = !morph.columns().isEmpty() && i <= morph.lastStage() && stage > i - 1;
            mean.line.setVisible(on);
            mean.label.setVisible(on && (stage >= i || stage > i - 0.5));
            if (on) {
                boolean past = stage > i;
                mean.at = y.applyAsDouble(past ? morph.mean(i) : morph.mean(stage));
                mean.line.pseudoClassStateChanged(PAST, past);
                mean.label.pseudoClassStateChanged(PAST, past);
                mean.line.setOpacity(past ? 1 : Math.min(1, 3 * (stage - i + 1)));
                double thick = past ? Math.max(1, 0.06 * em) : Math.max(2, 0.16 * em);
                mean.line.resizeRelocate(left, mean.at - thick / 2, right - left + 0.4 * em, thick);
                if (mean.label.isVisible()) {
                    shown.add(mean);
                }
            }
        }
        spread(shown, right + 0.7 * em, width, y.applyAsDouble(1), y.applyAsDouble(0));
    }

    /** Values stand beside their lines, and below each other where lines are too near. */
    private static void spread(List<Mean> shown, double x, double width, double top, double bottom) {
        List<Mean> ordered = shown.stream()
                .sorted(Comparator.<Mean>comparingDouble(mean -> mean.at).thenComparing(mean -> mean.figure))
                .toList();
        double[] at = new double[ordered.size()];
        double[] high =
                ordered.stream().mapToDouble(m -> 0.86 * m.label.prefHeight(-1)).toArray();
        double next = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.max(next, Math.max(top, ordered.get(i).at) - high[i] / 2);
            next = at[i] + high[i];
        }
        double limit = bottom + (high.length == 0 ? 0 : high[high.length - 1] / 2);
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = Math.min(at[i], limit - high[i]);
            limit = at[i];
        }
        for (int i = 0; i < at.length; i++) {
            ordered.get(i).label.resizeRelocate(x, at[i], Math.max(1, width - x), high[i]);
        }
    }
}
