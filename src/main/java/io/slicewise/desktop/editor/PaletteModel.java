package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.mig.Fit;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Profile;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The profiles that can be added to a GPU.
 *
 * @param usual those without a suffix
 * @param more the variants: {@code +me}, {@code +gfx} …
 */
record PaletteModel(List<Entry> usual, List<Entry> more) {
    /**
     * A profile.
     *
     * @param reason why it does not fit; {@code null} when it fits
     */
    record Entry(Profile profile, @Nullable Text reason) {
        boolean fits() {
            return reason == null;
        }
    }

    PaletteModel {
        usual = List.copyOf(usual);
        more = List.copyOf(more);
    }

    /** The palette of a GPU as it is now; empty while its model is not known. */
    static PaletteModel of(Gpu gpu) {
        Optional<Layout> layout = gpu.layout();
        if (layout.isEmpty()) {
            return new PaletteModel(List.of(), List.of());
        }
        List<Entry> entries = entries(layout.get());
        return new PaletteModel(
                entries.stream().filter(e -> e.profile().isPlain()).toList(),
                entries.stream().filter(e -> !e.profile().isPlain()).toList());
    }

    /** All profiles of a model, with what keeps each from being added to a layout. */
    static List<Entry> entries(Layout layout) {
        return layout.model().profiles().stream()
                .map(profile ->
                        new Entry(profile, layout.fit(profile) instanceof Fit.DoesNotFit no ? no.reason() : null))
                .toList();
    }
}
