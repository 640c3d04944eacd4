package io.slicewise.desktop.plan;

import io.slicewise.desktop.plan.DemandSource.Meant;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import io.slicewise.usage.survey.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** Chooses the instances that a demand is taken from: all or the selected ones, or those that have something in common. */
final class MeantMenu extends MenuButton {
    private static final int MOST_VALUES = 40;

    private final PlanDesk desk;
    private final Words words;

    MeantMenu(PlanDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
        setMnemonicParsing(false);
        getItems().add(new MenuItem());
        setOnShowing(_ -> getItems().setAll(choices()));
        accessibleTextProperty().bind(words.of("planner.take.of"));
        desk.source().meantProperty().subscribe(_ -> name());
        desk.document().selectionProperty().subscribe(_ -> name());
        words.languageProperty().subscribe(this::name);
    }

    private void name() {
        Meant meant = desk.source().meantProperty().get();
        setText(meant == null ? everything() : said(meant));
    }

    /** What is taken where nobody chose: the selected instances where there are some. */
    private String everything() {
        int selected = desk.document().selection().size();
        return words.now(selected == 0 ? "planner.take.of.all" : "planner.take.of.selected", selected);
    }

    private String said(Meant meant) {
        return words.now("planner.take.of.value", LedgerModel.name(meant.by()), meant.value());
    }

    private List<MenuItem> choices() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item(everything(), null));
        for (Attribute by : LedgerModel.choices(desk.document().content().labels())) {
            Map<String, Integer> values = desk.source().values(by);
            if (values.size() > 1) {
                Menu menu = new Menu(words.now(LedgerModel.name(by)));
                menu.setMnemonicParsing(false);
                values.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_VALUES)
                        .forEach(value -> menu.getItems()
                                .add(item(
                                        words.now(Text.of("planner.take.of.count", value.getKey(), value.getValue())),
                                        new Meant(by, value.getKey()))));
                items.add(menu);
            }
        }
        return items;
    }

    private MenuItem item(String text, @Nullable Meant meant) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> desk.source().meantProperty().set(meant));
        return item;
    }
}
