package io.slicewise.desktop.control;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a view whose changes stay inside of them, such as a card in a list or a cell in a table: what is around them is
 * not laid out again because they changed.
 *
 * <p>For JavaFX, a node that is not managed is a layout root. What changes in it only marks the way from it up to the
 * window, and marking ends at the first node that bears a mark already. A node that asked for layout while it was being
 * laid out keeps its mark, though nothing above it knows: every change below it is then lost until the window is resized.
 * Islands cannot be left behind so: after the layout of every pulse each is laid out as far as it still needs it, which
 * costs nothing where it does not, and one that needs it sees to it that there is a pulse.
 */
public final class Islands {
    private final Set<Parent> islands = Collections.newSetFromMap(new WeakHashMap<>());
    private final Runnable visit = this::visit;

    /** @param home the view that they are in, or above */
    public Islands(Node home) {
        home.sceneProperty().subscribe(this::follow);
        follow(null, home.getScene());
    }

    /** Makes an island of a node, in whose place it stands already or will stand, and gives it back. */
    public <P extends Parent> P add(P node) {
        node.setManaged(false);
        visit(node);
        return node;
    }

    /** Visits a node that is an island already: one that JavaFX itself, or what is around it, made so. */
    public void visit(Parent node) {
        if (islands.add(node)) {
            node.needsLayoutProperty().subscribe(needed -> {
                if (needed) {
                    Platform.requestNextPulse();
                }
            });
        }
    }

    private void follow(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(visit);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(visit);
        }
    }

    private void visit() {
        for (Parent island : islands.toArray(Parent[]::new)) {
            if (island.getScene() != null) {
                island.layout();
            }
        }
    }
}
