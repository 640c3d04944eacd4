package io.slicewise.desktop.editor;

import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Layout;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The context menus of instances, and of the free room between them. Made anew each time they are shown. */
final class InstanceMenu {
    private InstanceMenu() {}

    static void show(EditorContext context, InstanceBlock block, double screenX, double screenY) {
        menu(context, block.block().ref()).show(block, screenX, screenY);
    }

    static void showBelow(EditorContext context, InstanceBlock block) {
        menu(context, block.block().ref()).show(block, Side.BOTTOM, 0, 0);
    }

    static void showEmpty(EditorContext context, Node owner, double screenX, double screenY) {
        EditorActions actions = context.actions();
        ContextMenu menu = new ContextMenu(
                item(context, "editor.menu.paste", actions::paste, actions.canPaste()),
                item(context, "editor.menu.selectAll", actions::selectAll, actions.canSelectAll()));
        menu.show(owner, screenX, screenY);
    }

    /** The menu of an instance; what it does is for everything that is selected, except swapping the profile. */
    static ContextMenu menu(EditorContext context, InstanceRef ref) {
        EditorActions actions = context.actions();
        ObservableValue<Boolean> selected = actions.hasSelection();
        Menu swap = new Menu(context.words().now("editor.menu.swap"));
        swap.getItems().setAll(profiles(context, ref));
        return new ContextMenu(
                item(context, "editor.menu.utilization", actions::setUtilization, selected),
                item(context, "editor.menu.noReading", () -> noReading(context), selected),
                swap,
                new SeparatorMenuItem(),
                item(context, "editor.menu.duplicate", actions::duplicate, selected),
                item(context, "editor.menu.delete", actions::delete, selected),
                new SeparatorMenuItem(),
                item(context, "editor.menu.cut", actions::cut, selected),
                item(context, "editor.menu.copy", actions::copy, selected),
                item(context, "editor.menu.paste", actions::paste, actions.canPaste()));
    }

    private static void noReading(EditorContext context) {
        context.actions().setUtilization(context.document().selection(), Instance.NO_READING);
    }

    /** The profiles that an instance can have; those that do not fit in its place are disabled and say why. */
    static List<MenuItem> profiles(EditorContext context, InstanceRef ref) {
        return profiles(context, ref, profile -> context.actions().edit(new InstanceEdit.ChangeProfile(ref, profile)));
    }

    private static List<MenuItem> profiles(EditorContext context, InstanceRef ref, Consumer<String> chosen) {
        Optional<Layout> rest =
                context.fleet().gpu(ref.gpu()).flatMap((Gpu gpu) -> gpu.layoutWithout(Set.of(ref.instance())));
        String now = context.fleet()
                .instance(ref)
                .map(instance -> instance.profile().name())
                .orElse("");
        List<MenuItem> items = new ArrayList<>();
        rest.map(PaletteModel::entries).orElse(List.of()).forEach(entry -> {
            String name = entry.profile().name();
            if (!name.equals(now)) {
                Text reason = entry.reason();
                MenuItem item =
                        new MenuItem(reason == null ? name : context.words().now("editor.menu.unfit", name, reason));
                item.setMnemonicParsing(false);
                item.setDisable(reason != null);
                item.setOnAction(_ -> chosen.accept(name));
                items.add(item);
            }
        });
        return items;
    }

    private static MenuItem item(EditorContext context, String key, Runnable action, ObservableValue<Boolean> enabled) {
        Words words = context.words();
        MenuItem item = new MenuItem(words.now(key));
        item.setDisable(!enabled.getValue());
        item.setOnAction(_ -> action.run());
        return item;
    }
}
