package io.slicewise.desktop.present;

import io.slicewise.page.Block.Point;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a slide lists, one below the other. */
final class PointsBody extends SlideBody {
    private final Mark mark;

    /** What stands before a point. */
    enum Mark {
        NUMBER,
        DOT,
        NOTHING
    }

    PointsBody(String styleClass, Mark mark) {
        super(styleClass);
        this.mark = mark;
    }

    @Override
    void show(View view) {
        getChildren().clear();
        for (Point point : view.points()) {
            getChildren().add(point(point, getChildren().size() + 1));
        }
    }

    private Node point(Point point, int number) {
        VBox words = new VBox();
        words.setMinWidth(0);
        if (!point.term().isEmpty()) {
            words.getChildren().add(text("point-head", point.term()));
        }
        words.getChildren().add(text("point-text", point.text()));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words);
        row.getStyleClass().add("point");
        if (mark != Mark.NOTHING) {
            Label sign = new Label(mark == Mark.NUMBER ? String.valueOf(number) : "•");
            sign.getStyleClass().add(mark == Mark.NUMBER ? "point-number" : "point-mark");
            sign.setMinWidth(USE_PREF_SIZE);
            row.getChildren().addFirst(sign);
        }
        return row;
    }

    private static Label text(String styleClass, String words) {
        Label label = label(styleClass);
        label.setText(words);
        return label;
    }
}
