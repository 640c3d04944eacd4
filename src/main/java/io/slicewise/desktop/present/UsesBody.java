package io.slicewise.desktop.present;

import io.slicewise.story.Figure;
import io.slicewise.story.deck.Uses;
import io.slicewise.usage.Figures;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which figure for what: a column for each figure, the ones of this audience marked. */
final class UsesBody extends SlideBody {
    private final Tiles columns = new Tiles(true);

    UsesBody() {
        super("uses-body");
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().add(columns);
    }

    @Override
    void show(View view) {
        List<FigureTile> tiles = new ArrayList<>();
        Figures whole = view.shown().whole();
        for (Uses uses : Uses.of(whole, view.audience())) {
            Figure figure = uses.value().figure();
            FigureTile tile = new FigureTile(figure);
            tile.show(whole, view.words());
            tile.mark(uses.forAudience());
            VBox purposes = new VBox();
            purposes.getStyleClass().add("purposes");
            uses.purposes().forEach(purpose -> {
                Label line = label("purpose");
                line.setText(view.say(purpose));
                purposes.getChildren().add(line);
            });
            tile.getChildren().add(purposes);
            Label badge = label("for-audience");
            badge.setText(
                    view.words().say("present.for", view.say(view.audience().title())));
            badge.setVisible(uses.forAudience());
            tile.getChildren().addFirst(badge);
            tiles.add(tile);
        }
        columns.show(tiles);
    }
}
