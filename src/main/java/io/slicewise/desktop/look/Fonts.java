package io.slicewise.desktop.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The product's font, Slicewise Sans: Pretendard with tabular figures as the default ones, under OFL-1.1 (the licence
 * lies beside the files, {@code assets/font/build.py} makes them). It has Hangul, Latin, Greek and Cyrillic, so that no
 * system font is needed, and all ten digits are equally wide, so that a figure stands still while it changes.
 */
public final class Fonts {
    /** The family's name in style sheets and in {@link Font#font(String)}. */
    public static final String FAMILY = "Slicewise Sans";

    private static final List<String> FILES = List.of("SlicewiseSans-Regular.ttf", "SlicewiseSans-Bold.ttf");

    private Fonts() {}

    /**
     * Makes the family known to JavaFX. Both weights are in the first frame, so both are loaded, in about 40 ms; a
     * second call does no harm. May run on any thread, before or after the toolkit has started.
     *
     * @throws IllegalStateException when JavaFX cannot read a file, which only a broken build brings about
     */
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    /**
     * The font file for a weight, for those who draw without JavaFX (reports). The caller closes it.
     *
     * @param bold the bold file, or the regular one
     */
    public static InputStream open(boolean bold) {
        return open(FILES.get(bold ? 1 : 0));
    }

    private static void load(String file) {
        try (InputStream in = open(file)) {
            if (Font.loadFont(in, 13) == null) {
                throw new IllegalStateException("JavaFX cannot read the font " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = Fonts.class.getResourceAsStream("/io/slicewise/font/" + file);
        if (in == null) {
            throw new IllegalStateException("The font " + file + " is missing in this build");
        }
        return in;
    }
}
