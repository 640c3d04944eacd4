package io.slicewise.desktop.chart;

import io.slicewise.chart.AdvanceTextMeasure;
import io.slicewise.chart.TextMeasure;
import io.slicewise.chart.TextMeasure.Weight;
import io.slicewise.desktop.look.Fonts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The letters of charts in the window, and how wide they are. For the FX thread. */
final class ChartFonts {
    private final Map<Weight, Map<Double, Font>> fonts = new EnumMap<>(Weight.class);
    private final Text probe = new Text();
    private final TextMeasure measure = new AdvanceTextMeasure(this::exactWidth);

    /** How wide words are. */
    TextMeasure measure() {
        return measure;
    }

    Font font(double size, Weight weight) {
        return fonts.computeIfAbsent(weight, _ -> new HashMap<>()).computeIfAbsent(size, of -> find(of, weight));
    }

    /** The product's bold file is Pretendard's semibold cut. */
    private static Font find(double size, Weight weight) {
        return Font.font(Fonts.FAMILY, weight == Weight.SEMIBOLD ? FontWeight.BOLD : FontWeight.NORMAL, size);
    }

    private double exactWidth(String text, double size, Weight weight) {
        probe.setFont(font(size, weight));
        probe.setText(text);
        return probe.getLayoutBounds().getWidth();
    }
}
