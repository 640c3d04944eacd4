package io.slicewise.journeys;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.text.Language;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/**
 * Composes a partition from nothing in the real window, by mouse or by keyboard: {@code .ci/window} starts it on a virtual
 * display with an empty settings folder. Ends with 1 where anything on show differs from the document after a step.
 */
final class ComposeOnScreen {
    private static final String MODEL = "H100 SXM5 80GB";

    private final RealWindow window = RealWindow.open();

    private ComposeOnScreen() {}

    /** @param arguments {@code mouse} or {@code keyboard} */
    public static void main(String[] arguments) {
        int code = 1;
        try {
            ComposeOnScreen journey = new ComposeOnScreen();
            if (arguments[0].equals("mouse")) {
                journey.byMouse();
            } else {
                journey.byKeyboard();
            }
            System.out.println("Composed by " + arguments[0] + ": everything on show was right after each of "
                    + journey.window.steps() + " steps");
            code = 0;
        } catch (RuntimeException | AssertionError e) {
            System.err.println(e);
            System.err.println(List.of(e.getStackTrace()));
        }
        Runtime.getRuntime().halt(code);
    }

    // ---- by mouse ----

    private void byMouse() {
        window.look("New", () -> menu("File", "New"));
        window.step(
                "choosing a model",
                () -> window.click(window.find(".button", MODEL)),
                f -> count(f) == 0 && f.gpus().size() == 1);
        addByMouse();
        changeByMouse();
        addGpusByMouse();
        window.picture("mouse");
        lookByMouse();
        window.picture("mouse-ko");
    }

    private void addByMouse() {
        window.step("pressing a profile", () -> chip("2g.20gb"), f -> count(f) == 1);
        window.step("typing after it", () -> type("44"), f -> load(f, 0) == 0.44);
        window.step("pressing another", () -> chip("1g.10gb"), f -> count(f) == 2);
        window.step("typing again", () -> type("80"), f -> loads(f).contains(0.8));
        window.step(
                "dragging a profile onto the map",
                () -> window.dragOnto(window.find(".chip", "1g.10gb"), window.find(".free-slice", "")),
                f -> count(f) == 3);
        window.step("typing", () -> type("90"), f -> loads(f).contains(0.9));
    }

    private void changeByMouse() {
        Node thumb = window.find(".instance-table .slider .thumb", _ -> true);
        window.step("dragging a slider", () -> window.drag(thumb, 25, 0), f -> load(f, 0) != 0.44);
        List<Integer> before = starts();
        window.step(
                "moving an instance",
                () -> window.dragOnto(block("1g.10gb"), window.find(".free-slice", "")),
                f -> !before.equals(starts(f)));
        window.step(
                "swapping a profile", () -> swap("1g.20gb"), f -> profiles(f).contains("1g.20gb"));
        window.step("deleting", () -> window.press(KeyCode.DELETE), f -> count(f) == 2);
        window.step("undo", () -> menu("Edit", "Undo"), f -> count(f) == 3);
        window.step("redo", () -> menu("Edit", "Redo"), f -> count(f) == 2);
        window.step("a preset", () -> button(".menu-button", "Presets", "7 × 1g.10gb"), f -> count(f) == 7);
        window.step("undo of the preset", () -> menu("Edit", "Undo"), f -> count(f) == 2);
        window.step("another preset", () -> button(".menu-button", "Presets", "Balanced"), f -> count(f) > 2);
    }

    private void addGpusByMouse() {
        window.step(
                "adding a GPU",
                () -> window.click(window.find(".split-menu-button > .label", "Add " + MODEL)),
                f -> f.gpus().size() == 2);
        window.click(window.find(".instance-block", _ -> true));
        int instances = count(window.document().scenario().fleet());
        window.step(
                "copying and pasting",
                () -> {
                    window.press(KeyCode.CONTROL, KeyCode.C);
                    window.click(window.find(
                            ".slice-map", node -> node.getAccessibleText().startsWith("GPU 1")));
                    window.press(KeyCode.CONTROL, KeyCode.V);
                },
                f -> count(f) == instances + 1);
        window.step(
                "changing the model",
                () -> {
                    button(".card-model", MODEL, "Hopper");
                    window.click(window.find(".menu-item > .label", "H200"));
                },
                f -> f.gpus().stream()
                        .anyMatch(gpu -> gpu.model() != null && gpu.model().id().startsWith("h200")));
        window.step("weighing by SMs", () -> button(".basis-button", "", "SMs"), _ -> true);
        window.step(
                "own weights",
                () -> {
                    button(".basis-button", "", "Own weights");
                    window.click(window.find(".dialog-pane .button", "Use these weights"));
                },
                _ -> true);
    }

    private void lookByMouse() {
        window.look("another tab and back", () -> {
            window.click(window.find(".tab .tab-label", "Main example"));
            window.click(window.find(".tab .tab-label", "New scenario"));
        });
        window.look("another screen and back", () -> {
            window.click(window.find(".navigation .toggle-button", "Fleet"));
            window.click(window.find(".navigation .toggle-button", "Explore"));
        });
        window.look("Korean", () -> window.click(window.find(".toggle-button", "한")));
        // low enough for a scroll bar beside the table, and not
        resize(900, 620);
        resize(1024, 900);
        resize(1440, 620);
        resize(1280, 860);
        window.step(
                "deleting in Korean",
                () -> {
                    window.click(window.find(".instance-block", _ -> true));
                    window.press(KeyCode.DELETE);
                },
                f -> true);
        window.look(
                "the dark look",
                () -> window.click(window.find(
                        ".top-bar > .button",
                        node -> node.getAccessibleText().equals(window.words().now("desktop.theme.switch")))));
    }

