package io.slicewise.desktop.present;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.words.Words;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.HBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** A show with its windows, from its start to its end. */
final class Performance {
    private final Show show;
    private final ObjectProperty<PresentationSettings> manner;
    private final Words words;
    private final Look look;
    private final ChartActions charts;
    private final Runnable onEnd;
    private final ShowKeys keys;
    private final Stopwatch watch = new Stopwatch(System::nanoTime);
    private @Nullable ShowWindow audience;
    private @Nullable PresenterWindow presenter;
    private List<Rectangle2D> screens = List.of();

    /** @param look the wall's own, so that the theme can be changed there alone */
    Performance(
            Show show,
            ObjectProperty<PresentationSettings> manner,
            Words words,
            Look look,
            ChartActions charts,
            Runnable onEnd) {
        this.show = show;
        this.manner = manner;
        this.words = words;
        this.look = look;
        this.charts = charts;
        this.onEnd = onEnd;
        keys = new ShowKeys(show, this::perform);
    }

    boolean isOf(Document document) {
        return show.document() == document;
    }

    /** Whether things move: where the presenter wants it and the system does not ask for stillness. */
    private boolean isMoving() {
        return show.manner().moving() && !Platform.getPreferences().isReducedMotion();
    }

    /** Opens the audience's window on the other screen than the editor's, and the presenter's on this one. */
    void start(Stage editor) {
        screens = Screens.audienceFirst(
                Screen.getScreens().stream().map(Screen::getBounds).toList(),
                editor.getX() + editor.getWidth() / 2,
                editor.getY() + editor.getHeight() / 2);
        SlideView.Kind live = new SlideView.Kind(true, this::isMoving);
        SlideView slide = new SlideView(show, show.placeProperty(), look, charts, live);
        ShowWindow window = new ShowWindow(show, words, look, slide, keys, screens.getFirst(), live);
        audience = window;
        window.open();
        if (screens.size() > 1 && !show.manner().windowed()) {
            openPresenter(window);
        }
        window.stage().requestFocus();
    }

    void toFront() {
        if (audience != null) {
            audience.stage().toFront();
        }
    }

    private void openPresenter(ShowWindow over) {
        PresenterWindow made = new PresenterWindow(
                show,
                words,
                look,
                place -> new SlideView(show, place, look, charts, SlideView.Kind.STILL),
                keys,
                watch);
        presenter = made;
        made.stage().setOnCloseRequest(event -> {
            event.consume();
            closePresenter();
        });
        made.open(screens.getLast(), screens.size() == 1, over.stage());
    }

    private void closePresenter() {
        if (presenter != null) {
            presenter.close();
            presenter = null;
        }
    }

    private void perform(Command command) {
        ShowWindow window = audience;
        if (window == null) {
            return;
        }
        switch (command) {
            case END -> end(window);
            case SET_UP -> setUp(window);
            case KEYS ->
                toggle(window, new Sheet(words, "present.keys", new KeysPane(words), done(window::closeSheet)));
            case PRESENTER -> togglePresenter(window);
            case THEME -> look.themeProperty().set(look.dark().getValue() ? Theme.LIGHT : Theme.DARK);
            case WINDOW -> window.toggleWindow();
            default -> throw new IllegalArgumentException(command + " is the show's own");
        }
    }

    private void togglePresenter(ShowWindow window) {
        if (presenter == null) {
            openPresenter(window);
        } else {
            closePresenter();
        }
    }

    private static void toggle(ShowWindow window, Sheet sheet) {
        if (window.isSheetOpen()) {
            window.closeSheet();
        } else {
            window.lay(sheet);
        }
    }

    /** In the presenter's window where it is open, out of the audience's sight. */
    private void setUp(ShowWindow window) {
        PresenterWindow own = presenter;
        SetupPane pane =
                new SetupPane(manner, show.whatIf().figures(), Show.planning(show.document(), words.language()), words);
        if (own != null) {
            own.toggle(new Sheet(words, "present.setup", pane, done(own::closeSheet)));
        } else {
            toggle(window, new Sheet(words, "present.setup", pane, done(window::closeSheet)));
        }
    }

    private HBox done(Runnable close) {
        HBox buttons = new HBox(Sheet.button(words, "present.setup.close", close));
        buttons.getStyleClass().add("sheet-buttons");
        return buttons;
    }

    /** A sheet goes first; then the show, after what was tried out is kept or dropped. */
    private void end(ShowWindow window) {
        if (window.isSheetOpen()) {
            window.closeSheet();
        } else if (show.whatIf().changed().getValue()) {
            askKeep(window);
        } else {
            finish();
        }
    }

    /** In the presenter's window where it is open, out of the audience's sight. */
    private void askKeep(ShowWindow window) {
        Runnable keep = () -> {
            show.keep();
            finish();
        };
        PresenterWindow own = presenter;
        if (own != null) {
            own.toggle(KeepSheet.of(words, keep, this::finish, own::closeSheet));
            own.stage().toFront();
        } else {
            window.lay(KeepSheet.of(words, keep, this::finish, window::closeSheet));
            window.stage().toFront();
        }
    }

    /** Ends it; what is only tried out is gone. */
    void finish() {
        closePresenter();
        if (audience != null) {
            audience.close();
            audience = null;
        }
        show.close();
        onEnd.run();
    }
}
