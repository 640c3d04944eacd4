package io.slicewise.desktop.look;

import javafx.scene.control.Skin;
import javafx.scene.control.Slider;
import javafx.scene.control.skin.SliderSkin;
import javafx.scene.layout.Region;

/** A horizontal slider whose track is filled up to the thumb, so that the share can be seen before it is read. */
public final class FilledSlider extends Slider {
    /** A slider from {@code min} to {@code max} that stands at {@code value}. */
    public FilledSlider(double min, double max, double value) {
        super(min, max, value);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new FilledSkin(this);
    }

    /** JavaFX's skin with one more region between track and thumb. */
    private static final class FilledSkin extends SliderSkin {
        private final Region fill = new Region();

        private FilledSkin(Slider slider) {
            super(slider);
            fill.getStyleClass().add("fill");
            fill.setManaged(false);
            fill.setMouseTransparent(true);
            getChildren().add(1, fill);
            // Moving the thumb does not lay out the slider again, so the fill follows the thumb itself.
            Region thumb = (Region) slider.lookup(".thumb");
            thumb.layoutXProperty().subscribe(this::follow);
            thumb.layoutYProperty().subscribe(this::follow);
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            super.layoutChildren(x, y, width, height);
            follow();
        }

        private void follow() {
            Region track = (Region) getSkinnable().lookup(".track");
            Region thumb = (Region) getSkinnable().lookup(".thumb");
            double end = thumb.getLayoutX() + thumb.getWidth() / 2;
            double length = Math.max(0, end - track.getLayoutX());
            fill.resizeRelocate(track.getLayoutX(), track.getLayoutY(), length, track.getHeight());
        }
    }
}
