package io.slicewise.desktop.chart;

import io.slicewise.chart.AdvanceTextMeasure;
import io.slicewise.chart.TextMeasure;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The letters of charts in the window, and how wide they are. For the FX thread. */
final class ChartFonts {
    private static final String FAMILY = "Pretendard";

    /** JavaFX knows the semibold cut of the font as a family of its own. */
    private static final String SEMIBOLD_FAMILY = "Pretendard SemiBold";

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

    private static Font find(Key key) {
        if (key.weight() == Weight.REGULAR) {
            return Font.font(FAMILY, key.size());
        }
        Font semibold = Font.font(SEMIBOLD_FAMILY, key.size());
        return semibold.getFamily().equals(SEMIBOLD_FAMILY)
                ? semibold
                : Font.font(FAMILY, FontWeight.SEMI_BOLD, key.size());
    }

    private double exactWidth(String text, double size, Weight weight) {
        probe.setFont(font(size, weight));
        probe.setText(text);
        return probe.getLayoutBounds().getWidth();
    }
}
