package io.slicewise.desktop.workspace;

import io.slicewise.desktop.control.Segmented;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Language;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.Region;

/**
 * The upper edge: menus at the left, the screens in the middle, language and theme at the right. Where large type leaves
 * too little room for all of them, the screens have a line of their own.
 */
final class TopBar extends Region {
    private static final double GAP = 10;

    private final Words words;
    private final Node menus;
    private final Node screens;
    private final Node languages;
    private final Node theme;

    TopBar(MenuBar menus, Node screens, Words words, Look look) {
        this.words = words;
        this.menus = menus;
        this.screens = screens;
        languages = languages();
        theme = theme(look);
        getStyleClass().add("top-bar");
        getChildren().addAll(menus, screens, languages, theme);
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

    // ---- layout ----

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    private boolean inOneLine(double width) {
        double all = Stream.of(menus, screens, languages, theme)
                .filter(Node::isManaged)
                .mapToDouble(node -> wide(node) + GAP)
                .sum();
        return all <= inner(width);
    }

    private double wide(Node node) {
        return snapSizeX(node.prefWidth(-1));
    }

    private double lineHeight() {
        return Stream.of(menus, screens, languages, theme)
                .filter(Node::isManaged)
                .mapToDouble(node -> snapSizeY(node.prefHeight(-1)))
                .max()
                .orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        double edges = snappedTopInset() + snappedBottomInset();
        boolean one = width < 0 || inOneLine(width);
        return edges + (one ? lineHeight() : 2 * lineHeight() + GAP / 2);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        double top = snappedTopInset();
        double high = lineHeight();
        boolean one = inOneLine(getWidth());
        double tools = right - wide(theme) - GAP - wide(languages);
        place(languages, tools, top, high);
        place(theme, right - wide(theme), top, high);
        place(menus, left, top, high);
        double from = one ? left + wide(menus) : left;
        double to = one ? tools : right;
        if (screens.isManaged()) {
            double middle = from + (to - from - wide(screens)) / 2;
            place(screens, Math.max(from, middle), one ? top : top + high + GAP / 2, high);
        }
    }

    private void place(Node node, double x, double top, double high) {
        double height = snapSizeY(node.prefHeight(-1));
        node.resizeRelocate(snapPositionX(x), snapPositionY(top + (high - height) / 2), wide(node), height);
    }
}
