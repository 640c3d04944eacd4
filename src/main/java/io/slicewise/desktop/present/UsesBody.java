package io.slicewise.desktop.present;

import io.slicewise.story.Figure;
import io.slicewise.story.deck.Uses;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which figure for what: a column for each figure, the ones of this audience marked. */
final class UsesBody extends SlideBody {
    private final HBox columns = new HBox();

    UsesBody() {
        super("uses-body");
        columns.getStyleClass().add("tiles");
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().add(columns);
    }

    @Override
    void show(View view) {
        columns.getChildren().clear();
        List<Uses> all = Uses.of(view.figures(), view.audience());
        for (Uses uses : all) {
            Figure figure = uses.value().figure();
            FigureTile tile = new FigureTile(figure);
            tile.show(view.figures(), view.words());
            tile.mark(uses.forAudience());
            VBox purposes = new VBox();
            purposes.getStyleClass().add("purposes");
            uses.purposes().forEach(purpose -> {
                Label line = label("purpose");
                line.setText(view.say(purpose));
                purposes.getChildren().add(line);
            });
            tile.getChildren().add(purposes);
            if (uses.forAudience()) {
                Label badge = label("for-audience");
                badge.setText(view.words().say("present.for", view.audience().title()));
                tile.getChildren().addFirst(badge);
            }
            HBox.setHgrow(tile, Priority.ALWAYS);
            tile.setPrefWidth(1);
            tile.setMaxWidth(Double.MAX_VALUE);
            columns.getChildren().add(tile);
        }
    }
}
