package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Placement;
import io.slicewise.text.Decimal;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The slice map of a GPU, to scale: the compute row with the instances, and below it the memory row, each unit under the
 * compute slice that it belongs to. It shows a GPU; gestures are {@link BlockGestures}', keys {@link MapKeys}'.
 */
final class SliceMap extends Region {
    private static final PseudoClass STRANDED = PseudoClass.getPseudoClass("stranded");
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final double MIB_PER_GIB = 1024;
    private static final double GAP = 2;
    private static final double NARROW_BELOW_EMS = 6.2;
    private static final double TIGHT_BELOW_EMS = 4.6;
    private static final double GUTTER_FROM_EMS = 44;

    private final EditorContext context;
    private final BlockGestures gestures;
    private final Label compute = new Label();
    private final Label memory = new Label();
    private final List<InstanceBlock> blocks = new ArrayList<>();
    private final List<Label> segments = new ArrayList<>();
    private final List<Label> freeSlices = new ArrayList<>();
    private final List<Label> freeUnits = new ArrayList<>();
    private final List<Region> slots = new ArrayList<>();
    private final Tooltip free = new Tooltip();
    private final Tooltip stranded = new Tooltip();
    private @Nullable Gpu gpu;
    private SliceMapModel model = new SliceMapModel(false, 1, 1, 0, List.of(), List.of(), List.of());
    private @Nullable InstanceRef cursor;
    private @Nullable DropTarget offer;
    private OptionalInt hovered = OptionalInt.empty();
    private @Nullable InlineUtilization editor;

    SliceMap(EditorContext context) {
        this.context = context;
        this.gestures = new BlockGestures(context, this);
        getStyleClass().add("slice-map");
        compute.getStyleClass().addAll("map-gutter", "compute-row", "term-compute-slice");
        memory.getStyleClass().addAll("map-gutter", "memory-row", "term-memory-slice");
        compute.textProperty().bind(context.words().of("editor.map.compute"));
        memory.textProperty().bind(context.words().of("editor.map.memory"));
        free.textProperty().bind(context.words().of("editor.map.free"));
        stranded.textProperty().bind(context.words().of("editor.map.stranded"));
        getChildren().addAll(compute, memory);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        MapKeys.install(this, context);
        gestures.installOnMap();
    }

    Optional<Gpu> gpu() {
        return Optional.ofNullable(gpu);
    }

    boolean isShowingSomething() {
        return gpu != null && getScene() != null && isVisible();
    }

    /** The instance that keys act on: the last one that was chosen here. */
    Optional<InstanceRef> cursor() {
        return Optional.ofNullable(cursor)
                .filter(ref -> context.fleet().instance(ref).isPresent());
    }

    void setCursor(@Nullable InstanceRef ref) {
        cursor = ref;
        refresh();
    }

    /** Shows what is selected now; where that is one instance of this GPU, keys act on it. */
    void select() {
        Set<InstanceRef> selection = context.document().selection();
        Gpu shown = gpu;
        if (shown != null && selection.size() == 1) {
            selection.stream()
                    .filter(ref -> ref.gpu().equals(shown.id()))
                    .findFirst()
                    .ifPresent(ref -> cursor = ref);
        }
        refresh();
    }

    /** Shows a GPU; {@code null} for none. */
    void show(@Nullable Gpu shown) {
        Gpu before = gpu;
        gpu = shown;
        if (shown == null || before == null || !before.id().equals(shown.id())) {
            cursor = null;
            stopEditing();
        }
        if (shown != null) {
            model = SliceMapModel.of(shown);
            refresh();
        }
    }

    /** Shows the same GPU with what is selected now, in the language of now. */
    void refresh() {
        Gpu shown = gpu;
        if (shown == null) {
            return;
        }
        fill(freeSlices, model.freeSlices().size(), "free-slice");
        fill(freeUnits, model.freeUnits().size(), "free-unit");
        fill(segments, model.placed() ? model.blocks().size() : 0, "memory-segment");
        fillBlocks(shown);
        for (int i = 0; i < model.blocks().size(); i++) {
            SliceMapModel.Block block = model.blocks().get(i);
            boolean selected = context.document().selection().contains(block.ref());
            blocks.get(i)
                    .show(block, called(shown, block), selected, block.ref().equals(cursor));
            if (model.placed()) {
                segments.get(i).setText(memoryOf(block));
            }
        }
        showFree(freeSlices, model.freeSlices(), false);
        showFree(freeUnits, model.freeUnits(), true);
        memory.setVisible(model.placed());
        setAccessibleText(accessible(shown));
        requestLayout();
    }

