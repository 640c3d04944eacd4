package io.slicewise.desktop.present;

import io.slicewise.story.deck.Slide.Point;
import io.slicewise.text.Text;
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
        for (Point point : view.slide().points()) {
            getChildren().add(point(view, point, getChildren().size() + 1));
        }
    }

    private Node point(View view, Point point, int number) {
        Label text = label(point.detail() == null ? "point-text" : "point-head");
        text.setText(view.say(point.text()));
        VBox words = new VBox(text);
        words.setMinWidth(0);
        Text detail = point.detail();
        if (detail != null) {
            Label more = label("point-text");
            more.setText(view.say(detail));
            words.getChildren().add(more);
        }
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
}
