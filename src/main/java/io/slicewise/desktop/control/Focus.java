package io.slicewise.desktop.control;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Puts the keyboard's focus somewhere with the ring that shows where it is: JavaFX draws one only where the focus came by
 * going from node to node, as with Tab.
 */
public final class Focus {
    private static final String HOME = "home of the focus";

    private Focus() {}

    /**
     * Makes a screen that was just put into its place ready to take the focus: split and scroll panes take what is in them
     * in with their style only, and until then nothing in them can have it.
     */
    public static void prepare(Parent screen) {
        screen.applyCss();
        screen.layout();
    }

    /**
     * Has {@link #enter} begin somewhere else than on the first node of a place.
     *
     * @param home where; empty where that is not there now
     */
    public static void setHome(Node place, Supplier<Optional<? extends Node>> home) {
        place.getProperties().put(HOME, home);
    }

    /**
     * Puts it on a place that can have it, else on its home, else on the first node within that can; {@code false} where
     * there is none.
     */
    public static boolean enter(Node place) {
        if (place.getProperties().get(HOME) instanceof Supplier<?> home
                && home.get() instanceof Optional<?> at
                && at.orElse(null) instanceof Node node
                && isPossible(node)) {
            put(node, true);
            return true;
        }
        if (place.isFocusTraversable() && isPossible(place)) {
            put(place, true);
            return true;
        }
        return place.requestFocusTraversal(TraversalDirection.NEXT) && isWithin(place);
    }

    /** Puts it on a node: with its ring for a person who works with the keyboard, without for the mouse. */
    public static void put(Node node, boolean ring) {
        node.requestFocus();
        if (ring && node.isFocused() && node.requestFocusTraversal(TraversalDirection.PREVIOUS)) {
            node.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT);
            if (!node.isFocused()) {
                node.requestFocus();
            }
        }
    }

    /** Lets Tab pass over a list or table as long as nothing is in it, since the row that has the focus shows where it is. */
    public static void skipEmpty(Node view, ObservableList<?> items) {
        view.focusTraversableProperty().bind(Bindings.isNotEmpty(items));
    }

    /** Scrolls a table sideways to what gets the focus in one of its cells: the keyboard must not be where it is not seen. */
    public static void keepInSight(TableView<?> table) {
        table.sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .subscribe(owner -> around(owner)
                        .filter(node -> node instanceof TableCell<?, ?> cell && table.equals(cell.getTableView()))
                        .findFirst()
                        .map(cell -> table.getVisibleLeafColumns().indexOf(((TableCell<?, ?>) cell).getTableColumn()))
                        .ifPresent(table::scrollToColumnIndex));
    }

    /** Whether what has the focus is this node, or in it. */
    public static boolean isWithin(Node place) {
        Node owner = place.getScene() == null ? null : place.getScene().getFocusOwner();
        return around(owner).anyMatch(place::equals);
    }

    /** A node and all that it is in. */
    private static Stream<Node> around(@Nullable Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent);
    }

    /** Whether a node can have the focus where it is: on show, and not grey. */
    public static boolean isPossible(Node node) {
        Node at = node;
        while (at != null && at.isVisible()) {
            at = at.getParent();
        }
        return at == null && node.getScene() != null && !node.isDisabled();
    }
}
