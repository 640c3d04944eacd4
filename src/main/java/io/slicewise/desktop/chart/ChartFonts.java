package io.slicewise.desktop.chart;

import io.slicewise.chart.AdvanceTextMeasure;
import io.slicewise.chart.TextMeasure;
import io.slicewise.chart.TextMeasure.Weight;
import io.slicewise.desktop.look.Fonts;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The letters of charts in the window, and how wide they are. For the FX thread. */
final class ChartFonts {
    private record Key(double size, Weight weight) {}

    private final Map<Key, Font> fonts = new HashMap<>();
    private final Text probe = new Text();
    private final TextMeasure measure = new AdvanceTextMeasure(this::exactWidth);

    /** How wide words are. */
    TextMeasure measure() {
        return measure;
    }

    Font font(double size, Weight weight) {
        return fonts.computeIfAbsent(new Key(size, weight), ChartFonts::find);
    }

    /** The product's bold file is Pretendard's semibold cut. */
    private static Font find(Key key) {
        FontWeight weight = key.weight() == Weight.SEMIBOLD ? FontWeight.BOLD : FontWeight.NORMAL;
        return Font.font(Fonts.FAMILY, weight, key.size());
    }

    private double exactWidth(String text, double size, Weight weight) {
        probe.setFont(font(size, weight));
        probe.setText(text);
        return probe.getLayoutBounds().getWidth();
    }
}
