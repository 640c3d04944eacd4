package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * Digits that are typed wherever in the editor no text is: they are the utilization of what is selected; with nothing
 * selected, of the first instance without a reading, on the GPU that was last worked on before others. Where that GPU has
 * no instance yet, another one's is not what was meant.
 */
final class TypedDigits {
    private final EditorContext context;
    private final Function<String, Optional<SliceMap>> maps;

    /** @param maps the slice map of a GPU, brought into sight */
    TypedDigits(EditorContext context, Function<String, Optional<SliceMap>> maps) {
        this.context = context;
        this.maps = maps;
    }

    void typed(KeyEvent event) {
        String typed = event.getCharacter();
        boolean digit = typed.length() == 1 && Character.isDigit(typed.charAt(0));
        if (!digit
                || event.isAltDown()
                || event.isShortcutDown()
                || event.getTarget() instanceof TextInputControl
                || context.fleet().gpus().isEmpty()) {
            return;
        }
        target(event)
                .ifPresentOrElse(
                        ref -> maps.apply(ref.gpu()).ifPresent(map -> map.editUtilization(ref, typed)),
                        () -> context.actions().tell(whyNot()));
        event.consume();
    }

    /** What is selected, before others what keys act on; or what is selected now because nothing was. */
    private Optional<InstanceRef> target(KeyEvent event) {
        if (event.getTarget() instanceof SliceMap map) {
            Optional<InstanceRef> cursor = map.cursor().filter(this::isSelected);
            if (cursor.isPresent()) {
                return cursor;
            }
        }
        List<InstanceRef> all = instances().toList();
        Optional<InstanceRef> selected = all.stream().filter(this::isSelected).findFirst();
        if (selected.isPresent() || worksOnEmpty().isPresent()) {
            return selected;
        }
        Optional<InstanceRef> silent = all.stream().filter(this::isSilent).findFirst();
        silent.ifPresent(ref -> context.actions().select(ref, false));
        return silent;
    }

    private Stream<InstanceRef> instances() {
        List<Gpu> gpus = context.fleet().gpus();
        String current = context.actions().currentGpuProperty().get();
        return Stream.concat(
                        gpus.stream().filter(gpu -> gpu.id().equals(current)),
                        gpus.stream().filter(gpu -> !gpu.id().equals(current)))
                .flatMap(gpu -> SliceMapModel.of(gpu).blocks().stream())
                .map(SliceMapModel.Block::ref);
    }

    /** The GPU that was last worked on, as long as nothing is on it. */
    private Optional<Gpu> worksOnEmpty() {
        return Optional.ofNullable(context.actions().currentGpuProperty().get())
                .flatMap(context.fleet()::gpu)
                .filter(gpu -> gpu.instances().isEmpty());
    }

    private boolean isSelected(InstanceRef ref) {
        return context.document().selection().contains(ref);
    }

    private boolean isSilent(InstanceRef ref) {
        return !context.fleet().instance(ref).map(Instance::isReported).orElse(true);
    }

    private Text whyNot() {
        if (context.fleet().instanceCount() == 0) {
            return Text.of("editor.digits.nothing");
        }
        return worksOnEmpty()
                .map(gpu -> Text.of(
                        "editor.digits.empty", Naming.of(context.fleet()).gpu(gpu)))
                .orElseGet(() -> Text.of("editor.digits.all"));
    }
}
