package io.slicewise.desktop.control;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.words.Words;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** The alert threshold with its name, to be read and changed wherever it matters. */
public final class AlertField extends HBox {
    private static final int STEP = 1;

    // held here: the value is bound both ways, which is weak on both sides
    private final Spinner<Integer> spinner;

    public AlertField(AlertLevel level, Words words) {
        Label name = new Label();
        name.getStyleClass().addAll("muted", "term-alert-threshold");
        name.textProperty().bind(words.of("desktop.alert"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(
                AlertLevel.LOWEST, AlertLevel.HIGHEST, level.percentProperty().get(), STEP);
        values.setConverter(new Percent(level));
        values.valueProperty().bindBidirectional(level.percentProperty());
        spinner = new Spinner<>(values);
        spinner.setEditable(true);
        spinner.getStyleClass().add("alert-spinner");
        spinner.accessibleTextProperty().bind(words.of("desktop.alert"));
        name.setLabelFor(spinner);
        Label sign = new Label("%");
        sign.getStyleClass().add("muted");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("alert-field");
        setMaxWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(name, spinner, sign);
    }

    /** What is typed: a number in the range of the level; whatever else it is, the level stays as it was. */
    static final class Percent extends StringConverter<Integer> {
        private final AlertLevel level;

        Percent(AlertLevel level) {
            this.level = level;
        }

        @Override
        public String toString(Integer percent) {
            return String.valueOf(percent);
        }

        @Override
        public Integer fromString(String typed) {
            String number = typed.strip();
            if (number.endsWith("%")) {
                number = number.substring(0, number.length() - 1).strip();
            }
            try {
                long rounded = Math.round(Double.parseDouble(number.replace(',', '.')));
                return (int) Math.clamp(rounded, AlertLevel.LOWEST, AlertLevel.HIGHEST);
            } catch (NumberFormatException _) {
                return level.percentProperty().get();
            }
        }
    }
}
