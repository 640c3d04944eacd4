package io.slicewise.desktop.chart;

import io.slicewise.text.Messages;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of a chart: take the picture, take the figures. */
final class ChartMenu {
    private final ChartActions actions;
    private final Supplier<Optional<ChartActions.Shown>> shown;

    /** A menu for whatever {@code shown} says at the time. */
    ChartMenu(ChartActions actions, Supplier<Optional<ChartActions.Shown>> shown) {
        this.actions = actions;
        this.shown = shown;
    }

    ContextMenu in(Messages messages) {
        return new ContextMenu(
                item(messages, "chart.copy.picture", ChartActions::copyPicture),
                item(messages, "chart.copy.table", ChartActions::copyTable),
                new SeparatorMenuItem(),
                item(messages, "chart.png.save", ChartActions::savePng),
                item(messages, "chart.svg.save", ChartActions::saveSvg));
    }

    private MenuItem item(Messages messages, String key, BiConsumer<ChartActions, ChartActions.Shown> action) {
        MenuItem item = new MenuItem(messages.say(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> shown.get().ifPresent(chart -> action.accept(actions, chart)));
        return item;
    }
}
