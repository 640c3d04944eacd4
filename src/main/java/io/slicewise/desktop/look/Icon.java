package io.slicewise.desktop.look;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/**
 * The product's icons: strokes on a 16 by 16 grid, as large as the text around them (1.23 em) and in the colour
 * {@code -sw-icon} of the place where they stand. They carry no words, so what they are on needs an accessible text.
 */
public enum Icon {
    PLUS("M8,3 V13 M3,8 H13"),
    MINUS("M3,8 H13"),
    TRASH("M2.5,4.5 H13.5 M6,4.5 V2.5 H10 V4.5 M4,4.5 L4.6,13.5 H11.4 L12,4.5 M6.7,7 V11 M9.3,7 V11"),
    COPY("M6,6 H13.5 V13.5 H6 Z M10,6 V2.5 H2.5 V10 H6"),
    UNDO("M6,2.5 L2.5,6 L6,9.5 M2.5,6 H9.5 A3.75,3.75 0 0 1 9.5,13.5 H6"),
    REDO("M10,2.5 L13.5,6 L10,9.5 M13.5,6 H6.5 A3.75,3.75 0 0 0 6.5,13.5 H10"),
    WARNING("M8,2.5 L14.2,13.5 H1.8 Z M8,6.6 V9.6 M8,11.5 V11.6"),
    INFO("M8,2 A6,6 0 1 1 8,14 A6,6 0 1 1 8,2 Z M8,7.4 V11 M8,5 V5.1"),
    CHEVRON("M6,3.5 L10.5,8 L6,12.5"),
    CLOSE("M4,4 L12,12 M12,4 L4,12"),
    FILE("M3.5,1.8 H9.5 L12.5,4.8 V14.2 H3.5 Z M9.5,1.8 V4.8 H12.5"),
    FOLDER("M1.8,3.5 H6.3 L8,5.3 H14.2 V13 H1.8 Z"),
    SUN("M8,5.2 A2.8,2.8 0 1 1 8,10.8 A2.8,2.8 0 1 1 8,5.2 Z M8,1.5 V2.6 M8,13.4 V14.5 M1.5,8 H2.6 M13.4,8 H14.5"
            + " M3.4,3.4 L4.2,4.2 M11.8,11.8 L12.6,12.6 M3.4,12.6 L4.2,11.8 M11.8,4.2 L12.6,3.4"),
    MOON("M13.6,9.6 A6,6 0 1 1 6.4,2.4 A4.8,4.8 0 0 0 13.6,9.6 Z"),
    MORE("M3.2,8 A0.3,0.3 0 1 1 3.2,8.01 Z M7.7,8 A0.3,0.3 0 1 1 7.7,8.01 Z" + " M12.2,8 A0.3,0.3 0 1 1 12.2,8.01 Z"),
    GPU("M1.8,2.5 V13.5 M1.8,4 H14.2 V10.8 H1.8 M5,10.8 V13 H10.5 V10.8"
            + " M8,5.7 A1.7,1.7 0 1 1 8,9.1 A1.7,1.7 0 1 1 8,5.7 Z"),
    SAVE("M8,2 V9.5 M4.8,6.5 L8,9.7 L11.2,6.5 M2.5,11 V13.5 H13.5 V11"),
    CHART("M2.2,2 V13.8 H14 M5.4,11 V8 M8.6,11 V4.5 M11.8,11 V6.5"),
    SPLIT("M1.8,4.5 H14.2 V11.5 H1.8 Z M5,4.5 V11.5 M8.2,4.5 V11.5");

    private static final double GRID = 16;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** A new node that shows this icon, for the graphic of a control or to stand by itself. */
    public Region node() {
        SVGPath mark = new SVGPath();
        mark.setContent(path);
        mark.getStyleClass().add("icon-mark");
        mark.setManaged(false);
        Region icon = new Drawing(mark);
        mark.getTransforms().add(scaleTo(icon.widthProperty()));
        icon.getStyleClass().add("icon");
        icon.setMouseTransparent(true);
        return icon;
    }

    private static Scale scaleTo(ObservableDoubleValue width) {
        Scale scale = new Scale();
        scale.xProperty().bind(width.map(pixels -> pixels.doubleValue() / GRID));
        scale.yProperty().bind(scale.xProperty());
        return scale;
    }

    /** A region, so that the sheets give it its size, with the mark at its origin. */
    private static final class Drawing extends Region {
        private Drawing(SVGPath mark) {
            getChildren().add(mark);
        }
    }
}
