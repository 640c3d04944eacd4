package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.Edit;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys of a slice map: arrows go from instance to instance (Shift adds it to what is selected), with Alt they move the
 * instance to its next start or to another GPU; Enter and F2 edit the utilization, and {@link TypedDigits} do.
 */
final class MapKeys {
    private final SliceMap map;
    private final EditorContext context;

    private MapKeys(SliceMap map, EditorContext context) {
        this.map = map;
        this.context = context;
    }

    static void install(SliceMap map, EditorContext context) {
        MapKeys keys = new MapKeys(map, context);
        map.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        map.focusedProperty().subscribe((was, is) -> {
            if (is) {
                keys.focused();
            }
        });
    }

    private void focused() {
        map.gpu().ifPresent(gpu -> context.actions().currentGpuProperty().set(gpu.id()));
        if (map.cursor().isEmpty()) {
            here().flatMap(gpu -> context.document().selection().stream()
                            .filter(ref -> ref.gpu().equals(gpu.id()))
                            .findFirst())
                    .ifPresent(map::setCursor);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() != map || event.isShortcutDown()) {
            return;
        }
        boolean done = switch (event.getCode()) {
            case LEFT -> event.isAltDown() ? step(-1) : go(-1, event.isShiftDown());
            case RIGHT -> event.isAltDown() ? step(1) : go(1, event.isShiftDown());
            case UP -> event.isAltDown() && across(-1);
            case DOWN -> event.isAltDown() && across(1);
            case SPACE -> toggle();
            case ENTER, F2 -> edit();
            default -> false;
        };
        if (done || (event.isAltDown() && event.getCode() != KeyCode.ALT && isArrow(event))) {
            event.consume();
        }
    }

    private static boolean isArrow(KeyEvent event) {
        return event.getCode().isArrowKey();
    }

    private Optional<Gpu> here() {
        return map.gpu();
    }

    private boolean go(int direction, boolean add) {
        Optional<InstanceRef> next =
                here().flatMap(gpu -> KeyMoves.neighbour(gpu, map.cursor().orElse(null), direction));
        next.ifPresent(ref -> {
            if (!add || !context.document().selection().contains(ref)) {
                context.actions().select(ref, add);
            }
            map.setCursor(ref);
        });
        return true;
    }

    private boolean toggle() {
        map.cursor().ifPresent(ref -> context.actions().select(ref, true));
        return true;
    }

    private boolean step(int direction) {
        Optional<Edit> edit = map.cursor().flatMap(ref -> KeyMoves.toNextStart(context.fleet(), ref, direction));
        edit.ifPresent(context.actions()::edit);
        return true;
    }

    private boolean across(int direction) {
        Optional<Edit> edit = map.cursor().flatMap(ref -> KeyMoves.toNextGpu(context.fleet(), ref, direction));
        edit.ifPresent(context.actions()::editAndSelect);
        return true;
    }

    private boolean edit() {
        map.cursor().ifPresent(ref -> {
            if (!context.document().selection().contains(ref)) {
                context.actions().select(ref, false);
            }
            map.editUtilization(ref, "");
        });
        return true;
    }
}