    private String memoryOf(SliceMapModel.Block block) {
        Double gib = block.instance().profile().memory();
        double used = block.instance().readings().memoryUsedMib();
        if (gib != null && !Double.isNaN(used)) {
            return context.words().now("editor.map.used", new Decimal(used / MIB_PER_GIB, 1), new Decimal(gib, 1));
        }
        return gib == null
                ? context.words().now("editor.map.units", block.units(), model.units())
                : context.words().now("editor.map.gib", new Decimal(gib, 1));
    }

    private String accessible(Gpu shown) {
        List<String> instances = model.blocks().stream()
                .map(block -> context.words().now(InstanceBlock.accessible(called(shown, block), block.instance())))
                .toList();
        return context.words()
                .now("editor.map.accessible", shown.name(), instances.size(), String.join("; ", instances));
    }

    private static String called(Gpu gpu, SliceMapModel.Block block) {
        return Naming.onGpu(gpu, block.instance());
    }

    private void fillBlocks(Gpu shown) {
        while (blocks.size() > model.blocks().size()) {
            getChildren().remove(blocks.removeLast());
        }
        while (blocks.size() < model.blocks().size()) {
            SliceMapModel.Block next = model.blocks().get(blocks.size());
            InstanceBlock block = new InstanceBlock(context.words(), next, called(shown, next));
            gestures.install(block);
            blocks.add(block);
            getChildren().add(block);
        }
    }

    private void fill(List<Label> pool, int count, String styleClass) {
        while (pool.size() > count) {
            getChildren().remove(pool.removeLast());
        }
        while (pool.size() < count) {
            Label label = new Label();
            label.getStyleClass().add(styleClass);
            pool.add(label);
            getChildren().addFirst(label);
        }
    }

    private void showFree(List<Label> nodes, List<SliceMapModel.Free> cells, boolean numbered) {
        for (int i = 0; i < nodes.size(); i++) {
            SliceMapModel.Free cell = cells.get(i);
            nodes.get(i).pseudoClassStateChanged(STRANDED, cell.stranded());
            nodes.get(i).setTooltip(cell.stranded() ? stranded : free);
            nodes.get(i).setText(numbered && !cell.stranded() ? String.valueOf(cell.index()) : "");
        }
    }

    // ---- drags ----

    /** Shows where something that is dragged can be dropped. */
    void offer(DropTarget target) {
        clearOffer();
        offer = target;
        for (int start : target.starts()) {
            Region slot = new Region();
            slot.getStyleClass().add("drop-slot");
            slot.setMouseTransparent(true);
            slot.setUserData(start);
            slots.add(slot);
        }
        getChildren().addAll(slots);
    }

    @Nullable
    DropTarget offer() {
        return offer;
    }

    void clearOffer() {
        offer = null;
        hovered = OptionalInt.empty();
        getChildren().removeAll(slots);
        slots.clear();
        blocks.forEach(block -> block.setDragged(false));
    }

    void hover(OptionalInt start) {
        if (!hovered.equals(start)) {
            hovered = start;
            for (Region slot : slots) {
                slot.pseudoClassStateChanged(
                        HOVERED, start.isPresent() && slot.getUserData().equals(start.getAsInt()));
            }
        }
    }

    /** The unit at a place in the scene, with its fraction. */
    double unitAt(double sceneX) {
        return (sceneToLocal(sceneX, 0).getX() - left()) / unitWidth();
    }

    // ---- editing in the block ----

    Optional<InstanceBlock> block(InstanceRef ref) {
        return blocks.stream().filter(block -> block.block().ref().equals(ref)).findFirst();
    }

    /** Lets people type a utilization into a block, beginning with what they typed already. */
    void editUtilization(InstanceRef ref, String typed) {
        stopEditing();
        block(ref).ifPresent(block -> {
            InlineUtilization inline = new InlineUtilization(context, this, block.block(), typed);
            editor = inline;
            getChildren().add(inline.field());
            requestLayout();
            inline.start();
        });
    }

