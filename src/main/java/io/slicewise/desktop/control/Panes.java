package io.slicewise.desktop.control;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What people call the panes of a screen: what its dividers and its edges keep apart, and the bars above them. Found in how
 * a screen is laid out, so that no screen has to name its own.
 */
public final class Panes {
    private Panes() {}

    /** The panes on show in a screen, from top to bottom and from left to right; the screen itself where it has no parts. */
    public static List<Node> of(Node screen) {
        return shown(screen).toList();
    }

    private static Stream<Node> shown(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return switch (node) {
            case SplitPane split -> split.getItems().stream().flatMap(Panes::shown);
            case BorderPane border ->
                Stream.of(border.getTop(), border.getLeft(), border.getCenter(), border.getRight(), border.getBottom())
                        .filter(Objects::nonNull)
                        .flatMap(Panes::shown);
            case StackPane stack -> stack.getChildren().stream().flatMap(Panes::shown);
            case VBox box -> column(box);
            default -> Stream.of(node);
        };
    }

    /** A column is parted only where one of its parts is. */
    private static Stream<Node> column(VBox box) {
        List<List<Node>> parts = box.getChildren().stream().map(Panes::of).toList();
        return parts.stream().anyMatch(part -> part.size() > 1) ? parts.stream().flatMap(List::stream) : Stream.of(box);
    }
}
