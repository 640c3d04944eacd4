package io.slicewise.desktop.control;

import io.slicewise.desktop.words.Words;
import io.slicewise.planning.goal.GoalVariable;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Chooses instances that take one common utilization. */
public final class VariableChoice extends MenuButton {
    /**
     * The choice.
     *
     * @param all what can be chosen now
     * @param chosen what is
     */
    public VariableChoice(
            Supplier<List<GoalVariable>> all,
            ObservableValue<GoalVariable> chosen,
            Consumer<GoalVariable> choose,
            Words words) {
        textProperty().bind(words.of(chosen.map(VariableChoice::name).orElse(Text.of("goal.vary.none"))));
        getItems().add(new MenuItem());
        setOnShowing(_ -> {
            getItems().clear();
            GoalVariable.Kind last = null;
            for (GoalVariable one : all.get()) {
                if (last != null && last != one.kind()) {
                    getItems().add(new SeparatorMenuItem());
                }
                last = one.kind();
                MenuItem item = new MenuItem(words.now(name(one)));
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> choose.accept(one));
                getItems().add(item);
            }
        });
    }

    /** What instances are called together. */
    public static Text name(GoalVariable variable) {
        return Text.of(
                "goal.vary." + variable.kind().name().toLowerCase(Locale.ROOT),
                variable.name(),
                variable.instances().size());
    }
}
