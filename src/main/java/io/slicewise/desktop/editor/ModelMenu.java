package io.slicewise.desktop.editor;

import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/** Menus that choose a GPU model: one submenu an architecture, unverified models marked. */
final class ModelMenu {
    private final Supplier<Catalogue> catalogue;
    private final Words words;

    ModelMenu(Supplier<Catalogue> catalogue, Words words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    Catalogue catalogue() {
        return catalogue.get();
    }

    /** New menus, one an architecture. */
    List<MenuItem> items(Consumer<GpuModel> chosen) {
        List<MenuItem> menus = new ArrayList<>();
        ModelChoices.byArchitecture(catalogue()).forEach((architecture, models) -> {
            Menu menu = new Menu(architecture.isEmpty() ? words.now("editor.model.own") : architecture);
            models.forEach(model -> menu.getItems().add(item(model, chosen)));
            menus.add(menu);
        });
        return menus;
    }

    /** The same after the models that these GPUs' profiles fit. */
    List<MenuItem> items(List<Gpu> gpus, Consumer<GpuModel> chosen) {
        List<MenuItem> items = new ArrayList<>();
        ModelChoices.fitting(catalogue(), gpus).forEach(model -> items.add(item(model, chosen)));
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.addAll(items(chosen));
        return items;
    }

    private MenuItem item(GpuModel model, Consumer<GpuModel> chosen) {
        MenuItem item =
                new MenuItem(model.verified() ? model.name() : words.now("editor.model.unverified", model.name()));
        item.setMnemonicParsing(false);
        if (!model.verified()) {
            item.setGraphic(Icon.WARNING.node());
        }
        item.setOnAction(_ -> chosen.accept(model));
        return item;
    }

    /** The mark beside a figure or name that was not verified, with the reason in its tooltip. */
    static Region unverifiedMark(Supplier<String> why) {
        Region mark = Icon.WARNING.node();
        mark.getStyleClass().add("unverified");
        mark.setMouseTransparent(false);
        Tooltips.on(mark, why);
        return mark;
    }
}
