package io.slicewise.desktop.present;

import io.slicewise.page.Block;
import io.slicewise.page.Block.Calculation;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Step;
import io.slicewise.page.Block.Style;
import io.slicewise.story.Figure;
import java.util.Arrays;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The figures with the numbers put in, to be followed with a pocket calculator. */
final class ArithmeticBody extends SlideBody {
    ArithmeticBody() {
        super("arithmetic-body");
    }

    @Override
    void show(View view) {
        getChildren().clear();
        view.blocks(Calculation.class)
                .flatMap(calculation -> calculation.steps().stream())
                .forEach(this::formula);
        view.blocks(Paragraph.class)
                .filter(paragraph -> paragraph.style() == Style.BODY)
                .forEach(paragraph -> getChildren().add(line("arithmetic-rest", paragraph.text())));
    }

    private void formula(Step step) {
        Label name = line("arithmetic-name", step.title());
        Label sum = line("arithmetic-formula", String.join("\n", step.lines()) + " = " + step.result());
        VBox box = new VBox(name, sum);
        box.getStyleClass().add("arithmetic");
        Arrays.stream(Figure.values())
                .filter(figure -> Block.role(figure) == step.role())
                .forEach(figure -> box.getStyleClass().add(FigureTile.hue(figure)));
        getChildren().add(box);
    }

    private static Label line(String styleClass, String words) {
        Label label = label(styleClass);
        label.setText(words);
        return label;
    }
}
