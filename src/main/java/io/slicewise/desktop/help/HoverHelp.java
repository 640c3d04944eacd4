package io.slicewise.desktop.help;

import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Every term that names something in a window explains itself when the pointer rests on it, and F1 then opens it in the
 * glossary. What names a term says so by a style class, {@code term-} with the term's name, as {@link Term#style()}
 * writes it, or by the hue of one of the three figures: no screen needs to know of the help.
 */
public final class HoverHelp {
    /** The cells of a column have its style classes too; there the figures are what one looks at. */
    private static final List<String> CELLS = List.of("table-cell", "tree-table-cell");

    private final Words words;
    private @Nullable Node pointed;

    private HoverHelp(Scene scene, Words words) {
        this.words = words;
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, this::enter);
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, this::move);
        scene.addEventFilter(MouseEvent.MOUSE_EXITED, this::leave);
    }

    /** Explains what stands in a scene. */
    public static HoverHelp on(Scene scene, Words words) {
        return new HoverHelp(scene, words);
    }

    /** The term that the pointer rests on. */
    Optional<Term> term() {
        for (Node node = pointed; node != null; node = node.getParent()) {
            Optional<Term> term = of(node);
            if (term.isPresent()) {
                return term;
            }
        }
        return Optional.empty();
    }

    private void enter(MouseEvent event) {
        move(event);
        if (event.getTarget() instanceof Node node && !Tooltips.isOn(node) && of(node).isPresent()) {
            Tooltips.on(node, () -> of(node).map(this::text).orElse(""));
            if (isWithinAnother(node)) {
                // else the tooltip around it would be shown instead
                node.addEventHandler(MouseEvent.MOUSE_MOVED, Event::consume);
            }
        }
    }

    private static boolean isWithinAnother(Node node) {
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (Tooltips.isOn(around)) {
                return true;
            }
        }
        return false;
    }

    private void move(MouseEvent event) {
        pointed = event.getPickResult().getIntersectedNode();
    }

    private void leave(MouseEvent event) {
        if (event.getTarget() instanceof Scene) {
            pointed = null;
        }
    }

    private static Optional<Term> of(Node node) {
        List<String> styles = node.getStyleClass();
        return styles.stream().anyMatch(CELLS::contains)
                ? Optional.empty()
                : styles.stream().flatMap(style -> Term.of(style).stream()).findFirst();
    }

    /** The name, what it is, and where to read on. */
    private String text(Term term) {
        String formula = term.formula().isEmpty() ? "" : term.formula() + "\n";
        return words.now(term.title()) + "\n" + formula + words.now(term.meaning()) + "\n"
                + words.now("help.hover.more");
    }
}
