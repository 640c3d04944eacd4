package io.slicewise.desktop.present;

import io.slicewise.desktop.look.AppIcon;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import java.util.Locale;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What the audience sees: the slide on a whole screen, or in a window for a call. */
final class ShowWindow {
    private static final Duration FADE = Duration.millis(220);
    private static final Duration POINTER_RESTS = Duration.seconds(3);
    private static final double WINDOW_WIDTH = 1280;
    private static final double WINDOW_HEIGHT = 720;
    private static final double MARGIN = 40;
    private static final double SHEET_EMS = 85;
    private static final double SHEET_ROWS = 50;
    private static final double LEAST_EM = 11;

    private final Show show;
    private final Words words;
    private final ShowKeys keys;
    private final Stage stage = new Stage();
    private final SlideView slide;
    private final Region cover = new Region();
    private final Label typed = new Label();
    private final StackPane root;
    private final FadeTransition fade = new FadeTransition(FADE);
    private final PauseTransition rest = new PauseTransition(POINTER_RESTS);
    private final Subscription subscription;
    private final Rectangle2D screen;
    private @Nullable Sheet sheet;

    /**
     * A window that is not on show yet.
     *
     * @param screen where on the screens it goes
     * @param moving whether slides glide
     */
    ShowWindow(
            Show show,
            Words words,
            Look look,
            SlideView slide,
            ShowKeys keys,
            Rectangle2D screen,
            SlideView.Kind kind) {
        this.show = show;
        this.words = words;
        this.slide = slide;
        this.keys = keys;
        this.screen = screen;
        cover.getStyleClass().add("cover");
        cover.setVisible(false);
        typed.getStyleClass().add("typed");
        typed.setMouseTransparent(true);
        StackPane.setAlignment(typed, Pos.BOTTOM_CENTER);
        root = new StackPane(slide, typed, cover);
        root.getStyleClass().add("show");
        root.getStylesheets().add(Sheet.STYLE);
        root.setFocusTraversable(true);
        root.accessibleTextProperty().bind(show.placeProperty().map(_ -> spoken()));
        Scene scene = new Scene(root, WINDOW_WIDTH, WINDOW_HEIGHT);
        look.dress(scene);
        stage.setScene(scene);
        stage.getIcons().setAll(AppIcon.images());
        stage.titleProperty().bind(words.of("present.title"));
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        fade.setNode(slide);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> pointerMoved());
        rest.setOnFinished(_ -> scene.setCursor(sheet == null ? Cursor.NONE : Cursor.DEFAULT));
        stage.setOnCloseRequest((WindowEvent event) -> {
            event.consume();
            keys.perform(Command.END);
        });
        root.heightProperty().subscribe(this::sizeType);
        root.widthProperty().subscribe(this::sizeType);
        subscription = show.blankProperty()
                .subscribe(this::cover)
                .and(show.typedProperty().subscribe(typing -> {
                    typed.setText(typing);
                    typed.setVisible(!typing.isEmpty());
                }))
                .and(show.mannerProperty().subscribe(this::followManner))
                .and(show.placeProperty()
                        .subscribe((before, now) ->
                                arrive(before, now, kind.moving().getAsBoolean())));
    }

    Stage stage() {
        return stage;
    }

    private String spoken() {
        return words.now("present.number", show.number(), show.deck().slides().size()) + ". "
                + show.words().now(show.slide().title()) + ". "
                + show.words().now(show.slide().lead(show.place().step()));
    }

    /** Shows it on its screen. */
    void open() {
        stage.setX(screen.getMinX());
        stage.setY(screen.getMinY());
        stage.setWidth(Math.min(WINDOW_WIDTH, screen.getWidth() - MARGIN));
        stage.setHeight(Math.min(WINDOW_HEIGHT, screen.getHeight() - MARGIN));
        stage.setFullScreen(!show.manner().windowed());
        stage.show();
        root.requestFocus();
        rest.playFromStart();
    }

    /** Changes between a whole screen and a window. */
    void toggleWindow() {
        show.change(m -> m.withWindowed(!m.windowed()));
    }

    void close() {
        subscription.unsubscribe();
        slide.close();
        rest.stop();
        stage.close();
    }

    private void followManner() {
        if (stage.isShowing()) {
            stage.setFullScreen(!show.manner().windowed());
        }
    }

    private void sizeType() {
        double em = Math.max(LEAST_EM, Math.min(root.getWidth() / SHEET_EMS, root.getHeight() / SHEET_ROWS));
        root.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", em));
    }

    private void arrive(Show.Place before, Show.Place now, boolean moving) {
        if (before.topic() == now.topic()) {
            return;
        }
        root.requestFocus();
        fade.stop();
        slide.setOpacity(1);
        if (moving) {
            fade.setFromValue(0);
            fade.setToValue(1);
            fade.playFromStart();
        }
    }

    private void cover(Show.Blank with) {
        cover.setVisible(with != Show.Blank.NONE);
        cover.getStyleClass().setAll("cover", with.name().toLowerCase(Locale.ROOT));
    }

    private void pointerMoved() {
        stage.getScene().setCursor(Cursor.DEFAULT);
        rest.playFromStart();
    }

    private void clicked(MouseEvent event) {
        if (sheet != null || !event.isStillSincePress() || isOwnBusiness(event.getTarget())) {
            return;
        }
        if (event.getButton() == MouseButton.SECONDARY) {
            show.back();
        } else if (event.getButton() == MouseButton.PRIMARY) {
            show.next();
        }
    }

    /** Whether a click or a key belongs to what it is on, rather than to the show. */
    private static boolean isOwnBusiness(Object target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("chart-view")
                    || at.getStyleClass().contains("morph-column")
                    || at instanceof Button) {
                return true;
            }
        }
        return false;
    }

    private void pressed(KeyEvent event) {
        Node owner = stage.getScene().getFocusOwner();
        boolean busy = owner != null && isOwnBusiness(owner) && owner.isFocusVisible();
        keys.pressed(event, busy, sheet != null, root::requestFocus);
    }

    // ---- sheets ----

    boolean isSheetOpen() {
        return sheet != null;
    }

    /** Lays a sheet over the slide; the one that lies there goes. */
    void lay(Sheet next) {
        closeSheet();
        sheet = next;
        StackPane.setAlignment(next, Pos.CENTER);
        root.getChildren().add(next);
        next.takeFocus();
        pointerMoved();
    }

    void closeSheet() {
        if (sheet != null) {
            root.getChildren().remove(sheet);
            sheet = null;
            Platform.runLater(root::requestFocus);
        }
    }
}
