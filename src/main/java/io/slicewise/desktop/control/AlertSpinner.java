package io.slicewise.desktop.control;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.words.Words;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;

/** The alert threshold in percent, to be read and changed. */
public final class AlertSpinner extends Spinner<Integer> {
    private static final int STEP = 1;

    public AlertSpinner(AlertLevel level, Words words) {
        super(new IntegerSpinnerValueFactory(
                AlertLevel.LOWEST, AlertLevel.HIGHEST, level.percentProperty().get(), STEP));
        getValueFactory().setConverter(new Percent(level));
        getValueFactory().valueProperty().bindBidirectional(level.percentProperty());
        setEditable(true);
        getStyleClass().add("alert-spinner");
        accessibleTextProperty().bind(words.of("desktop.alert"));
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
                double percent = Double.parseDouble(number.replace(',', '.'));
                return Double.isNaN(percent)
                        ? level.percentProperty().get()
                        : Math.clamp(Math.round(percent), AlertLevel.LOWEST, AlertLevel.HIGHEST);
            } catch (NumberFormatException _) {
                return level.percentProperty().get();
            }
        }
    }
}
