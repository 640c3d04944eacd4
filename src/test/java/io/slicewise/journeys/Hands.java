package io.slicewise.journeys;

import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/** What a person does: mouse and keyboard. */
final class Hands {
    private final Desk desk;
    private final FxRobot robot;

    Hands(Desk desk, FxRobot robot) {
        this.desk = desk;
        this.robot = robot;
    }

    void click(Node node) {
        click(node, MouseButton.PRIMARY);
    }

    void rightClick(Node node) {
        click(node, MouseButton.SECONDARY);
    }

    /**
     * At once there and down and up: on the slow way of TestFX's own pointer, tooltips open in front of it, and it is
     * they that are clicked.
     */
    private void click(Node node, MouseButton button) {
        reveal(node);
        Point2D point = at(node);
        Desk.fx(() -> {
            hideTooltips();
            Robot pointer = new Robot();
            pointer.mouseMove(point);
            pointer.mousePress(button);
            pointer.mouseRelease(button);
            return true;
        });
        Desk.settle();
    }

    /** Scrolls to what is out of sight, as one who wants to click it does. */
    private static void reveal(Node node) {
        Desk.fx(() -> {
            for (Parent around = node.getParent(); around != null; around = around.getParent()) {
                if (around instanceof ScrollPane pane) {
                    reveal(node, pane);
                }
            }
            return true;
        });
    }

    private static void reveal(Node node, ScrollPane pane) {
        Bounds inScene = node.localToScene(node.getBoundsInLocal());
        Bounds seen = pane.sceneToLocal(inScene);
        double room = pane.getViewportBounds().getHeight();
        double beyond = pane.getContent().getLayoutBounds().getHeight() - room;
        if (beyond > 0 && (seen.getMinY() < 0 || seen.getMaxY() > room)) {
            double middle = pane.getContent().sceneToLocal(inScene).getCenterY() - room / 2;
            double part = Math.clamp(middle / beyond, 0, 1);
            pane.setVvalue(pane.getVmin() + part * (pane.getVmax() - pane.getVmin()));
        }
    }

    private static void hideTooltips() {
        List.copyOf(Window.getWindows()).stream()
                .filter(Tooltip.class::isInstance)
                .forEach(Window::hide);
    }

    /** Chooses from the window's menu: the key of the menu, then of each entry on the way. */
    void choose(String menu, String... keys) {
        openMenu(menu);
        chooseEntry(Stream.of(keys).map(desk.words()::now).toArray(String[]::new));
    }

    /** Opens a menu of the window. */
    void openMenu(String key) {
        click(desk.eyes.labelled(".menus .menu-button .label", desk.words().now(key)));
    }

    /** Chooses from the menu that is open: the beginning of the words of each entry on the way. */
    void chooseEntry(String... beginnings) {
        Stream.of(beginnings).forEach(beginning -> click(entry(beginning)));
    }

    /** Chooses from a button's menu without opening it: it would stand beyond the edge of the headless screen. */
    void chooseFrom(String button, String entry) {
        MenuButton menu = (MenuButton) desk.eyes.labelled(".menu-button", button);
        MenuItem chosen = menu.getItems().stream()
                .filter(item -> item.getText().equals(entry))
                .findFirst()
                .orElseThrow();
        Desk.fx(() -> {
            chosen.fire();
            return true;
        });
    }

    private Node entry(String beginning) {
        return desk.eyes.all(".menu-item > .label").stream()
                .filter(label -> Eyes.read(label).startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        beginning + " is not in the menu: " + desk.eyes.texts(".menu-item > .label")));
    }

    /** Drags a node to the side in steps, and looks after each of them. */
    void drag(Node node, double pixels, int steps, Runnable look) {
        Point2D from = at(node);
        fire(node, MouseEvent.MOUSE_PRESSED, from);
        for (int step = 1; step <= steps; step++) {
            fire(node, MouseEvent.MOUSE_DRAGGED, from.add(step * pixels, 0));
            look.run();
        }
        fire(node, MouseEvent.MOUSE_RELEASED, from.add(steps * pixels, 0));
    }

    /** Drags one node onto another. */
    void dragOnto(Node node, Node target) {
        Point2D from = at(node);
        Point2D to = at(target);
        fire(node, MouseEvent.MOUSE_PRESSED, from);
        for (int step = 1; step <= 4; step++) {
            fire(node, MouseEvent.MOUSE_DRAGGED, from.interpolate(to, step / 4.0));
        }
        fire(node, MouseEvent.MOUSE_RELEASED, to);
    }

    /** Drags are fired at the node that was pressed: the robot of JavaFX's headless platform forgets its buttons. */
    private static void fire(Node node, EventType<MouseEvent> type, Point2D screen) {
        Desk.fx(() -> {
            Point2D scene = node.getScene().getRoot().screenToLocal(screen);
            boolean down = type != MouseEvent.MOUSE_RELEASED;
            Event.fireEvent(
                    node,
                    new MouseEvent(
                            type,
                            scene.getX(),
                            scene.getY(),
                            screen.getX(),
                            screen.getY(),
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            down,
                            false,
                            false,
                            true,
                            false,
                            false,
                            null));
            return true;
        });
        Desk.settle();
    }

    void scroll(Node node, int amount, VerticalDirection direction) {
        robot.moveTo(at(node));
        robot.scroll(amount, direction);
        Desk.settle();
    }

    void press(KeyCode... keys) {
        robot.push(keys);
    }

    /** Types letters, digits and what else is on a keyboard. */
    void type(String text) {
        robot.write(text, 0);
    }

    /** Replaces the text of a field. */
    void fill(Node field, String text) {
        click(field);
        // letters go to the window that the field is in, which can be a dialog
        robot.targetWindow(Desk.fx(() -> field.getScene().getWindow()));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text, 0);
        robot.targetWindow(desk.stage());
        Desk.settle();
    }

    private static Point2D at(Node node) {
        Desk.settle();
        return Desk.fx(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }
}
