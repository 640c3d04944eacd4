package io.slicewise.desktop.editor;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.InstanceEdit;
import java.util.Set;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** What the mouse does with the blocks of a slice map. */
final class BlockGestures {
    private static final double THRESHOLD = 5;
    private static final double GAUGE_THRESHOLD = 2;

    private final EditorContext context;
    private final SliceMap map;
    private double pressedX;
    private double pressedY;
    private boolean dragging;
    private boolean narrowOnRelease;

    BlockGestures(EditorContext context, SliceMap map) {
        this.context = context;
        this.map = map;
    }

    void installOnMap() {
        map.setOnMousePressed(event -> {
            map.requestFocus();
            map.gpu().ifPresent(gpu -> context.actions().currentGpuProperty().set(gpu.id()));
            if (event.getButton() == MouseButton.PRIMARY && !isAdding(event)) {
                context.document().selectionProperty().set(Set.of());
            }
            event.consume();
        });
        map.setOnContextMenuRequested(event -> {
            InstanceRef cursor = map.cursor().orElse(null);
            if (event.isKeyboardTrigger() && cursor != null) {
                map.block(cursor).ifPresent(block -> InstanceMenu.showBelow(context, block));
            } else {
                InstanceMenu.showEmpty(context, map, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
    }

    void install(InstanceBlock block) {
        block.setOnMousePressed(event -> pressed(block, event));
        block.setOnMouseDragged(event -> dragged(block, event));
        block.setOnMouseReleased(event -> released(block, event));
        block.setOnContextMenuRequested(event -> menu(block, event));
        block.setOnScroll(event -> scrolled(block, event));
        installGauge(block);
    }

    private void pressed(InstanceBlock block, MouseEvent event) {
        InstanceRef ref = block.block().ref();
        pressedX = event.getSceneX();
        pressedY = event.getSceneY();
        dragging = false;
        narrowOnRelease = false;
        map.requestFocus();
        boolean selected = context.document().selection().contains(ref);
        if (isAdding(event)) {
            context.actions().select(ref, true);
        } else if (!selected) {
            context.actions().select(ref, false);
        } else {
            narrowOnRelease = event.getButton() == MouseButton.PRIMARY;
        }
        map.setCursor(ref);
        event.consume();
    }

    private void dragged(InstanceBlock block, MouseEvent event) {
        event.consume();
        if (dragging) {
            context.drag().move(event.getSceneX(), event.getSceneY());
            return;
        }
        boolean far = Math.hypot(event.getSceneX() - pressedX, event.getSceneY() - pressedY) > THRESHOLD;
        if (far && event.isPrimaryButtonDown()) {
            dragging = true;
            SliceMapModel.Block what = block.block();
            double left = what.units() > 0 ? what.unit() : what.column();
            context.drag()
                    .begin(
                            new Payload.Existing(what.ref(), what.instance()),
                            map.unitAt(pressedX) - left,
                            event.getSceneX(),
                            event.getSceneY());
            block.setDragged(true);
        }
    }

    private void released(InstanceBlock block, MouseEvent event) {
        event.consume();
        InstanceRef ref = block.block().ref();
        if (dragging) {
            dragging = false;
            block.setDragged(false);
            context.drag().drop(event.getSceneX(), event.getSceneY());
        } else if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            map.editUtilization(ref, "");
        } else if (narrowOnRelease) {
            context.actions().select(ref, false);
        }
    }

    private void menu(InstanceBlock block, ContextMenuEvent event) {
        InstanceRef ref = block.block().ref();
        if (!context.document().selection().contains(ref)) {
            context.actions().select(ref, false);
        }
        map.setCursor(ref);
        InstanceMenu.show(context, block, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private void scrolled(InstanceBlock block, ScrollEvent event) {
        double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (event.isAltDown() && turned != 0) {
            double points = Math.signum(turned) / 100;
            context.actions()
                    .edit(new InstanceEdit.ShiftUtilization(
                            context.actions().targets(block.block().ref()), points));
            event.consume();
        }
    }

    /** Pressing the gauge selects like pressing the block; only dragging it changes the utilization. */
    private void installGauge(InstanceBlock block) {
        Region gauge = block.gauge();
        gauge.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isAdding(event)) {
                pressed(block, event);
                narrowOnRelease = false;
                context.document().settle();
            }
        });
        gauge.setOnMouseDragged(event -> {
            boolean far = dragging || Math.abs(event.getSceneX() - pressedX) > GAUGE_THRESHOLD;
            if (far && event.isPrimaryButtonDown()) {
                dragging = true;
                drawGauge(block, event);
            }
            event.consume();
        });
        gauge.setOnMouseReleased(event -> {
            if (dragging) {
                dragging = false;
                context.document().settle();
                event.consume();
            }
        });
    }

    private void drawGauge(InstanceBlock block, MouseEvent event) {
        Region gauge = block.gauge();
        double share = gauge.sceneToLocal(event.getSceneX(), 0).getX() / Math.max(1, gauge.getWidth());
        double percent = Math.round(Math.clamp(share, 0, 1) * 100) / 100.0;
        context.actions()
                .edit(new InstanceEdit.SetUtilization(
                        context.actions().targets(block.block().ref()), percent));
    }

    private static boolean isAdding(MouseEvent event) {
        return event.isShiftDown() || event.isShortcutDown();
    }
}
