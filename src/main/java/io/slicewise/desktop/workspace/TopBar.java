package io.slicewise.desktop.workspace;

import io.slicewise.desktop.control.Segmented;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Language;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The upper edge: menus at the left, the screens in the middle, language and theme at the right. */
final class TopBar extends HBox {
    private final Words words;

    TopBar(MenuBar menus, Node screens, Words words, Look look) {
        this.words = words;
        getStyleClass().add("top-bar");
        getChildren().addAll(menus, space(), screens, space(), languages(), theme(look));
    }

    private static Node space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private Node languages() {
        return new Segmented<>(
                Language.all(),
                words.languageProperty(),
                words.languageProperty()::set,
                (language, button) -> {
                    button.setText(language.abbreviation());
                    button.accessibleTextProperty().bind(words.of("desktop.language." + language.code()));
                    Tooltips.on(button, () -> words.now("desktop.language." + language.code()));
                });
    }

    private Node theme(Look look) {
        Button button = new Button();
        button.getStyleClass().add("quiet");
        button.graphicProperty().bind(look.dark().map(dark -> (dark ? Icon.SUN : Icon.MOON).node()));
        button.setOnAction(_ -> look.themeProperty().set(look.dark().getValue() ? Theme.LIGHT : Theme.DARK));
        button.accessibleTextProperty().bind(words.of("desktop.theme.switch"));
        Tooltips.on(button, () -> words.now("desktop.theme.switch"));
        return button;
    }
}
