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
    private final boolean numbered;

    PointsBody(String styleClass, boolean numbered) {
        super(styleClass);
        this.numbered = numbered;
    }

    @Override
    void show(View view) {
        getChildren().clear();
        for (Point point : view.slide().points()) {
            getChildren().add(point(view, point, getChildren().size() + 1));
        }
    }

    private Node point(View view, Point point, int number) {
        Label mark = new Label(numbered ? String.valueOf(number) : "•");
        mark.getStyleClass().add(numbered ? "point-number" : "point-mark");
        mark.setMinWidth(USE_PREF_SIZE);
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
        HBox row = new HBox(mark, words);
        row.getStyleClass().add("point");
        return row;
    }
}
