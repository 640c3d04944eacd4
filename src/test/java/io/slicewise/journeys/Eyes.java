package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;

/** What a person sees: nodes on show, and the words and figures on them. */
final class Eyes {
    private final Desk desk;

    Eyes(Desk desk) {
        this.desk = desk;
    }

    /** All nodes on show that a style sheet's selector picks, in the window and in what popped up from it. */
    List<Node> all(String selector) {
        return Desk.fx(() -> {
            List<Node> found = new ArrayList<>();
            for (Window window : List.copyOf(Window.getWindows())) {
                if (window.getScene() != null) {
                    window.getScene().getRoot().applyCss();
                    window.getScene().getRoot().lookupAll(selector).stream()
                            .filter(OnShow::isShown)
                            .forEach(found::add);
                }
            }
            return found;
        });
    }

    /** The only node on show that a selector picks. */
    Node one(String selector) {
        return only(selector, all(selector));
    }

    /** The only node on show that a selector picks, of those that also meet a condition. */
    Node one(String selector, Predicate<Node> condition) {
        return only(selector, all(selector).stream().filter(condition).toList());
    }

    /** The only control with these words on it. */
    Node labelled(String selector, String words) {
        return only(
                selector + " saying " + words,
                all(selector).stream().filter(node -> words.equals(read(node))).toList());
    }

    private static Node only(String what, List<Node> found) {
        assertEquals(1, found.size(), () -> "on show as " + what + ": " + found);
        return found.getFirst();
    }

    /** The words on the only node that a selector picks. */
    String text(String selector) {
        return read(one(selector));
    }

    /** The words on all nodes that a selector picks. */
    List<String> texts(String selector) {
        return all(selector).stream().map(Eyes::read).toList();
    }

    /** The words on a node, with plain spaces. */
    static String read(Node node) {
        String words = switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case javafx.scene.text.Text text -> text.getText();
            default -> "";
        };
        return words == null ? "" : words.replace('\u00a0', ' ');
    }

    /** The three figures as they stand there, large. */
    List<String> figures() {
        return List.of(figure("instance-average"), figure("weighted"), figure("whole-gpu"));
    }

    private String figure(String hue) {
        return text(".figure-card." + hue + " .figure-value");
    }

    /** The note beside a figure. */
    String aside(String hue) {
        return text(".figure-card." + hue + " .figure-aside");
    }

    /** A part of a row of the instance table, the first row being 0. */
    Node inRow(int row, String selector) {
        return only(
                selector + " in row " + row,
                all(".instance-table .table-row-cell " + selector).stream()
                        .filter(node -> rowOf(node) == row)
                        .toList());
    }

    private static int rowOf(Node node) {
        Node at = node;
        while (at != null && !(at instanceof TableRow<?>)) {
            at = at.getParent();
        }
        return at instanceof TableRow<?> row && !row.isEmpty() ? row.getIndex() : -1;
    }

    /** What screen readers say of the instances on the slice maps, from left to right. */
    List<String> blocks() {
        return all(".instance-block").stream()
                .sorted((a, b) -> Double.compare(a.getLayoutX(), b.getLayoutX()))
                .map(block -> block.getAccessibleText().replace('\u00a0', ' '))
                .toList();
    }

    /** The profiles on the slice maps, from left to right. */
    List<String> profiles() {
        return blocks().stream()
                .map(words -> words.replaceFirst("(?:.*, )?profile ([^,]+),.*", "$1"))
                .toList();
    }

    /** The block of the only instance with this name or, where it has none, this profile. */
    Node block(String name) {
        return one(
                ".instance-block",
                node -> node.getAccessibleText().startsWith(name + ",")
                        || node.getAccessibleText().startsWith("profile " + name + ","));
    }

    /** The places for a slice that nobody has, from left to right. */
    List<Node> freeSlices() {
        return all(".free-slice").stream()
                .sorted((a, b) -> Double.compare(a.getLayoutX(), b.getLayoutX()))
                .toList();
    }

    /** What screen readers say of the chart whose title begins so. */
    String chart(String title) {
        Node chart = one(".chart-view", node -> node.getAccessibleText().startsWith(title));
        return Desk.fx(() -> String.valueOf(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .replace('\u00a0', ' '));
    }

    /** Every word on show in the window, in the order of the scene graph. */
    List<String> words() {
        return all(".label, .button, .toggle-button, .menu-button, .text-input").stream()
                .map(Eyes::read)
                .filter(words -> !words.isBlank())
                .toList();
    }

    /** The sentence about what could not be done; empty when there is none. */
    String notice() {
        return all(".notice-bar .label").isEmpty() ? "" : text(".notice-bar .label");
    }

    String title() {
        return Desk.fx(() -> desk.stage().getTitle());
    }
}
