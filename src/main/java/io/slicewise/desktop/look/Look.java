package io.slicewise.desktop.look;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;

/**
 * How the product looks at the moment: theme, text size, presentation. One instance serves all windows; scenes that it
 * has {@linkplain #dress dressed} follow its properties for as long as they live, and it does not keep them alive.
 * Menus, tooltips and other pop-ups take the sheets over from the scene that opens them.
 *
 * <p>To be used on the FX thread, once the toolkit has started.
 */
public final class Look {
    /** Least and greatest factor of the text size. */
    public static final double SMALLEST_TEXT = 0.9;

    public static final double LARGEST_TEXT = 1.5;

    /** More buttons than this are not made equally wide. */
    private static final int MOST_ALIKE = 3;

    /** Text size in pixels at factor 1, at a desk and on a wall. */
    private static final double DESK_PIXELS = 13;

    private static final double PRESENTATION_PIXELS = 18;

    private static final List<String> COMMON = Stream.of("base", "controls", "fields", "views", "popups")
            .map(Look::sheet)
            .toList();
    private static final String LIGHT = sheet("light");
    private static final String DARK = sheet("dark");
    private static final String PRESENTATION = sheet("presentation");
    private static final String DATA = "data:text/css;base64,";

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.SYSTEM);
    private final DoubleProperty textSize = new SimpleDoubleProperty(this, "textSize", 1);
    private final BooleanProperty presentation = new SimpleBooleanProperty(this, "presentation", false);
    private final ObservableValue<ColorScheme> system;
    private final ObservableValue<Boolean> dark;
    private final List<WeakReference<Scene>> scenes = new ArrayList<>();

    /** A look that follows the operating system. */
    public Look() {
        this(Platform.getPreferences().colorSchemeProperty());
    }

    /**
     * A look with another notion of what the system prefers.
     *
     * @param system the colour scheme that {@link Theme#SYSTEM} follows
     */
    public Look(ObservableValue<ColorScheme> system) {
        this.system = system;
        this.dark = theme.flatMap(this::isDark);
        dark.subscribe(this::redress);
        textSize.subscribe(this::redress);
        presentation.subscribe(this::redress);
    }

    /** The theme asked for; {@link Theme#SYSTEM} at first. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /**
     * The factor of the text size, 1 at first. Values outside {@value #SMALLEST_TEXT} to {@value #LARGEST_TEXT} are
     * shown as the nearer bound.
     */
    public DoubleProperty textSizeProperty() {
        return textSize;
    }

    /** Whether type is larger and lines are stronger, for a projector; off at first. */
    public BooleanProperty presentationProperty() {
        return presentation;
    }

    /** Whether dark colours are shown now, whatever decided it. */
    public ObservableValue<Boolean> dark() {
        return dark;
    }

    /** The text size now, in pixels: for what is drawn rather than styled. */
    public double textPixels() {
        double factor = Math.clamp(textSize.get(), SMALLEST_TEXT, LARGEST_TEXT);
        return factor * (presentation.get() ? PRESENTATION_PIXELS : DESK_PIXELS);
    }

    /**
     * Gives the scene this look, now and after every change. Sheets of the scene's own stay, after ours. Dressing a
     * scene again does no harm.
     */
    public void dress(Scene scene) {
        if (scenes.stream().noneMatch(reference -> reference.refersTo(scene))) {
            scenes.add(new WeakReference<>(scene));
        }
        putOn(scene);
    }

    /** Gives a dialog this look; to be called before it is shown, since its size follows from it. */
    public void dress(Dialog<?> dialog) {
        DialogPane pane = dialog.getDialogPane();
        dress(pane.getScene());
        if (pane.getButtonTypes().size() > MOST_ALIKE) {
            // as wide as their words: all as wide as the widest, they would not fit, and words would be cut
            pane.getButtonTypes().forEach(type -> ButtonBar.setButtonUniformSize(pane.lookupButton(type), false));
        }
    }

    /** The sheets that make up the look now, in their order. */
    List<String> sheets() {
        List<String> sheets = new ArrayList<>(COMMON);
        sheets.add(dark.getValue() ? DARK : LIGHT);
        if (presentation.get()) {
            sheets.add(PRESENTATION);
        }
        sheets.add(textSheet());
        return sheets;
    }

    /** Text size as a sheet rather than as the root's inline style: pop-ups take over sheets, not styles. */
    private String textSheet() {
        String css = ".root { -fx-font-size: " + Math.round(textPixels() * 100) / 100.0 + "px; }";
        return DATA + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private ObservableValue<Boolean> isDark(Theme asked) {
        return switch (asked) {
            case LIGHT -> new SimpleObjectProperty<>(false);
            case DARK -> new SimpleObjectProperty<>(true);
            case SYSTEM -> system.map(ColorScheme.DARK::equals);
        };
    }

    private void redress() {
        scenes.removeIf(reference -> reference.get() == null);
        for (WeakReference<Scene> reference : List.copyOf(scenes)) {
            Scene scene = reference.get();
            if (scene != null) {
                putOn(scene);
            }
        }
    }

    private void putOn(Scene scene) {
        List<String> wanted = new ArrayList<>(sheets());
        scene.getStylesheets().stream().filter(sheet -> !isOurs(sheet)).forEach(wanted::add);
        if (!wanted.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(wanted);
        }
        scene.getPreferences().setColorScheme(dark.getValue() ? ColorScheme.DARK : ColorScheme.LIGHT);
    }

    private static boolean isOurs(String sheet) {
        return COMMON.contains(sheet)
                || sheet.equals(LIGHT)
                || sheet.equals(DARK)
                || sheet.equals(PRESENTATION)
                || sheet.startsWith(DATA);
    }

    private static String sheet(String name) {
        URL url = Look.class.getResource(name + ".css");
        if (url == null) {
            throw new IllegalStateException("The style sheet " + name + ".css is missing in this build");
        }
        return url.toExternalForm();
    }
}