    private void resize(double width, double height) {
        window.look(
                width + " by " + height,
                () -> RealWindow.fx(() -> {
                    window.stage().setWidth(width);
                    window.stage().setHeight(height);
                    return true;
                }));
    }

    // ---- by keyboard ----

    private void byKeyboard() {
        window.look("New", () -> window.press(KeyCode.CONTROL, KeyCode.N));
        expectFocus("A30 24GB");
        for (int i = 0; !window.focused().equals(MODEL) && i < 8; i++) {
            window.press(KeyCode.TAB);
        }
        window.step(
                "choosing a model",
                () -> window.press(KeyCode.SPACE),
                f -> f.gpus().size() == 1);
        expectFocus("1g.10gb");
        window.step("adding the first", () -> window.press(KeyCode.SPACE), f -> count(f) == 1);
        window.step("typing after it", () -> type("80"), f -> load(f, 0) == 0.8);
        expectFocus("1g.10gb");
        window.press(KeyCode.TAB);
        window.step("adding the next", () -> window.press(KeyCode.SPACE), f -> count(f) == 2);
        window.step("typing after it", () -> type("44"), f -> loads(f).contains(0.44));
        window.press(KeyCode.TAB);
        window.step("adding the big one", () -> window.press(KeyCode.SPACE), f -> count(f) == 3);
        window.step("typing though its button is grey", () -> type("30"), f -> loads(f).contains(0.3));
        window.picture("keyboard");
        window.step("one up", () -> window.press(KeyCode.EQUALS), f -> loads(f).contains(0.31));
        window.step("duplicating", () -> duplicate(), f -> count(f) == 4);
        window.step("typing", () -> type("55"), f -> loads(f).contains(0.55));
        window.step("deleting", () -> window.press(KeyCode.DELETE), f -> count(f) == 3);
        window.step("undo", () -> window.press(KeyCode.CONTROL, KeyCode.Z), f -> count(f) == 4);
        window.step("redo", () -> window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z), f -> count(f) == 3);
        panesByKeyboard();
        window.look("Fleet and back", () -> {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        });
        window.look(
                "Korean",
                () -> RealWindow.fx(() -> {
                    window.words().languageProperty().set(Language.KOREAN);
                    return true;
                }));
        window.picture("keyboard-ko");
    }

    /** The first block, by F6 and arrows, as often as it has a twin to make. */
    private void duplicate() {

        window.press(KeyCode.ESCAPE);
        window.click(block("1g.10gb"));
        window.press(KeyCode.CONTROL, KeyCode.D);
    }

    private void panesByKeyboard() {
        window.press(KeyCode.F6);
        window.press(KeyCode.F6);
        window.press(KeyCode.F6);
        window.press(KeyCode.F6);
        window.look("F6 around the window", () -> window.press(KeyCode.F6));
        window.press(KeyCode.ALT, KeyCode.E);
        window.find(".menu-item > .label", "Undo");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ESCAPE);
    }

    private void expectFocus(String said) {
        String focused = window.focused();
        if (!focused.startsWith(said)) {
            throw new AssertionError("The focus is on " + focused + " instead of " + said);
        }
    }

    // ---- what both do ----

    private void type(String digits) {
        window.type(digits);
        window.press(KeyCode.ENTER);
    }

    private void chip(String profile) {
        window.click(window.find(".chip", profile));
    }

    private void menu(String name, String entry) {
        window.click(window.find(".menus .menu-button .label", "_" + name));
        window.click(window.find(".menu-item > .label", entry));
    }

    private void button(String selector, String said, String entry) {
        window.click(window.find(selector, said));
        window.click(window.find(".menu-item > .label", entry));
    }

    private void swap(String profile) {
        window.click(block("1g.10gb"));
        window.click(window.find(".instance-table .table-row-cell:selected .profile-button", "1g.10gb"));
        window.click(window.find(".menu-item > .label", profile));
    }

    private Node block(String profile) {
        return window.find(".instance-block", node -> node.getAccessibleText().contains("profile " + profile + ","));
    }

    private List<Integer> starts() {
        return RealWindow.fx(() -> starts(window.document().scenario().fleet()));
    }

    private static List<Integer> starts(Fleet fleet) {
        return instances(fleet).stream().map(Instance::start).toList();
    }

    private static int count(Fleet fleet) {
        return fleet.instanceCount();
    }

    private static double load(Fleet fleet, int instance) {
        return instances(fleet).get(instance).utilization();
    }

    private static List<Double> loads(Fleet fleet) {
        return instances(fleet).stream().map(Instance::utilization).toList();
    }

    private static List<String> profiles(Fleet fleet) {
        return instances(fleet).stream()
                .map(instance -> instance.profile().name())
                .toList();
    }

    private static List<Instance> instances(Fleet fleet) {
        return fleet.gpus().stream().map(Gpu::instances).flatMap(List::stream).toList();
    }
}
