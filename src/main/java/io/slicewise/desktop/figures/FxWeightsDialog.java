package io.slicewise.desktop.figures;

import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Numbers;
import io.slicewise.usage.GpuWeight;
import io.slicewise.usage.WeightBasis;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks for own weights in a table that starts from the present weights, or from compute slices. */
final class FxWeightsDialog implements BasisChoice.WeightsDialog {
    private final Words words;
    private final Look look;

    FxWeightsDialog(Words words, Look look) {
        this.words = words;
        this.look = look;
    }

    @Override
    public Optional<WeightBasis.Own> askBasis(Scenario scenario) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Double> start = new HashMap<>();
        for (GpuModel model : models(scenario)) {
            names.put(model.id(), words.now("figures.weights.whole", model.name()));
            start.put(model.id(), known(scenario.weights().basis().gpu(model), model.computeSlices()));
            for (Profile profile : model.profiles()) {
                String key = WeightBasis.Own.key(model, profile);
                names.put(key, model.name() + " · " + profile.name());
                start.put(key, known(scenario.weights().basis().instance(model, profile), profile.computeSlices()));
            }
        }
        return ask("figures.weights.title", names, start).map(WeightBasis.Own::new);
    }

    @Override
    public Optional<GpuWeight.Own> askGpus(Scenario scenario) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Double> start = new HashMap<>();
        for (GpuModel model : models(scenario)) {
            names.put(model.id(), model.name());
            start.put(model.id(), known(scenario.weights().gpus().of(model), 1));
        }
        return ask("figures.weights.gpus", names, start).map(GpuWeight.Own::new);
    }

    private static List<GpuModel> models(Scenario scenario) {
        return scenario.fleet().gpus().stream()
                .map(Gpu::model)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static double known(double weight, double otherwise) {
        return Double.isNaN(weight) ? otherwise : weight;
    }

    private Optional<Map<String, Double>> ask(String title, Map<String, String> names, Map<String, Double> start) {
        GridPane grid = new GridPane(16, 6);
        Map<String, TextField> fields = new LinkedHashMap<>();
        for (Map.Entry<String, String> name : names.entrySet()) {
            TextField field = new TextField(Numbers.decimal(start.getOrDefault(name.getKey(), 1.0), 6));
            field.setPrefColumnCount(8);
            Label label = new Label(name.getValue());
            label.setLabelFor(field);
            grid.addRow(fields.size(), label, field);
            fields.put(name.getKey(), field);
        }
        Dialog<Map<String, Double>> dialog = new Dialog<>();
        ButtonType use = new ButtonType(words.now("figures.weights.use"), ButtonData.OK_DONE);
        dialog.setTitle("Slicewise");
        dialog.setHeaderText(words.now(title));
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(Math.min(420, 40.0 * fields.size()));
        StringBinding wrong = Bindings.createStringBinding(
                () -> wrong(names, fields),
                fields.values().stream().map(TextField::textProperty).toArray(Observable[]::new));
        Label why = new Label();
        why.getStyleClass().add("warning");
        why.setWrapText(true);
        // the dialog has its size when the sentence comes: the list gives way, not the sentence
        why.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        why.textProperty().bind(wrong);
        why.managedProperty().bind(wrong.isNotEmpty());
        dialog.getDialogPane().setContent(new VBox(8, scroll, why));
        dialog.getDialogPane()
                .getButtonTypes()
                .addAll(use, new ButtonType(words.now("desktop.cancel"), ButtonData.CANCEL_CLOSE));
        Node button = dialog.getDialogPane().lookupButton(use);
        button.disableProperty().bind(wrong.isNotEmpty());
        dialog.setResultConverter(type -> type == use ? weights(fields) : null);
        look.dress(dialog);
        return dialog.showAndWait();
    }

    /** What is wrong with the first field that holds no weight, marking all that do not; empty where there is none. */
    private String wrong(Map<String, String> names, Map<String, TextField> fields) {
        String first = "";
        for (Map.Entry<String, TextField> entry : fields.entrySet()) {
            TextField field = entry.getValue();
            boolean invalid = number(field.getText()) == null;
            field.getStyleClass().removeAll("invalid");
            if (invalid) {
                field.getStyleClass().add("invalid");
            }
            if (invalid && first.isEmpty()) {
                first = words.now("figures.weights.wrong", names.getOrDefault(entry.getKey(), ""), field.getText());
            }
        }
        return first;
    }

    private static Map<String, Double> weights(Map<String, TextField> fields) {
        Map<String, Double> weights = new HashMap<>();
        fields.forEach((key, field) -> {
            Double number = number(field.getText());
            if (number != null) {
                weights.put(key, number);
            }
        });
        return weights;
    }

    /** A weight of at least 0; with a point or a comma. */
    private static @Nullable Double number(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace(',', '.'));
            return Double.isFinite(value) && value >= 0 ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
