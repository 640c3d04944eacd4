package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.editor.EditorView;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.plan.PlanDesk;
import io.slicewise.desktop.words.Words;
import io.slicewise.story.Finding;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The lower edge of every screen: how many findings there are and the gravest one, and what was noticed while the
 * document was read. Either can be opened as a list above the line.
 */
final class LowerEdge extends VBox {
    private static final double TALLEST = 260;

    private final Words words;
    private final ObjectProperty<Drawer> open = new SimpleObjectProperty<>(this, "open", Drawer.NONE);

    /** What is open above the line. */
    private enum Drawer {
        NONE,
        FINDINGS,
        NOTICED
    }

    /**
     * @param findings about the document, the gravest first; {@code null} while they are looked for
     * @param toEditor brings the instances into sight that a finding is about
     */
    LowerEdge(
            Document document,
            EditorView editor,
            PlanDesk desk,
            ObservableValue<@Nullable List<Finding>> findings,
            Words words,
            Runnable toEditor) {
        this.words = words;
        getStyleClass().add("findings");
        ObservableValue<Integer> remarks = document.contentProperty()
                .map(content -> NoticedList.problems(content).size());
        getChildren().add(line(findings, remarks));
        drawer(
                Drawer.FINDINGS,
                shown -> new FindingsList(document, findings, shown, words, toEditor, desk::show, editor::questions));
        drawer(
                Drawer.NOTICED,
                shown -> new NoticedList(document, shown, words, editor::questions, editor.clipboard()::setText));
    }

    /** Made when it is first opened: most starts are of a person who looks at something else. */
    private void drawer(Drawer which, Function<ObservableValue<Boolean>, Node> list) {
        ObservableValue<Boolean> shown = open.map(which::equals);
        open.addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable now) {
                if (open.get() == which) {
                    open.removeListener(this);
                    getChildren().addFirst(drawer(shown, list.apply(shown)));
                }
            }
        });
    }

    private static Node drawer(ObservableValue<Boolean> shown, Node list) {
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TALLEST);
        scroll.visibleProperty().bind(shown);
        scroll.managedProperty().bind(shown);
        return scroll;
    }

    private Node line(ObservableValue<@Nullable List<Finding>> findings, ObservableValue<Integer> remarks) {
        ToggleButton toggle = toggle(Drawer.FINDINGS);
        toggle.getStyleClass().add("term-finding");
        toggle.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> findings.map(list -> words.now("desktop.findings", list.size()))
                                .orElse(words.now("desktop.findings.working"))));
        Label first = new Label();
        first.getStyleClass().add("findings-first");
        first.setMinWidth(0);
        first.setMaxWidth(Double.MAX_VALUE);
        first.textProperty()
                .bind(words.languageProperty()
                        .flatMap(_ -> findings.map(list ->
                                list.isEmpty() ? "" : words.now(list.getFirst().message()))));
        first.visibleProperty().bind(open.map(Drawer.NONE::equals));
        HBox.setHgrow(first, Priority.ALWAYS);
        ToggleButton noticed = toggle(Drawer.NOTICED);
        noticed.getStyleClass().add("term-remark");
        noticed.textProperty()
                .bind(words.languageProperty().flatMap(_ -> remarks.map(count -> words.now("desktop.noticed", count))));
        noticed.visibleProperty().bind(remarks.map(count -> count > 0));
        noticed.managedProperty().bind(noticed.visibleProperty());
        HBox line = new HBox(toggle, first, noticed);
        line.getStyleClass().add("findings-line");
        return line;
    }

    private ToggleButton toggle(Drawer drawer) {
        ToggleButton toggle = new ToggleButton();
        toggle.getStyleClass().addAll("quiet", "findings-toggle");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        open.subscribe(now -> toggle.setSelected(now == drawer));
        toggle.setOnAction(_ -> open.set(open.get() == drawer ? Drawer.NONE : drawer));
        toggle.graphicProperty().bind(open.map(now -> chevron(now == drawer)));
        return toggle;
    }

    private static Node chevron(boolean shown) {
        Node icon = Icon.CHEVRON.node();
        icon.setRotate(shown ? 90 : -90);
        return icon;
    }
}
