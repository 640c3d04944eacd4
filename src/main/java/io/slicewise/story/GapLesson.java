package io.slicewise.story;

import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.util.Locale;

/** What the size of the gap between the averages teaches, by the two scenarios of the source document. */
public enum GapLesson {
    /** 3×1g at 90 % and a 3g at 30 %: S = 75 %, W = 60 %. */
    LARGE(0.9, 0.3, 0.75, 0.6),
    /** 3×1g at 80 % and a 2g at 82 %: S = 80.5 %, W = 80.8 %. */
    SMALL(0.8, 0.82, 0.805, 0.808);

    private final double small;
    private final double big;
    private final double average;
    private final double weighted;

    GapLesson(double small, double big, double average, double weighted) {
        this.small = small;
        this.big = big;
        this.average = average;
        this.weighted = weighted;
    }

    private String key() {
        return "advice.lesson." + name().toLowerCase(Locale.ROOT);
    }

    /** What it is called. */
    public Text title() {
        return Text.of(key() + ".name");
    }

    /** What it says, with its example. */
    public Text lesson() {
        return Text.of(key(), new Percent(small), new Percent(big), new Percent(average), new Percent(weighted));
    }
}
