package io.slicewise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ScrollEvent.HorizontalTextScrollUnits;
import javafx.scene.input.ScrollEvent.VerticalTextScrollUnits;
import javafx.stage.Stage;

/**
 * The Timeline screen with 30 million samples: a month of the 700 instances of 100 GPUs, a sample a minute. Frames while the
 * wheel goes nearer and farther, and while the curves move sideways, near and far. Wanted: the 95th percentile within a frame
 * of 60 Hz, and none above 100 ms.
 */
public final class TimelineFrames extends Application {
    private static final ExportPlan MONTH = ExportPlan.of(Map.of("gpus", "100", "days", "30", "gaps", "0.0005"));
    private static final double WHEEL = 40;

    /** So many turns of the wheel show about a day of the month. */
    private static final int NEAR = 15;

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private Scene scene;

    @Override
    public void start(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory("timeline");
        Path file = folder.resolve("month.json");
        ExportGenerator.write("range", MONTH, file);
        long begun = System.nanoTime();
        Windows.open(stage, folder, file);
        scene = stage.getScene();
        steps.add(() -> frames("Nearer and farther", frame -> turn(0, frame % 40 < 20 ? WHEEL : -WHEEL)));
        steps.add(() -> {
            for (int i = 0; i < 2; i++) {
                turn(0, WHEEL);
            }
            frames("Sideways, far", frame -> turn(frame % 40 < 20 ? -WHEEL : WHEEL, 0));
        });
        steps.add(() -> {
            for (int i = 0; i < NEAR; i++) {
                turn(0, WHEEL);
            }
            frames("Sideways, near", frame -> turn(frame % 200 < 100 ? -WHEEL : WHEEL, 0));
        });
        steps.add(Platform::exit);
        new AnimationTimer() {
            private boolean asked;
            private int quiet;

            @Override
            public void handle(long now) {
                if (!asked && screens().length > 2) {
                    System.out.printf("Open after %.1f s%n", (System.nanoTime() - begun) / 1e9);
                    ((ToggleButton) screens()[2]).fire();
                    asked = true;
                } else if (asked && chart() != null && ++quiet == 120) {
                    stop();
                    next();
                }
            }
        }.start();
    }

    private Object[] screens() {
        return scene.getRoot().lookupAll(".navigation .toggle-button").toArray();
    }

    private Node chart() {
        return scene.lookup(".timeline-view .chart-view");
    }

    private void frames(String name, IntConsumer movement) {
        new PulseTimes(scene, name, movement, this::next).start();
    }

    private void next() {
        Platform.runLater(steps.remove());
    }

    /** A turn of the wheel with the pointer in the middle of the curves. */
    private void turn(double sideways, double nearer) {
        Node chart = chart();
        double x = chart.getLayoutBounds().getCenterX();
        double y = chart.getLayoutBounds().getCenterY();
        Event.fireEvent(
                chart,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        sideways,
                        nearer,
                        sideways,
                        nearer,
                        HorizontalTextScrollUnits.NONE,
                        0,
                        VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }
}
