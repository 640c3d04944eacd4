package io.slicewise.desktop.timeline;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.chart.Rgb;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Strip;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * An instance or a group over the stretch of time that is looked at, as a strip of heat that begins and ends where the curves do:
 * the stronger the colour, the busier. A thin line is a time without a reading; where nothing is, there was no instance.
 */
final class HeatRow<R> extends ListCell<R> {
    private static final double FAINTEST = 0.07;
    private static final double SILENCE = 2;
    private static final double PART = 2;
    private static final double GAP = 8;

    private final TimeModel model;
    private final Source<R> source;
    private final Words words;
    private final ObservableValue<Span> span;
    private final ObservableValue<Palette> palette;
    private final Label name = new Label();
    private final Label profile = new Label();
    private final Canvas strip = new Canvas();
    private final Content content = new Content();

    /** What the rows are about. */
    interface Source<R> {
        /** What it is called. */
        String name(R row);

        /** What stands beside its strip. */
        String beside(R row);

        /** It over a time that is cut into parts. */
        Strip strip(R row, long from, long to, int parts);

        /** Its figure at an instant; {@code NaN} where it has none. */
        double at(R row, long time);

        /** The colour of its figure. */
        ColorRole color();
    }

    /**
     * Where the curves are.
     *
     * @param left in pixels from the left of the list
     * @param right in pixels from the left of the list
     */
    record Span(double left, double right) {
        boolean isKnown() {
            return right > left + 1;
        }
    }

    HeatRow(
            TimeModel model,
            Source<R> source,
            Words words,
            ObservableValue<Span> span,
            ObservableValue<Palette> palette) {
        this.model = model;
        this.source = source;
        this.words = words;
        this.span = span;
        this.palette = palette;
        getStyleClass().add("heat-row");
        name.getStyleClass().add("heat-name");
        profile.getStyleClass().add("heat-profile");
        profile.setMinWidth(Region.USE_PREF_SIZE);
        setGraphic(content);
        setText(null);
        visibleProperty().subscribe(this::follow);
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        content.setVisible(row != null && !empty);
        if (row == null || empty) {
            setAccessibleText("");
            return;
        }
        name.setText(source.name(row));
        profile.setText(source.beside(row));
        setAccessibleText(accessible(row));
        content.requestLayout();
        paint();
    }

    /** Stands where the curves begin and end now, and is painted anew: without a layout of all that it is in, which stays as it is. */
    void follow() {
        if (!isVisible()) {
            return; // the list keeps it for a row that comes into sight
        }
        content.place();
        paint();
    }

    private String accessible(R row) {
        String of = source.name(row) + ", " + source.beside(row);
        return model.cursor()
                .map(at -> source.at(row, at))
                .map(value -> of + ", "
                        + words.now(
                                Double.isNaN(value)
                                        ? Text.of("timeline.silent")
                                        : Text.of("timeline.reading", new Percent(value))))
                .orElse(of);
    }

    /** Another stretch, another moment, other colours. */
    private void paint() {
        R shownRow = getItem();
        GraphicsContext gc = strip.getGraphicsContext2D();
        // a width that ends within a pixel leaves a part of that pixel
        gc.clearRect(0, 0, Math.ceil(strip.getWidth()) + 1, strip.getHeight());
        if (shownRow == null || strip.getWidth() < 1) {
            return;
        }
        int parts = (int) Math.max(1, strip.getWidth() / PART);
        Stretch shown = model.stretch();
        Strip heat = source.strip(shownRow, shown.from(), shown.to(), parts);
        double width = strip.getWidth() / parts;
        int begin = 0;
        for (int i = 1; i <= parts; i++) {
            if (i == parts || shade(heat, i) != shade(heat, begin)) {
                part(gc, heat, begin, begin * width, (i - begin) * width);
                begin = i;
            }
        }
    }

    /** A hundred shades can be told from each other; what is one needs one rectangle. */
    private static int shade(Strip heat, int part) {
        double mean = heat.means()[part];
        return Double.isNaN(mean) ? heat.existing()[part] > 0 ? -1 : -2 : (int) Math.round(mean * 100);
    }

    private void part(GraphicsContext gc, Strip heat, int part, double x, double width) {
        int shade = shade(heat, part);
        double height = strip.getHeight();
        if (shade == -1) {
            gc.setFill(color(ColorRole.NEGATIVE, 0.8));
            gc.fillRect(x, (height - SILENCE) / 2, width, SILENCE);
        } else if (shade >= 0) {
            gc.setFill(color(source.color(), FAINTEST + (1 - FAINTEST) * shade / 100));
            gc.fillRect(x, 0, width, height);
        }
    }

    private Color color(ColorRole role, double opacity) {
        Rgb rgb = palette.getValue().color(role);
        return Color.rgb(rgb.red(), rgb.green(), rgb.blue(), opacity);
    }

    /** The names at the left of where the curves begin, the strip below the curves. */
    private final class Content extends Pane {
        Content() {
            getChildren().addAll(name, profile, strip);
        }

        @Override
        protected void layoutChildren() {
            if (place()) {
                paint();
            }
        }

        /** Whether the strip has another size now. */
        boolean place() {
            Span at = span.getValue();
            double height = getHeight();
            double offset = getLayoutX();
            double left = Math.max(0, at.left() - offset);
            double own = profile.prefWidth(-1);
            double room = Math.max(0, left - own - 2 * GAP);
            double line = name.prefHeight(-1);
            name.resizeRelocate(0, (height - line) / 2, room, line);
            profile.resizeRelocate(Math.max(0, left - GAP - own), (height - line) / 2, own, line);
            double width = at.isKnown() ? at.right() - at.left() : 0;
            strip.relocate(left, 1);
            boolean other = strip.getWidth() != width || strip.getHeight() != Math.max(1, height - 2);
            if (other) {
                strip.setWidth(width);
                strip.setHeight(Math.max(1, height - 2));
            }
            return other;
        }
    }
}
