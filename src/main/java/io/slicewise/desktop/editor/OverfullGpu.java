package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Naming;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Asks which instances of a GPU to keep that has more of them than it has room for. Nothing is ticked off by itself: what
 * is gone is known to the person alone.
 */
public final class OverfullGpu extends VBox {
    private final Gpu gpu;
    private final Map<InstanceRef, CheckBox> boxes = new LinkedHashMap<>();
    private final Button keep = new Button();
    private final Label chosen = new Label();

    OverfullGpu(EditorContext context, Gpu gpu, GpuModel model) {
        this.gpu = gpu;
        getStyleClass().addAll("unknown-model", "overfull-gpu");
        Label sentence = new Label(context.words()
                .now(
                        "editor.overfull",
                        Naming.of(context.fleet()).gpu(gpu),
                        gpu.allocatedSlices(),
                        model.computeSlices()));
        sentence.setWrapText(true);
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("unknown-model-row");
        for (Instance instance : gpu.instances()) {
            CheckBox box = new CheckBox(context.words()
                    .now(
                            "editor.overfull.instance",
                            Naming.onGpu(gpu, instance),
                            instance.profile().computeSlices(),
                            Numbers.percent(
                                    instance.utilization(), context.words().language())));
            box.setSelected(true);
            box.selectedProperty().subscribe(() -> count(context, model));
            boxes.put(new InstanceRef(gpu.id(), instance.id()), box);
            choices.getChildren().add(box);
        }
        keep.setText(context.words().now("editor.overfull.keep"));
        keep.setOnAction(_ -> context.actions().edit(new InstanceEdit.RemoveInstances(unwanted())));
        count(context, model);
        HBox row = new HBox(keep, chosen);
        row.getStyleClass().add("overfull-keep");
        getChildren().addAll(sentence, choices, row);
    }

    /** Says how many slices are chosen, which is why the button is grey where they are too many. */
    private void count(EditorContext context, GpuModel model) {
        boolean tooMany = slices() > model.computeSlices();
        keep.setDisable(tooMany);
        chosen.setText(context.words().now("editor.overfull.chosen", slices(), model.computeSlices()));
        chosen.getStyleClass().setAll("label", tooMany ? "warning" : "muted");
    }

    private int slices() {
        return gpu.instances().stream()
                .filter(instance -> isWanted(new InstanceRef(gpu.id(), instance.id())))
                .mapToInt(instance -> instance.profile().computeSlices())
                .sum();
    }

    private boolean isWanted(InstanceRef ref) {
        CheckBox box = boxes.get(ref);
        return box == null || box.isSelected();
    }

    private Set<InstanceRef> unwanted() {
        return boxes.keySet().stream().filter(ref -> !isWanted(ref)).collect(Collectors.toSet());
    }
}
