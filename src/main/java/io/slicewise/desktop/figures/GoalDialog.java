package io.slicewise.desktop.figures;

import io.slicewise.desktop.control.VariableChoice;
import io.slicewise.desktop.control.VariableNames;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.goal.GoalCount;
import io.slicewise.planning.goal.GoalFigure;
import io.slicewise.planning.goal.GoalSeek;
import io.slicewise.planning.goal.GoalVariable;
import io.slicewise.planning.goal.GoalVariable.Kind;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a figure must be, and says what that takes: the utilization of one instance, of several at one value, or how few at a
 * value; where it is impossible, what can be reached. The answer follows each key, and can be put into the document.
 */
final class GoalDialog {
    private static final Pattern PERCENT = Pattern.compile("\\s*(\\d{1,3}(?:[.,]\\d{1,6})?)\\s*%?\\s*");
    private static final double WIDTH = 460;

    private final Document document;
    private final GoalFigure figure;
    private final Words words;
    private final List<GoalVariable> variables;
    private final ObjectProperty<GoalVariable> varied = new SimpleObjectProperty<>();

    /** What it takes. */
    sealed interface Answer {
        Text said();

        boolean isPossible();

        /** Which instances are set. */
        Set<InstanceRef> instances();

        /** What they are set to, a ratio. */
        double value();
    }

    /**
     * All of them at one value.
     *
     * @param seek what it takes
     * @param goal what was wanted, a ratio
     * @param varied what takes it
     */
    record Common(GoalSeek seek, double goal, GoalVariable varied) implements Answer {
        @Override
        public Text said() {
            Percent least = new Percent(Math.min(seek.least(), seek.most()));
            Percent most = new Percent(Math.max(seek.least(), seek.most()));
            if (Double.isNaN(seek.least())) {
                return Text.of("goal.none");
            }
            return seek.isPossible()
                    ? Text.of("goal.possible", VariableNames.of(varied), new Percent(seek.value()), least, most)
                    : Text.of("goal.impossible", new Percent(goal), VariableNames.of(varied), least, most);
        }

        @Override
        public boolean isPossible() {
            return seek.isPossible();
        }

        @Override
        public Set<InstanceRef> instances() {
            return varied.instances();
        }

        @Override
        public double value() {
            return seek.value();
        }
    }

    /**
     * The fewest of them at a value.
     *
     * @param count what it takes
     * @param goal what was wanted, a ratio
     * @param value what each of them is set to, a ratio
     * @param varied of which they are
     */
    record Fewest(GoalCount count, double goal, double value, GoalVariable varied) implements Answer {
        @Override
        public Text said() {
            Text names = VariableNames.of(varied);
            Percent least = new Percent(count.least());
            Percent most = new Percent(count.most());
            if (Double.isNaN(count.least())) {
                return Text.of("goal.none");
            }
            if (!count.isPossible()) {
                return Text.of("goal.count.impossible", new Percent(goal), names, new Percent(value), least, most);
            }
            return Text.of(
                    count.chosen().isEmpty() ? "goal.count.there" : "goal.count.possible",
                    names,
                    count.chosen().size(),
                    varied.instances().size(),
                    new Percent(value),
                    new Percent(count.reached()),
                    new Percent(count.oneFewer()),
                    least,
                    most);
        }

        @Override
        public boolean isPossible() {
            return count.isPossible() && !count.chosen().isEmpty();
        }

        @Override
        public Set<InstanceRef> instances() {
            return Set.copyOf(count.chosen());
        }
    }

    GoalDialog(Document document, GoalFigure figure, Words words) {
        this.document = document;
        this.figure = figure;
        this.words = words;
        variables = variables(document);
        if (!variables.isEmpty()) {
            varied.set(variables.getFirst());
        }
    }

    /** Whether there is anything to vary. */
    boolean isPossible() {
        return !variables.isEmpty();
    }

    /** What is selected first, then the rest. */
    private static List<GoalVariable> variables(Document document) {
        List<GoalVariable> all = new ArrayList<>();
        Set<InstanceRef> selected = document.selection();
        if (selected.size() > 1) {
            all.add(new GoalVariable(Kind.SELECTED, "", selected));
        }
        List<GoalVariable> others = GoalVariable.of(document.scenario().fleet());
        if (selected.size() == 1) {
            others.stream().filter(one -> one.instances().equals(selected)).forEach(all::add);
        }
        others.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }

