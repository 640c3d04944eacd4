package io.slicewise.desktop.figures;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import io.slicewise.usage.GpuWeight;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The switch of the weight basis, and beside it, or below where that is too narrow, the sentence what it answers. */
final class BasisChoice extends Pane {
    private static final double GAP = 10;

    /** The least width of the sentence beside the switch, in heights of its type. */
    private static final double BESIDE = 19;

    private final HBox chooser;
    private final Label answers = new Label();
    private final Document document;
    private final Words words;
    private final WeightsDialog dialog;

    /** Asks for the planner's own weights. */
    interface WeightsDialog {
        /** Weights of instances and GPUs; empty when the planner changed their mind. */
        Optional<WeightBasis.Own> askBasis(Scenario scenario);

        /** Weights of GPU models beside each other. */
        Optional<GpuWeight.Own> askGpus(Scenario scenario);
    }

    BasisChoice(Document document, Words words, WeightsDialog dialog) {
        this.document = document;
        this.words = words;
        this.dialog = dialog;
        getStyleClass().add("basis");
        setMinHeight(USE_PREF_SIZE);
        ObservableValue<Weights> weights = document.scenarioProperty().map(Scenario::weights);
        MenuButton button = new MenuButton();
        button.getStyleClass().addAll("basis-button", "term-weight-basis");
        button.textProperty().bind(words.of(weights.map(w -> Text.of("figures.basis", name(w)))));
        button.accessibleTextProperty().bind(button.textProperty());
        button.setMinWidth(Region.USE_PREF_SIZE);
        for (WeightBasis.Hardware basis : WeightBasis.Hardware.values()) {
            button.getItems().add(item(basis));
        }
        button.getItems().addAll(own(), new SeparatorMenuItem());
        button.getItems().addAll(gpus(new GpuWeight.Equal()), gpus(new GpuWeight.BySms()), ownGpus());
        answers.getStyleClass().add("caption");
        answers.setWrapText(true);
        answers.setMinHeight(Region.USE_PREF_SIZE);
        answers.textProperty().bind(words.of(weights.map(BasisChoice::answer)));
        chooser = new HBox(new ReadingChoice(document, words).button(), button, unverified());
        chooser.getStyleClass().add("basis-chooser");
        getChildren().addAll(chooser, answers);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean fitsBeside(double width) {
        return width - chooser.prefWidth(-1) - GAP >= BESIDE * answers.getFont().getSize();
    }

    @Override
    protected double computePrefWidth(double height) {
        return chooser.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double row = chooser.prefHeight(-1);
        double room = width < 0 ? getWidth() : width;
        return fitsBeside(room)
                ? Math.max(row, answers.prefHeight(room - chooser.prefWidth(-1) - GAP))
                : row + GAP / 2 + answers.prefHeight(room);
    }

    @Override
    protected void layoutChildren() {
        double wide = chooser.prefWidth(-1);
        double row = chooser.prefHeight(-1);
        if (fitsBeside(getWidth())) {
            chooser.resizeRelocate(0, snapPositionY((getHeight() - row) / 2), wide, row);
            double room = getWidth() - wide - GAP;
            double high = answers.prefHeight(room);
            answers.resizeRelocate(wide + GAP, snapPositionY((getHeight() - high) / 2), room, high);
        } else {
            chooser.resizeRelocate(0, 0, Math.min(wide, getWidth()), row);
            answers.resizeRelocate(0, row + GAP / 2, getWidth(), answers.prefHeight(getWidth()));
        }
    }

    /** What the basis answers; of a reading that was chosen, first what it is. */
    private static Text answer(Weights weights) {
        Text answer = Text.of("usage.answers." + weights.basis().id());
        return weights.reading() == ReadingKind.ENGINE
                ? answer
                : Text.of(
                        "figures.reading.answers",
                        Text.of("usage.reading.about." + weights.reading().id()),
                        answer);
    }

    private static Text name(Weights weights) {
        return Text.of("usage.basis." + weights.basis().id());
    }

    private MenuItem item(WeightBasis.Hardware basis) {
        RadioMenuItem item = radio("usage.basis." + basis.id(), weights -> weights.basis() == basis);
        item.setOnAction(_ -> set(weights().withBasis(basis)));
        return item;
    }

    private MenuItem own() {
        RadioMenuItem item = radio("figures.basis.own", weights -> weights.basis() instanceof WeightBasis.Own);
        item.setOnAction(_ -> {
            dialog.askBasis(document.scenario()).ifPresent(own -> set(weights().withBasis(own)));
            refresh(item, document.scenario().weights().basis() instanceof WeightBasis.Own);
        });
        return item;
    }

    private MenuItem gpus(GpuWeight weight) {
        RadioMenuItem item =
                radio("figures.gpus." + weight.id(), weights -> weights.gpus().equals(weight));
        item.setOnAction(_ -> set(weights().withGpus(weight)));
        return item;
    }

    private MenuItem ownGpus() {
        RadioMenuItem item = radio("figures.basis.ownGpus", weights -> weights.gpus() instanceof GpuWeight.Own);
        item.setOnAction(_ -> {
            dialog.askGpus(document.scenario()).ifPresent(own -> set(weights().withGpus(own)));
            refresh(item, document.scenario().weights().gpus() instanceof GpuWeight.Own);
        });
        return item;
    }

    private RadioMenuItem radio(String key, Predicate<Weights> selected) {
        RadioMenuItem item = new RadioMenuItem();
        item.textProperty().bind(words.of(key));
        document.scenarioProperty().subscribe(s -> refresh(item, selected.test(s.weights())));
        return item;
    }

    private static void refresh(RadioMenuItem item, boolean selected) {
        item.setSelected(selected);
    }

    private void set(Weights weights) {
        document.edit(new ScenarioEdit.SetWeights(weights));
        document.settle();
    }

    private Weights weights() {
        return document.scenario().weights();
    }

    private Label unverified() {
        Label label = new Label();
        label.getStyleClass().addAll("badge", "warning");
        label.setMinWidth(Region.USE_PREF_SIZE);
        ObservableValue<Integer> count =
                document.figuresProperty().map(Figures::unverified).map(List::size);
        label.textProperty().bind(words.of(count.map(n -> Text.of("figures.unverified", n))));
        label.visibleProperty().bind(count.map(n -> n > 0));
        label.managedProperty().bind(label.visibleProperty());
        Tooltips.on(label, () -> words.now("figures.unverified.help"));
        label.accessibleHelpProperty().bind(words.of("figures.unverified.help"));
        return label;
    }
}
