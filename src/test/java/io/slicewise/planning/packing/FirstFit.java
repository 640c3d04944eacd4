package io.slicewise.planning.packing;

import io.slicewise.mig.Fit;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What schedulers do: the largest first, each on the first GPU that has room for it. */
final class FirstFit {
    private FirstFit() {}

    static int gpus(GpuModel model, Map<String, Integer> counts) {
        List<Layout> gpus = new ArrayList<>();
        List<Profile> order = new ArrayList<>();
        counts.forEach((name, count) -> {
            for (int i = 0; i < count; i++) {
                order.add(model.profile(name).orElseThrow());
            }
        });
        order.sort(Comparator.comparingInt(Profile::computeSlices)
                .thenComparing(Profile::name)
                .reversed());
        for (Profile profile : order) {
            place(gpus, model, profile);
        }
        return gpus.size();
    }

    private static void place(List<Layout> gpus, GpuModel model, Profile profile) {
        for (int i = 0; i < gpus.size(); i++) {
            if (gpus.get(i).fit(profile) instanceof Fit.Fits fits) {
                gpus.set(i, gpus.get(i).plus(new Placement(profile, fits.best())));
                return;
            }
        }
        Fit.Fits fits = (Fit.Fits) Layout.empty(model).fit(profile);
        gpus.add(Layout.empty(model).plus(new Placement(profile, fits.best())));
    }
}
