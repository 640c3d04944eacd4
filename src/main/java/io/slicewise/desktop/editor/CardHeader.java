package io.slicewise.desktop.editor;

import io.slicewise.desktop.control.NameField;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.planning.moves.FewestMoves;
import io.slicewise.planning.moves.MoveAnswer;
import io.slicewise.planning.moves.MoveRequest;
import io.slicewise.planning.moves.WantedProfile;
import io.slicewise.planning.room.FleetRoom;
import io.slicewise.scenario.Edit;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.text.Decimal;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.usage.Averages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The head of a GPU's card: name, model, what is allocated and what can be reached, its figures, its menus. */
final class CardHeader extends VBox {
    private final EditorContext context;
    private final Label host = new Leftover();
    private final NameField named = new NameField("card-name");
    private final TextField name = named.field();
    private final Label number = new Label();
    private final StringProperty shownId = new SimpleStringProperty(this, "shownId", "");
    private final MenuButton model = new MenuButton();
    private final Region unverified = ModelMenu.unverifiedMark(this::unverifiedWhy);
    private final PresetButton presets;
    private final Label slices = new Label();
    private final Label ceiling = new Label();
    private final Label stranded = new Label();
    private final Label average = new Label();
    private final Label weighted = new Label();
    private final Label whole = new Label();
    private final Label power = new Label();
    private @Nullable Gpu gpu;

    CardHeader(EditorContext context) {
        this.context = context;
        presets = new PresetButton(context, () -> Optional.ofNullable(gpu));
        getStyleClass().add("card-header");
        Region space = new Region();
        HBox.setHgrow(space, Priority.SOMETIMES);
        HBox first = new HBox(host, named, number, model, unverified, space, presets, menu());
        first.getStyleClass().add("card-header-row");
        FlowPane second = new FlowPane(slices, ceiling, stranded, figures(), power);
        second.getStyleClass().add("card-facts");
        getChildren().addAll(first, second);
        setUpHost();
        setUpName();
        setUpNumber();
        setUpModel();
        slices.getStyleClass().addAll("card-slices", "term-allocated");
        ceiling.getStyleClass().addAll("badge", "term-ceiling");
        stranded.getStyleClass().addAll("badge", "warning", "term-stranded");
        ceiling.setOnMouseClicked(_ -> makeRoom());
        stranded.setOnMouseClicked(_ -> makeRoom());
        power.getStyleClass().add("caption");
        Tooltips.on(power, () -> context.words().now("editor.card.power.why"));
        tip(ceiling, "editor.card.ceiling.why");
        tip(stranded, "editor.map.stranded");
    }

    /** In front of the name where GPUs of several machines are called alike. */
    private void setUpHost() {
        host.getStyleClass().addAll("muted", "card-host");
        host.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox.setHgrow(host, Priority.ALWAYS);
        Tooltips.on(host, () -> gpu == null ? "" : gpu.host());
        host.visibleProperty().bind(context.names().map(names -> names.hosts().several()));
        host.managedProperty().bind(host.visibleProperty());
    }

