package io.slicewise.desktop.editor;

import io.slicewise.desktop.control.Focus;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.text.Decimal;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The profiles of a GPU's model as chips: a click adds an instance at the best start, a drag at a start of choice. */
final class PaletteView extends FlowPane {
    private final EditorContext context;
    private final ToggleButton more = new ToggleButton();
    private final Label title = new Label();
    private final List<Chip> chips = new ArrayList<>();
    private @Nullable GpuModel model;
    private final Node map;
    private @Nullable Gpu gpu;

    /** @param map of the GPU that profiles are added to */
    PaletteView(EditorContext context, Node map) {
        this.context = context;
        this.map = map;
        getStyleClass().add("palette");
        title.getStyleClass().addAll("caption", "term-profile");
        title.textProperty().bind(context.words().of("editor.palette.add"));
        more.getStyleClass().addAll("quiet", "chip-more");
        more.textProperty()
                .bind(more.selectedProperty()
                        .flatMap(open -> open
                                ? context.words().of("editor.palette.less")
                                : context.words().of("editor.palette.more")));
        more.selectedProperty().subscribe(this::arrange);
    }

    void show(Gpu shown) {
        gpu = shown;
        if (!Objects.equals(shown.model(), model)) {
            model = shown.model();
            build();
        }
        PaletteModel palette = PaletteModel.of(shown);
        List<PaletteModel.Entry> entries = new ArrayList<>(palette.usual());
        entries.addAll(palette.more());
        for (int i = 0; i < chips.size(); i++) {
            chips.get(i).show(entries.get(i));
        }
    }

    private void build() {
        chips.clear();
        GpuModel known = model;
        if (known != null) {
            List<Profile> profiles = new ArrayList<>(
                    known.profiles().stream().filter(Profile::isPlain).toList());
            profiles.addAll(known.profiles().stream().filter(p -> !p.isPlain()).toList());
            profiles.forEach(profile -> chips.add(new Chip(profile)));
        }
        arrange();
    }

    private void arrange() {
        getChildren().setAll(title);
        chips.stream()
                .filter(chip -> chip.profile.isPlain() || more.isSelected())
                .forEach(getChildren()::add);
        if (chips.stream().anyMatch(chip -> !chip.profile.isPlain())) {
            getChildren().add(more);
        }
    }

    /** A chip within a wrapper, because a disabled button shows no tooltip. */
    private final class Chip extends StackPane {
        private final Profile profile;
        private final Button button = new Button();
        private PaletteModel.@Nullable Entry entry;
        private boolean dragged;
        private double pressedX;
        private double pressedY;

        private Chip(Profile profile) {
            this.profile = profile;
            Region bar = new Region();
            bar.getStyleClass().addAll("chip-bar", "chip-bar-" + Math.min(7, profile.computeSlices()));
            button.setText(profile.name());
            button.setGraphic(bar);
            button.getStyleClass().add("chip");
            button.setOnAction(_ -> add());
            button.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
            button.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
            button.addEventHandler(MouseEvent.MOUSE_RELEASED, this::drop);
            // what does not fit feels nothing itself
            setOnMousePressed(event -> {
                if (event.getTarget() == this) {
                    makeRoom();
                }
            });
            Tooltips.on(this, this::details);
            getChildren().add(button);
        }

        private void show(PaletteModel.Entry shown) {
            entry = shown;
            Text reason = shown.reason();
            if (reason != null && button.isFocused()) {
                // else it would go to whatever comes next, and so would the digits that are typed now
                Focus.put(map, button.isFocusVisible());
            }
            button.setDisable(reason != null);
            button.setMouseTransparent(reason != null);
            String spoken = reason == null
                    ? context.words().now("editor.palette.accessible", profile.name(), profile.computeSlices())
                    : context.words().now("editor.palette.accessible.unfit", profile.name(), reason);
            button.setAccessibleText(spoken);
            setAccessibleText(spoken);
        }

        private String details() {
            List<Text> lines = new ArrayList<>();
            lines.add(Text.of("editor.block.slices", profile.computeSlices()));
            Double memory = profile.memory();
            if (memory != null) {
                lines.add(Text.of("editor.block.memory", new Decimal(memory, 2)));
            }
            if (!profile.verified()) {
                lines.add(Text.of("editor.block.unverified", profile.name()));
            }
            Text reason = entry == null ? null : entry.reason();
            lines.add(reason == null ? Text.of("editor.palette.how") : Text.of("editor.palette.unfit", reason));
            if (reason != null) {
                lines.add(Text.of("editor.palette.room"));
            }
            return lines.stream().map(context.words()::now).collect(Collectors.joining("\n"));
        }

        /** Leads to the moves that would let it in. */
        private void makeRoom() {
            Gpu to = gpu;
            if (to != null && entry != null && entry.reason() != null) {
                context.actions().makeRoom(profile.name(), to.id());
            }
        }

        private void add() {
            Gpu to = gpu;
            if (to != null && !dragged) {
                context.actions().editAndSelect(new InstanceEdit.AddInstance(to.id(), profile.name(), null));
            }
        }

        private void press(MouseEvent event) {
            dragged = false;
            pressedX = event.getSceneX();
            pressedY = event.getSceneY();
        }

        private void drag(MouseEvent event) {
            double way = Math.hypot(event.getSceneX() - pressedX, event.getSceneY() - pressedY);
            if (dragged) {
                context.drag().move(event.getSceneX(), event.getSceneY());
            } else if (way > 5 && event.isPrimaryButtonDown()) {
                dragged = true;
                context.drag().begin(new Payload.Fresh(profile.name()), 0.5, event.getSceneX(), event.getSceneY());
            }
        }

        private void drop(MouseEvent event) {
            if (dragged) {
                context.drag().drop(event.getSceneX(), event.getSceneY());
            }
        }
    }
}
