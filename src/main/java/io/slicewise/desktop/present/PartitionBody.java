package io.slicewise.desktop.present;

import io.slicewise.fleet.Gpu;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The slice maps of the GPUs, as large as their number allows. */
final class PartitionBody extends SlideBody {
    /** More maps than this are too small to be read. */
    static final int MOST_GPUS = 16;

    private static final int ONE_BELOW_THE_OTHER = 3;
    private static final int TWO_BESIDE_EACH_OTHER = 8;

    private final GridPane grid = new GridPane();
    private final Label more = label("muted");
    private final List<GpuMap> maps = new ArrayList<>();

    PartitionBody() {
        super("partition-body");
        grid.getStyleClass().add("gpu-maps");
        VBox.setVgrow(grid, Priority.ALWAYS);
        grid.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(grid, more);
    }

    @Override
    void show(View view) {
        List<Gpu> gpus = view.scenario().fleet().gpus();
        List<Gpu> shown = gpus.subList(0, Math.min(MOST_GPUS, gpus.size()));
        Naming naming = Naming.of(gpus);
        if (maps.size() != shown.size()) {
            lay(shown.size());
        }
        for (int i = 0; i < shown.size(); i++) {
            maps.get(i).show(shown.get(i), naming.gpu(shown.get(i)), view.words());
        }
        more.setText(gpus.size() > shown.size() ? view.words().say("present.more", gpus.size() - shown.size()) : "");
        more.setManaged(!more.getText().isEmpty());
    }

    private void lay(int count) {
        maps.clear();
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        int columns = count <= ONE_BELOW_THE_OTHER ? 1 : count <= TWO_BESIDE_EACH_OTHER ? 2 : 4;
        for (int column = 0; column < columns; column++) {
            ColumnConstraints equal = new ColumnConstraints();
            equal.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(equal);
        }
        for (int i = 0; i < count; i++) {
            GpuMap map = new GpuMap();
            GridPane.setHgrow(map, Priority.ALWAYS);
            maps.add(map);
            grid.add(map, i % columns, i / columns);
        }
    }
}
