package io.slicewise.desktop.plan;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One bar of a whole, in parts, with a legend below. */
final class PartsBar extends VBox {
    private final Strip strip = new Strip();
    private final FlowPane legend = new FlowPane();

    /**
     * A part.
     *
     * @param style its style class
     * @param name what it is called
     * @param share of the whole, a ratio
     */
    record Part(String style, String name, double share) {}

    PartsBar() {
        getStyleClass().add("parts-bar");
        legend.getStyleClass().add("parts-legend");
        getChildren().addAll(strip, legend);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(List<Part> parts) {
        strip.show(parts);
        legend.getChildren().clear();
        List<String> said = new ArrayList<>();
        for (Part part : parts) {
            Region dot = new Region();
            dot.getStyleClass().addAll("parts-dot", part.style());
            Label name = new Label(part.name());
            HBox entry = new HBox(dot, name);
            entry.getStyleClass().add("plan-inline");
            legend.getChildren().add(entry);
            said.add(part.name());
        }
        setAccessibleText(String.join(", ", said));
    }

    /** The parts beside each other, each as wide as its share. */
    private static final class Strip extends Region {
        private List<Part> parts = List.of();

        Strip() {
            getStyleClass().add("parts-strip");
        }

        void show(List<Part> now) {
            parts = now;
            getChildren().clear();
            for (Part part : now) {
                Region region = new Region();
                region.getStyleClass().addAll("parts-part", part.style());
                getChildren().add(region);
            }
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double at = 0;
            for (int i = 0; i < parts.size(); i++) {
                double end = at + parts.get(i).share() * getWidth();
                double from = snapPositionX(at);
                getChildren().get(i).resizeRelocate(from, 0, snapPositionX(end) - from, getHeight());
                at = end;
            }
        }
    }
}
