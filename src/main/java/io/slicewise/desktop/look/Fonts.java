package io.slicewise.desktop.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
        if (unpacked(file)) {
            return;
        }
        try (InputStream in = open(file)) {
            if (Font.loadFont(in, 13) == null) {
                throw new IllegalStateException("JavaFX cannot read the font " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads the file that the build put beside the libraries: out of a jar, JavaFX copies it to a temporary file first. */
    private static boolean unpacked(String file) {
        Path here = home();
        return Stream.of(here.resolveSibling(file), here.resolveSibling("lib").resolve(file))
                .filter(Files::exists)
                .anyMatch(path -> Font.loadFont(path.toUri().toString(), 13) != null);
    }

    /** The jar that this class is in, or the folder. */
    private static Path home() {
        try {
            return Path.of(Fonts.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Java itself wrote it", e);
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
