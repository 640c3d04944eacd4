package io.slicewise.desktop.editor;

import io.slicewise.mig.Fit;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The partitions that a GPU can be given at once.
 *
 * @param usual the ones that people ask for by name
 * @param maximal every multiset of the base profiles to which nothing can be added, those with a name among them; empty
 *     where placements are not known
 */
record Presets(List<Named> usual, List<Layout> maximal) {
    /** A partition with a name. */
    record Named(Text name, Layout layout) {}

    Presets {
        usual = List.copyOf(usual);
        maximal = List.copyOf(maximal);
    }

    static Presets of(GpuModel model) {
        List<Layout> maximal = Layouts.distinct(Layouts.maximal(model, model.baseProfiles()));
        List<Named> usual = new ArrayList<>();
        for (Profile profile : model.baseProfiles()) {
            Layout layout = filled(model, profile);
            boolean whole = profile.computeSlices() == model.computeSlices();
            usual.add(new Named(
                    whole
                            ? Text.of("editor.preset.whole")
                            : Text.of("editor.preset.all", layout.placements().size(), profile.name()),
                    layout));
        }
        balanced(maximal).ifPresent(layout -> usual.add(new Named(Text.of("editor.preset.balanced"), layout)));
        return new Presets(usual, maximal);
    }

    /** As many of one profile as fit. */
    private static Layout filled(GpuModel model, Profile profile) {
        Layout layout = Layout.empty(model);
        while (layout.fit(profile) instanceof Fit.Fits fits) {
            layout = layout.plus(new Placement(profile, fits.best()));
        }
        return layout;
    }

    /** The partition with the most different sizes that strands the least, and of those the one with most instances. */
    private static Optional<Layout> balanced(List<Layout> maximal) {
        return maximal.stream()
                .max(Comparator.comparingInt((Layout l) -> Layouts.counts(l).size())
                        .thenComparing(Layout::strandedSlices, Comparator.reverseOrder())
                        .thenComparingInt(l -> l.placements().size()));
    }

    /** {@code 3g.40gb + 2g.20gb + 2 × 1g.10gb}, the largest first. */
    static String describe(Layout layout) {
        return Layouts.describe(layout.placements().stream()
                .map(Placement::profile)
                .sorted(Comparator.comparingInt(Profile::computeSlices).reversed())
                .toList());
    }
}
