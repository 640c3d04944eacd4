package io.slicewise.desktop.editor;

import io.slicewise.desktop.words.Words;
import io.slicewise.mig.Placement;
import io.slicewise.scenario.Edit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * One drag of an instance or a profile over the slice maps on the screen: a ghost follows the pointer, every map shows the
 * starts that fit, and where there is none the ghost says why. Escape ends it without an edit.
 */
final class MapDrag {
    private final Words words;
    private final Pane overlay;
    private final Supplier<Collection<SliceMap>> maps;
    private final Consumer<Edit> dropped;
    private final VBox ghost = new VBox();
    private final Label name = new Label();
    private final Label hint = new Label();
    private final Set<SliceMap> offered = new HashSet<>();
    private final EventHandler<KeyEvent> escape = this::escape;
    private @Nullable Payload payload;
    private double grabbed;
    private double lastX;
    private double lastY;

    /**
     * The drags of an editor.
     *
     * @param overlay a pane over everything, for the ghost
     * @param maps the maps on the screen now
     * @param dropped does the edit of a drop
     */
    MapDrag(Words words, Pane overlay, Supplier<Collection<SliceMap>> maps, Consumer<Edit> dropped) {
        this.words = words;
        this.overlay = overlay;
        this.maps = maps;
        this.dropped = dropped;
        overlay.setMouseTransparent(true);
        Rectangle clip = new Rectangle(0, 0, Color.BLACK);
        clip.widthProperty().bind(overlay.widthProperty());
        clip.heightProperty().bind(overlay.heightProperty());
        overlay.setClip(clip);
        name.getStyleClass().add("ghost-name");
        hint.getStyleClass().add("ghost-hint");
        hint.setWrapText(true);
        ghost.getStyleClass().add("drag-ghost");
        ghost.getChildren().addAll(name, hint);
        ghost.setManaged(false);
    }

    boolean isActive() {
        return payload != null;
    }

    /**
     * Starts a drag.
     *
     * @param grabbedUnits how far right of the left edge of what is dragged the pointer took it, in units
     */
    void begin(Payload what, double grabbedUnits, double sceneX, double sceneY) {
        cancel();
        payload = what;
        grabbed = grabbedUnits;
        name.setText(what instanceof Payload.Existing e ? e.instance().label() : what.profile());
        overlay.getChildren().add(ghost);
        maps.get().forEach(map -> offer(map, what));
        Scene scene = overlay.getScene();
        if (scene != null) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
        move(sceneX, sceneY);
    }

    private void offer(SliceMap map, Payload what) {
        if (offered.add(map)) {
            map.gpu().ifPresent(gpu -> map.offer(DropTarget.of(gpu, what)));
        }
    }

    void move(double sceneX, double sceneY) {
        Payload what = payload;
        if (what == null) {
            return;
        }
        lastX = sceneX;
        lastY = sceneY;
        SliceMap over = mapAt(sceneX, sceneY);
        for (SliceMap map : offered) {
            if (map != over) {
                map.hover(OptionalInt.empty());
            }
        }
        String said = "";
        boolean fits = false;
        if (over != null) {
            offer(over, what);
            DropTarget target = over.offer();
            OptionalInt start = target == null ? OptionalInt.empty() : target.startNear(over.unitAt(sceneX) - grabbed);
            over.hover(start);
            fits = start.isPresent();
            said = target == null ? "" : said(target, start);
        }
        showGhost(said, over == null || fits);
    }

    private String said(DropTarget target, OptionalInt start) {
        if (start.isEmpty()) {
            return words.now(target.whyNot());
        }
        return start.getAsInt() == Placement.UNKNOWN
                ? ""
                : words.now("editor.drag.start", String.valueOf(start.getAsInt()));
    }

    private void showGhost(String said, boolean fits) {
        hint.setText(said);
        hint.setVisible(!said.isEmpty());
        hint.setManaged(!said.isEmpty());
        ghost.getStyleClass().remove("refused");
        if (!fits) {
            ghost.getStyleClass().add("refused");
        }
        ghost.applyCss();
        double width = Math.min(Math.min(ghost.prefWidth(-1), ghost.maxWidth(-1)), Math.max(1, overlay.getWidth()));
        double height = ghost.prefHeight(width);
        Point2D at = overlay.sceneToLocal(lastX, lastY);
        double x = Math.clamp(at.getX() + 14, 0, Math.max(0, overlay.getWidth() - width));
        double y = Math.clamp(at.getY() + 16, 0, Math.max(0, overlay.getHeight() - height));
        ghost.resizeRelocate(Math.rint(x), Math.rint(y), Math.ceil(width), Math.ceil(height));
    }

    void drop(double sceneX, double sceneY) {
        if (payload == null) {
            return;
        }
        move(sceneX, sceneY);
        SliceMap over = mapAt(sceneX, sceneY);
        DropTarget target = over == null ? null : over.offer();
        Optional<Edit> edit = Optional.empty();
        if (over != null && target != null) {
            OptionalInt start = target.startNear(over.unitAt(sceneX) - grabbed);
            edit = start.isPresent() ? target.drop(start.getAsInt()) : Optional.empty();
        }
        cancel();
        edit.ifPresent(dropped);
    }

    void cancel() {
        payload = null;
        offered.forEach(SliceMap::clearOffer);
        offered.clear();
        overlay.getChildren().remove(ghost);
        Scene scene = overlay.getScene();
        if (scene != null) {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel();
            event.consume();
        }
    }

    private @Nullable SliceMap mapAt(double sceneX, double sceneY) {
        for (SliceMap map : maps.get()) {
            Bounds bounds = map.localToScene(map.getBoundsInLocal());
            if (map.isShowingSomething() && bounds.contains(sceneX, sceneY)) {
                return map;
            }
        }
        return null;
    }
}
