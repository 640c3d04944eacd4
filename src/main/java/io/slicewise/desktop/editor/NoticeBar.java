package io.slicewise.desktop.editor;

import io.slicewise.desktop.look.Icon;
import io.slicewise.text.Text;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One sentence about what could not be done, or quietly about what was, until the next action or until it is closed. */
final class NoticeBar extends HBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final ObjectProperty<@Nullable Text> notice = new SimpleObjectProperty<>();

    NoticeBar(EditorContext context) {
        getStyleClass().add("notice-bar");
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.textProperty().bind(context.words().of(notice).orElse(""));
        Button close = new Button("", Icon.CLOSE.node());
        close.getStyleClass().add("quiet");
        close.accessibleTextProperty().bind(context.words().of("editor.notice.close"));
        close.setOnAction(_ -> notice.set(null));
        getChildren().addAll(Icon.INFO.node(), sentence, close);
        setAccessibleRole(AccessibleRole.TEXT);
        visibleProperty().bind(notice.map(_ -> true).orElse(false));
        managedProperty().bind(visibleProperty());
        follow(context.document().noticeProperty(), false);
        follow(context.actions().noticeProperty(), false);
        follow(context.actions().doneProperty(), true);
        context.document().scenarioProperty().subscribe((_, _) -> notice.set(null));
    }

    private void follow(ObservableValue<@Nullable Text> source, boolean done) {
        source.subscribe(text -> {
            if (text != null) {
                pseudoClassStateChanged(DONE, done);
                notice.set(text);
            }
        });
    }
}
