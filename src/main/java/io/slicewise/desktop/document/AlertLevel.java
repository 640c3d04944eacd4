package io.slicewise.desktop.document;

import io.slicewise.story.Thresholds;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * From which slice-weighted average on a person should be woken, and which rules are to be silent: one choice for a
 * window and all that is in it. What is found and told, the timeline's time above, the rules for the monitoring and what
 * is presented all follow it.
 */
public final class AlertLevel {
    /** The lowest level that can be chosen, in percent. */
    public static final int LOWEST = 1;

    /** The highest level that can be chosen, in percent. */
    public static final int HIGHEST = 100;

    /** What operators usually set, in percent. */
    public static final int USUAL = (int) Math.round(Thresholds.DEFAULT.alert() * 100);

    private final ObjectProperty<Integer> percent;
    private final ObservableValue<Double> ratio;
    private final ObjectProperty<Set<String>> rulesOff = new SimpleObjectProperty<>(this, "rulesOff", Set.of());
    private final ObservableValue<Thresholds> thresholds;

    /** @param initial in percent */
    public AlertLevel(int initial) {
        percent = new SimpleObjectProperty<>(this, "percent", initial);
        ratio = percent.map(value -> value / 100.0);
        thresholds = Bindings.createObjectBinding(
                () -> Thresholds.DEFAULT.withAlert(percent.get() / 100.0).without(rulesOff.get()), percent, rulesOff);
    }

    /** The level in whole percent, to be changed by what lets people choose. */
    public ObjectProperty<Integer> percentProperty() {
        return percent;
    }

    /** The level as a ratio: 0.9 is 90 %. */
    public ObservableValue<Double> ratio() {
        return ratio;
    }

    /** The ids of the rules whose findings are not wanted, to be changed by what lets people choose. */
    public ObjectProperty<Set<String>> rulesOffProperty() {
        return rulesOff;
    }

    /** From where on something is worth saying: the usual thresholds with this level, without the silent rules. */
    public ObservableValue<Thresholds> thresholds() {
        return thresholds;
    }
}