    private void setUpName() {
        Words words = context.words();
        name.accessibleTextProperty().bind(words.of("editor.card.name"));
        name.textProperty().subscribe(text -> name.setPrefColumnCount(Math.clamp(text.length() * 5 / 9 + 1, 3, 16)));
        name.setOnAction(_ -> rename());
        name.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                rename();
            }
        });
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && gpu != null) {
                name.setText(gpu.name());
                event.consume();
            }
        });
    }

    /** Behind the name, which is edited without it; the model stands beside it. */
    private void setUpNumber() {
        number.getStyleClass().addAll("muted", "card-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.textProperty().bind(shownId.flatMap(id -> context.names().map(names -> names.number(id))));
        number.visibleProperty().bind(number.textProperty().isNotEmpty());
        number.managedProperty().bind(number.visibleProperty());
    }

    private void setUpModel() {
        model.getStyleClass().addAll("quiet", "card-model");
        model.getItems().add(new MenuItem());
        model.setMnemonicParsing(false);
        model.setMinWidth(0);
        model.accessibleTextProperty().bind(model.textProperty());
        model.setOnShowing(_ -> {
            model.getItems().setAll(item("editor.menu.weights", this::showWeights), new SeparatorMenuItem());
            model.getItems().addAll(context.models().items(this::change));
        });
        model.accessibleHelpProperty().bind(context.words().of("editor.menu.model"));
        unverified.managedProperty().bind(unverified.visibleProperty());
    }

    private void showWeights() {
        GpuModel shown = gpu == null ? null : gpu.model();
        if (shown != null) {
            context.actions().showWeights(shown);
        }
    }

    private HBox figures() {
        HBox figures = new HBox(
                figure("editor.figure.s", "editor.figure.s.name", "instance-average", average),
                figure("editor.figure.w", "editor.figure.w.name", "weighted", weighted),
                figure("editor.figure.g", "editor.figure.g.name", "whole-gpu", whole));
        figures.getStyleClass().add("card-figures");
        return figures;
    }

    private HBox figure(String key, String nameKey, String hue, Label value) {
        Label letter = new Label();
        letter.textProperty().bind(context.words().of(key));
        letter.getStyleClass().add("caption");
        value.getStyleClass().add("card-figure");
        HBox figure = new HBox(letter, value);
        figure.getStyleClass().addAll("card-figure-box", hue);
        Tooltips.on(figure, () -> context.words().now(nameKey));
        return figure;
    }

    private void tip(Label label, String key) {
        Tooltips.on(label, () -> context.words().now(key) + freeing());
    }

    /** What a click leads to: the moves on this GPU that let one more instance in. */
    private String freeing() {
        Gpu shown = gpu;
        if (shown == null) {
            return "";
        }
        Fleet alone = new Fleet(List.of(shown));
        return FleetRoom.of(alone, Set.of())
                .largestGain()
                .map(room -> {
                    String profile = room.profile().name();
                    MoveRequest request = MoveRequest.of(alone, List.of(new WantedProfile(profile)));
                    return FewestMoves.of(request).withStop() instanceof MoveAnswer.Found found
                            ? "\n" + context.words().now("editor.card.free", profile, found.moves())
                            : "";
                })
                .orElse("");
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton("", Icon.MORE.node());
        menu.getStyleClass().addAll("quiet", "card-menu");
        menu.accessibleTextProperty().bind(context.words().of("editor.card.menu"));
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(_ -> {
            Menu models = new Menu(context.words().now("editor.menu.model"));
            models.getItems().setAll(context.models().items(this::change));
            menu.getItems()
                    .setAll(
                            item("editor.menu.rename", this::startRenaming),
                            models,
                            item("editor.menu.weights", this::showWeights),
                            new SeparatorMenuItem(),
                            item("editor.menu.duplicateGpu", () -> edit(new ScenarioEdit.DuplicateGpu(id()))),
                            item("editor.menu.removeGpu", () -> edit(new ScenarioEdit.RemoveGpu(id()))));
        });
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(context.words().now(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private String id() {
        return gpu == null ? "" : gpu.id();
    }

    private void edit(Edit edit) {
        context.actions().edit(edit);
    }

    private void startRenaming() {
        name.requestFocus();
        name.selectAll();
    }

    private void rename() {
        Gpu now = gpu;
        String typed = name.getText().strip();
        if (now == null || typed.equals(now.name())) {
            return;
        }
        if (typed.isEmpty()) {
            name.setText(now.name());
        } else {
            context.document().settle();
            edit(new ScenarioEdit.RenameGpu(now.id(), typed));
            context.document().settle();
        }
    }

    private void change(GpuModel to) {
        context.fleet().gpu(id()).ifPresent(now -> context.actions().changeModel(List.of(now), to));
    }

    /** Leads to the moves that would make something of what is lost. */
    private void makeRoom() {
        Gpu shown = gpu;
        if (shown != null) {
            context.actions().makeRoom("", shown.id());
        }
    }

    void show(Gpu shown, Averages averages) {
        if (gpu == null || !gpu.id().equals(shown.id()) || !name.isFocused()) {
            gpu = shown;
            name.setText(shown.name());
        }
        gpu = shown;
        shownId.set(shown.id());
        host.setText(context.names().getValue().hosts().brief(shown.host()));
        showModel(shown.model());
        showFacts(shown);
        average.setText(
                Numbers.percent(averages.instanceAverage(), context.words().language()));
        weighted.setText(
                Numbers.percent(averages.weightedAverage(), context.words().language()));
        whole.setText(Numbers.percent(averages.wholeGpu(), context.words().language()));
        double watts = shown.powerWatts();
        show(power, Double.isNaN(watts) ? "" : context.words().now("editor.card.power", new Decimal(watts, 0)));
    }

    /** Takes what the others in its row leave: it is cut before any of them is. */
    private static final class Leftover extends Label {
        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }

        @Override
        protected double computeMaxWidth(double height) {
            return super.computePrefWidth(height);
        }
    }

    private void showModel(@Nullable GpuModel shown) {
        model.setVisible(shown != null);
        model.setManaged(shown != null);
        presets.setVisible(shown != null);
        presets.setManaged(shown != null);
        unverified.setVisible(shown != null && !shown.verified());
        if (shown != null) {
            model.setText(shown.shortName());
        }
    }

    private String unverifiedWhy() {
        GpuModel of = gpu == null ? null : gpu.model();
        Words words = context.words();
        return of == null
                ? ""
                : words.now(
                        "editor.model.unverified.why",
                        of.name(),
                        of.unverifiedWhy().in(words.language()));
    }

    private void showFacts(Gpu shown) {
        Words words = context.words();
        Optional<Layout> layout = shown.layout();
        if (layout.isEmpty()) {
            slices.setText(words.now("editor.card.slicesOnly", shown.allocatedSlices()));
            show(ceiling, "");
            show(stranded, "");
            return;
        }
        slices.setText(words.now(
                "editor.card.slices",
                shown.allocatedSlices(),
                layout.get().model().computeSlices()));
        double reached = layout.get().ceiling();
        int lost = layout.get().strandedSlices();
        show(ceiling, reached > 0 && reached < 1 ? words.now("editor.card.ceiling", new Percent(reached)) : "");
        show(stranded, lost > 0 ? words.now("editor.card.stranded", lost) : "");
    }

    private static void show(Label label, String text) {
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
        label.setText(text);
    }
}