    void stopEditing() {
        if (editor != null) {
            InlineUtilization ended = editor;
            editor = null;
            getChildren().remove(ended.field());
        }
    }

    // ---- layout ----

    private double left() {
        return snappedLeftInset() + (hasGutter() ? snapSizeX(gutter()) : 0);
    }

    private double gutter() {
        return Math.max(compute.prefWidth(-1), memory.prefWidth(-1));
    }

    private boolean hasGutter() {
        return getWidth() > GUTTER_FROM_EMS * compute.getFont().getSize();
    }

    private double unitWidth() {
        return Math.max(1, (getWidth() - left() - snappedRightInset()) / model.width());
    }

    private double x(double unit) {
        return snapPositionX(left() + unit * unitWidth());
    }

    private void place(Node node, double unit, double units, double y, double height) {
        double from = x(unit);
        double to = x(unit + units);
        node.resizeRelocate(from, y, Math.max(1, to - from - GAP), height);
    }

    @Override
    protected double computePrefHeight(double width) {
        double rows = compute.prefHeight(-1) + (model.placed() ? GAP + memory.prefHeight(-1) : 0);
        return snapSizeY(snappedTopInset() + rows + snappedBottomInset());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double top = snappedTopInset();
        double computeHeight = snapSizeY(compute.prefHeight(-1));
        double columnEms =
                unitWidth() * model.unitsPerColumn() / compute.getFont().getSize();
        pseudoClassStateChanged(NARROW, columnEms < NARROW_BELOW_EMS);
        pseudoClassStateChanged(TIGHT, columnEms < TIGHT_BELOW_EMS);
        double memoryTop = top + computeHeight + GAP;
        double memoryHeight = snapSizeY(memory.prefHeight(-1));
        compute.setVisible(hasGutter());
        memory.setVisible(hasGutter() && model.placed());
        compute.resizeRelocate(snappedLeftInset(), top, gutter(), computeHeight);
        memory.resizeRelocate(snappedLeftInset(), memoryTop, gutter(), memoryHeight);
        int perColumn = model.unitsPerColumn();
        int way = 0;
        for (int i = 0; i < blocks.size(); i++) {
            SliceMapModel.Block block = model.blocks().get(i);
            double from = (double) block.column() * perColumn;
            place(blocks.get(i), from, block.columns() * (double) perColumn, top, computeHeight);
            way = Math.max(way, blocks.get(i).setRoom(blocks.get(i).getWidth()));
            if (i < segments.size()) {
                place(segments.get(i), block.unit(), block.units(), memoryTop, memoryHeight);
            }
        }
        for (InstanceBlock block : blocks) {
            block.setWay(way);
        }
        for (int i = 0; i < freeSlices.size(); i++) {
            double from = (double) model.freeSlices().get(i).index() * perColumn;
            place(freeSlices.get(i), from, perColumn, top, computeHeight);
        }
        for (int i = 0; i < freeUnits.size(); i++) {
            place(freeUnits.get(i), model.freeUnits().get(i).index(), 1, memoryTop, memoryHeight);
        }
        layoutSlots(top, getHeight() - top - snappedBottomInset());
        InlineUtilization inline = editor;
        if (inline != null) {
            block(inline.ref()).ifPresent(block -> layoutEditor(block, inline.field()));
        }
    }

    private void layoutSlots(double top, double height) {
        DropTarget target = offer;
        if (target == null) {
            return;
        }
        for (Region slot : slots) {
            int start = (int) slot.getUserData();
            boolean anywhere = start == Placement.UNKNOWN;
            place(slot, anywhere ? 0 : start, anywhere ? model.width() : target.size(), top, height);
        }
    }

    private void layoutEditor(InstanceBlock block, Region field) {
        double width = Math.max(block.getWidth(), Math.min(getWidth(), field.prefWidth(-1)));
        double x = Math.min(block.getLayoutX(), getWidth() - width);
        double height = field.prefHeight(-1);
        field.resizeRelocate(x, block.getLayoutY() + (block.getHeight() - height) / 2, width, height);
    }
}
