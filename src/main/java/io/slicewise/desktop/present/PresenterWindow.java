package io.slicewise.desktop.present;

import io.slicewise.desktop.look.AppIcon;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What the presenter sees: this slide, what comes next, what to say, how late it is. */
final class PresenterWindow {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final double LEFT_SHARE = 62;
    private static final double SHARE_OF_ONE_SCREEN = 0.75;

    private final Show show;
    private final Words words;
    private final ShowKeys keys;
    private final Stopwatch watch;
    private final Stage stage = new Stage();
    private final SlideView current;
    private final SlideView upcoming;
    private final Label notes = SlideBody.label("presenter-notes");
    private final Label clock = new Label();
    private final Label timer = new Label();
    private final Label number = new Label();
    private final Timeline ticking;
    private final Subscription subscription;
    private final StackPane layers;
    private @Nullable Sheet sheet;

    PresenterWindow(Show show, Words words, Look look, SlideMaker slides, ShowKeys keys, Stopwatch watch) {
        this.show = show;
        this.words = words;
        this.keys = keys;
        this.watch = watch;
        current = slides.make(show.placeProperty());
        upcoming = slides.make(
                show.placeProperty().flatMap(_ -> show.deckProperty().map(_ -> show.upcoming())));
        BorderPane root = new BorderPane(slides());
        root.getStyleClass().add("presenter");
        root.setBottom(bar());
        layers = new StackPane(root);
        layers.getStylesheets().add(Sheet.STYLE);
        Scene scene = new Scene(layers);
        look.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        stage.setScene(scene);
        stage.getIcons().setAll(AppIcon.images());
        stage.titleProperty().bind(words.of("present.presenter"));
        ticking = new Timeline(new KeyFrame(Duration.millis(250), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        subscription = show.placeProperty()
                .subscribe(this::tell)
                .and(show.deckProperty().subscribe(this::tell))
                .and(show.words().languageProperty().subscribe(this::tell));
        tell();
    }

    /** Makes still slides. */
    interface SlideMaker {
        SlideView make(ObservableValue<Show.Place> place);
    }

    Stage stage() {
        return stage;
    }

    /** Shows it, over the audience's window where there is one screen only. */
    void open(Rectangle2D screen, boolean over, Stage audience) {
        if (over) {
            stage.initOwner(audience);
        }
        double share = over ? SHARE_OF_ONE_SCREEN : 1;
        stage.setX(screen.getMinX() + screen.getWidth() * (1 - share) / 2);
        stage.setY(screen.getMinY() + screen.getHeight() * (1 - share) / 2);
        stage.setWidth(screen.getWidth() * share);
        stage.setHeight(screen.getHeight() * share);
        stage.setMaximized(!over);
        stage.show();
        ticking.play();
        tick();
    }

    void close() {
        ticking.stop();
        subscription.unsubscribe();
        current.close();
        upcoming.close();
        stage.close();
    }

    /** Lays a sheet over this window, which the audience does not see, or takes the one away that lies there. */
    void toggle(Sheet next) {
        if (sheet == null) {
            sheet = next;
            layers.getChildren().add(next);
            next.takeFocus();
        } else {
            closeSheet();
        }
    }

    void closeSheet() {
        layers.getChildren().remove(sheet);
        sheet = null;
    }

    private Node slides() {
        VBox left = new VBox(caption("present.now"), new Framed(current));
        VBox right = new VBox(caption("present.next"), new Framed(upcoming), caption("present.notes"), notes());
        left.getStyleClass().add("presenter-column");
        right.getStyleClass().add("presenter-column");
        left.setMinWidth(0);
        right.setMinWidth(0);
        GridPane both = new GridPane();
        both.getStyleClass().add("presenter-slides");
        both.getColumnConstraints().setAll(share(LEFT_SHARE), share(100 - LEFT_SHARE));
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        both.getRowConstraints().setAll(row);
        both.addRow(0, left, right);
        return both;
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private Node notes() {
        ScrollPane scroll = new ScrollPane(notes);
        scroll.setFitToWidth(true);
        scroll.accessibleTextProperty().bind(notes.textProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Label caption(String key) {
        Label label = new Label();
        label.getStyleClass().add("section-title");
        label.textProperty().bind(words.of(key));
        return label;
    }

    private Node bar() {
        timer.getStyleClass().add("presenter-timer");
        clock.getStyleClass().add("presenter-clock");
        number.getStyleClass().add("presenter-clock");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(
                timer,
                button("present.timer.pause", () -> {
                    watch.toggle();
                    tick();
                }),
                button("present.timer.restart", () -> {
                    watch.restart();
                    tick();
                }),
                space,
                button("present.do.back", () -> keys.perform(Command.BACK)),
                number,
                button("present.do.next", () -> keys.perform(Command.NEXT)),
                button("present.do.black", () -> keys.perform(Command.BLACK)),
                button("present.do.setup", () -> keys.perform(Command.SET_UP)),
                button("present.do.end", () -> keys.perform(Command.END)),
                clock);
        bar.getStyleClass().add("presenter-bar");
        return bar;
    }

    private Button button(String key, Runnable action) {
        return Sheet.button(words, key, action);
    }

    private void tell() {
        notes.setText(show.slide().notes().stream().map(this::said).collect(Collectors.joining("\n\n")));
        number.setText(
                words.now("present.number", show.number(), show.deck().slides().size()));
    }

    private String said(Text text) {
        return show.words().now(text);
    }

    private void tick() {
        timer.setText(Stopwatch.words(watch.taken()));
        timer.setOpacity(watch.isRunning() ? 1 : 0.5);
        clock.setText(LocalTime.now(ZoneId.systemDefault()).format(CLOCK));
    }

    /** A button that has the keyboard keeps the space bar and Enter; everything else is the show's. */
    private void pressed(KeyEvent event) {
        if (sheet != null) {
            if (event.getCode() == KeyCode.ESCAPE) {
                closeSheet();
                event.consume();
            }
            return;
        }
        Node owner = stage.getScene().getFocusOwner();
        boolean own = owner instanceof ButtonBase
                && owner.isFocusVisible()
                && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER);
        if (!own) {
            keys.pressed(event, false, false, () -> {});
        }
    }

    /** Keeps a slide at 16 to 9. */
    private static final class Framed extends Region {
        private static final double RATIO = 16.0 / 9;

        private final SlideView slide;

        private Framed(SlideView slide) {
            this.slide = slide;
            slide.getStyleClass().add("framed");
            getChildren().add(slide);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return width / RATIO;
        }

        @Override
        protected double computeMinHeight(double width) {
            return 0;
        }

        @Override
        protected double computePrefWidth(double height) {
            return 100;
        }

        @Override
        protected void layoutChildren() {
            double width = Math.min(getWidth(), getHeight() * RATIO);
            slide.resizeRelocate(0, 0, Math.max(0, width), Math.max(0, width / RATIO));
        }
    }
}
