package io.slicewise.desktop.present;

import io.slicewise.exhibit.Formula;
import io.slicewise.story.Figure;
import io.slicewise.text.Decimal;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The figures with the numbers put in, to be followed with a pocket calculator. */
final class ArithmeticBody extends SlideBody {
    ArithmeticBody() {
        super("arithmetic-body");
    }

    @Override
    void show(View view) {
        Figures figures = view.figures();
        Averages total = figures.total();
        getChildren().clear();
        formula(view, Figure.INSTANCE_AVERAGE, Formula.instanceAverage(figures));
        formula(view, Figure.WEIGHTED, Formula.weightedAverage(figures));
        formula(view, Figure.WHOLE_GPU, Formula.wholeGpu(figures));
        Text gap = Text.of(
                "present.gap",
                new Percent(total.weightedAverage()),
                new Percent(total.instanceAverage()),
                total.shownGap());
        getChildren().add(line("arithmetic-rest", view.say(gap)));
        if (!Double.isNaN(total.wholeGpu())) {
            Text share = Text.of(
                    "present.share",
                    new Decimal(total.allocatedWeight(), 2),
                    new Decimal(total.totalWeight(), 2),
                    new Percent(total.weightedAverage()),
                    new Percent(total.wholeGpu()));
            getChildren().add(line("arithmetic-rest", view.say(share)));
        }
    }

    private void formula(View view, Figure figure, String terms) {
        if (!terms.isEmpty()) {
            Label name = line("arithmetic-name", view.say(figure.title()));
            Label sum = line(
                    "arithmetic-formula",
                    terms + " = "
                            + Numbers.percent(
                                    figure.of(view.figures().total()),
                                    view.words().language()));
            VBox box = new VBox(name, sum);
            box.getStyleClass().addAll("arithmetic", FigureTile.hue(figure));
            getChildren().add(box);
        }
    }

    private static Label line(String styleClass, String words) {
        Label label = label(styleClass);
        label.setText(words);
        return label;
    }
}
