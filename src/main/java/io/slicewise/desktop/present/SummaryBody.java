package io.slicewise.desktop.present;

import io.slicewise.story.Figure;
import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The three figures beside each other. */
final class SummaryBody extends SlideBody {
    private final List<FigureTile> tiles =
            Arrays.stream(Figure.values()).map(FigureTile::new).toList();

    SummaryBody() {
        super("summary-body");
        HBox row = new HBox();
        row.getStyleClass().add("tiles");
        row.getChildren().setAll(tiles);
        tiles.forEach(tile -> {
            HBox.setHgrow(tile, Priority.ALWAYS);
            tile.setPrefWidth(1);
            tile.setMaxWidth(Double.MAX_VALUE);
        });
        VBox.setVgrow(row, Priority.NEVER);
        getChildren().add(row);
    }

    @Override
    void show(View view) {
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).show(view.figures(), view.words());
            tiles.get(i).mark(view.audience().figures().contains(Figure.values()[i]));
        }
    }
}