    /** Asks, and does what was answered. */
    void show(Look look) {
        TextField wanted = new TextField();
        wanted.setPrefColumnCount(6);
        wanted.setId("goal-wanted");
        VariableChoice choice = new VariableChoice(() -> variables, varied, varied::set, words);
        choice.setId("goal-vary");
        TextField each = new TextField("100%");
        each.setPrefColumnCount(6);
        each.setId("goal-each");
        RadioButton common = new RadioButton(words.now("goal.how.common"));
        RadioButton count = new RadioButton(words.now("goal.how.count"));
        count.setId("goal-count");
        ToggleGroup how = new ToggleGroup();
        how.getToggles().addAll(common, count);
        common.setSelected(true);
        each.disableProperty().bind(count.selectedProperty().not());
        each.accessibleTextProperty().bind(count.textProperty());
        ObservableValue<@Nullable Answer> answer = Bindings.createObjectBinding(
                () -> (count.isSelected() ? fewest(wanted.getText(), each.getText()) : answer(wanted.getText()))
                        .orElse(null),
                wanted.textProperty(),
                varied,
                count.selectedProperty(),
                each.textProperty());
        Label said = new Label();
        said.setWrapText(true);
        said.setMaxWidth(WIDTH);
        said.setMinHeight(60);
        said.setId("goal-said");
        said.textProperty().bind(answer.map(one -> words.now(one.said())).orElse(words.now("goal.expected")));
        GridPane grid = new GridPane(12, 8);
        grid.addRow(0, label("goal.must", wanted), wanted);
        grid.addRow(1, label("goal.by", choice), choice);
        HBox few = new HBox(8, count, each);
        few.setAlignment(Pos.CENTER_LEFT);
        grid.addRow(2, label("goal.how", common), new VBox(6, common, few));
        VBox content = new VBox(12, grid, said);
        content.setPrefWidth(WIDTH);
        Dialog<Answer> dialog = new Dialog<>();
        ButtonType set = new ButtonType(words.now("goal.set"), ButtonData.OK_DONE);
        dialog.setTitle("Slicewise");
        dialog.setHeaderText(words.now("goal.title", Text.of("figures." + key() + ".name")));
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane()
                .getButtonTypes()
                .addAll(set, new ButtonType(words.now("desktop.cancel"), ButtonData.CANCEL_CLOSE));
        Node button = dialog.getDialogPane().lookupButton(set);
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> answer.getValue() == null || !answer.getValue().isPossible(), answer));
        dialog.setResultConverter(type -> type == set ? answer.getValue() : null);
        look.dress(dialog);
        dialog.setOnShown(_ -> wanted.requestFocus());
        dialog.showAndWait().ifPresent(this::use);
    }

    private Label label(String key, Node of) {
        Label label = new Label(words.now(key));
        label.setLabelFor(of);
        return label;
    }

    private String key() {
        return switch (figure) {
            case INSTANCE -> "average";
            case WEIGHTED -> "weighted";
            case WHOLE -> "whole";
        };
    }

    /** What a wanted figure takes, all at one value; empty where it is no percentage. */
    Optional<Answer> answer(String typed) {
        OptionalDouble goal = ratio(typed);
        GoalVariable which = varied.get();
        if (goal.isEmpty() || which == null) {
            return Optional.empty();
        }
        GoalSeek seek = GoalSeek.of(
                document.scenario().fleet(),
                document.scenario().weights(),
                figure,
                goal.getAsDouble(),
                which.instances());
        return Optional.of(new Common(seek, goal.getAsDouble(), which));
    }

    /** How few at a value a wanted figure takes; empty where one of them is no percentage. */
    Optional<Answer> fewest(String typed, String value) {
        OptionalDouble goal = ratio(typed);
        OptionalDouble each = ratio(value);
        GoalVariable which = varied.get();
        if (goal.isEmpty() || each.isEmpty() || each.getAsDouble() > 1 || which == null) {
            return Optional.empty();
        }
        GoalCount count = GoalCount.of(
                document.scenario().fleet(),
                document.scenario().weights(),
                figure,
                goal.getAsDouble(),
                each.getAsDouble(),
                which.instances());
        return Optional.of(new Fewest(count, goal.getAsDouble(), each.getAsDouble(), which));
    }

    private static OptionalDouble ratio(String typed) {
        Matcher number = PERCENT.matcher(typed);
        return number.matches()
                ? OptionalDouble.of(new BigDecimal(number.group(1).replace(',', '.'))
                        .movePointLeft(2)
                        .doubleValue())
                : OptionalDouble.empty();
    }

    /** Puts an answer into the document. */
    void use(Answer answer) {
        document.edit(new InstanceEdit.SetUtilization(answer.instances(), answer.value()));
        document.settle();
    }
}
