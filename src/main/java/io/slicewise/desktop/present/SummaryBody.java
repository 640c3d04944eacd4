package io.slicewise.desktop.present;

import io.slicewise.story.Figure;
import java.util.Arrays;
import java.util.List;

/** The three figures beside each other. */
final class SummaryBody extends SlideBody {
    private final List<FigureTile> tiles =
            Arrays.stream(Figure.values()).map(FigureTile::new).toList();

    SummaryBody() {
        super("summary-body");
        Tiles row = new Tiles(false);
        row.show(tiles);
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
