package io.slicewise.bench;

import io.slicewise.usage.survey.Row;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

/**
 * The Fleet screen with the 70,000 instances of 10,000 GPUs: frames while the table scrolls, by the wheel and by its
 * thumb; and how long it takes until the table shows another order, what a word or a label finds, and groups, with the
 * longest pulse of the window meanwhile, in time of the processor. Wanted: the 95th percentile of the frames within a frame
 * of 60 Hz.
 */
public final class FleetFrames extends Application {
    private static final int GPUS = 10_000;
    private static final double WHEEL = 120;
    private static final int ROUNDS = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private Scene scene;

    @Override
    public void start(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory("fleet");
        Path file = folder.resolve("fleet.prom");
        ExportGenerator.write("exposition", ExportPlan.of(Map.of("gpus", String.valueOf(GPUS), "days", "0")), file);
        Windows.open(stage, folder, file);
        scene = stage.getScene();
        plan();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (scene.lookup(".navigation") != null && screens().length > 1) {
                    stop();
                    toInstances();
                }
            }
        }.start();
    }

    private Object[] screens() {
        return scene.getRoot().lookupAll(".navigation .toggle-button").toArray();
    }

    private void toInstances() {
        ((ToggleButton) screens()[1]).fire();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Object[] kinds = scene.getRoot()
                .lookupAll(".fleet-asks .segmented .toggle-button")
                .toArray();
        new Asked("the instances of all GPUs", () -> ((ToggleButton) kinds[1]).fire()).start();
    }

    private void plan() {
        steps.add(() -> scroll("wheel", frame -> flow().scrollPixels(frame % 200 < 100 ? WHEEL : -WHEEL)));
        steps.add(() -> scroll("thumb", frame -> flow().setPosition(frame * 37 % 100 / 100.0)));
        for (int round = 0; round < ROUNDS; round++) {
            ask("sorted by utilization", () -> sort("average"));
            ask("sorted by name", () -> sort("name"));
            ask("sorted by a label", () -> sort("label:pod"));
            ask("as they were", () -> table().getSortOrder().clear());
            ask("with the word job-7", () -> find("job-7"));
            ask("with the word node-01 besides", () -> find("job-7 node-01"));
            ask("everything again", () -> find(""));
            ask("of one host", () -> only("Host"));
            ask("without that", this::everything);
            ask("grouped by host", () -> group("Host"));
            ask("grouped by pod", () -> group("pod"));
            ask("without groups", () -> group("No groups"));
        }
        steps.add(Platform::exit);
    }

    private void scroll(String by, IntConsumer movement) {
        String name = String.format(
                Locale.ROOT, "Scrolling %,d rows by the %s", table().getItems().size(), by);
        new PulseTimes(
                        scene,
                        name,
                        frame -> {
                            movement.accept(frame);
                            table().requestLayout();
                        },
                        this::next)
                .start();
    }

    private void ask(String name, Runnable action) {
        steps.add(() -> new Asked(name, action).start());
    }

    private void next() {
        Platform.runLater(steps.remove());
    }

    @SuppressWarnings("unchecked") // the only table of the screen
    private TableView<Row> table() {
        return (TableView<Row>) scene.lookup(".fleet-table");
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table().lookup("VirtualFlow");
    }

    private void sort(String column) {
        for (TableColumn<Row, ?> one : table().getColumns()) {
            if (one.getUserData().toString().contains("id=" + column + ",")) {
                table().getSortOrder().setAll(List.of(one));
                return;
            }
        }
        throw new IllegalStateException("no column " + column);
    }

    private void find(String words) {
        ((TextField) scene.lookup(".fleet-filter")).setText(words);
    }

    private MenuButton menu(int which) {
        MenuButton button = (MenuButton)
                scene.getRoot().lookupAll(".fleet-asks > .menu-button").toArray()[which];
        button.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
        return button;
    }

    private void only(String attribute) {
        Menu values = (Menu) named(menu(0).getItems(), attribute);
        values.getOnShowing().handle(new Event(Menu.ON_SHOWING));
        values.getItems().getFirst().fire();
    }

    private void everything() {
        ((Button) scene.lookup(".chip")).fire();
    }

    private void group(String attribute) {
        named(menu(1).getItems(), attribute).fire();
    }

    private static MenuItem named(List<MenuItem> items, String text) {
        return items.stream()
                .filter(item -> item.getText() != null && item.getText().startsWith(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(text + " is none of "
                        + items.stream().map(MenuItem::getText).toList()));
    }

    /** From a question until the table shows the answer, and the charts are drawn; and how long the window stood still. */
    private final class Asked extends AnimationTimer {
        private static final long QUIET = 300_000_000L;
        private final String name;
        private final Runnable action;
        private final ListChangeListener<Row> shown = _ -> shown();
        private long begun;
        private long changed;
        private long longest;
        private long cpu;
        private long cpuAtFirst;

        Asked(String name, Runnable action) {
            this.name = name;
            this.action = action;
        }

        private void shown() {
            if (changed == 0) {
                changed = System.nanoTime();
            }
        }

        @Override
        public void handle(long now) {
            long at = System.nanoTime();
            if (begun == 0) {
                begun = System.nanoTime();
                cpu = THREADS.getCurrentThreadCpuTime();
                cpuAtFirst = cpu;
                table().getItems().addListener(shown);
                action.run();
                return;
            }
            longest = Math.max(longest, THREADS.getCurrentThreadCpuTime() - cpu);
            cpu = THREADS.getCurrentThreadCpuTime();
            if (changed > 0 && at - changed > QUIET) {
                stop();
                table().getItems().removeListener(shown);
                System.out.printf(
                        Locale.ROOT,
                        "%-32s %,7d rows after %6.1f ms, longest pulse %6.1f ms of the processor, %6.1f in all%n",
                        name,
                        table().getItems().size(),
                        (changed - begun) / 1e6,
                        longest / 1e6,
                        (cpu - cpuAtFirst) / 1e6);
                next();
            }
        }
    }
}
