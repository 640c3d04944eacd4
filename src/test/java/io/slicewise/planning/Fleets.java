package io.slicewise.planning;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.Fit;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.moves.WantedProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Fleets as the planning cases write them: GPUs by {@code /}, {@code profile@start}, {@code !} for pinned. */
public final class Fleets {
    public static final Catalogue CATALOGUE = Catalogue.builtIn();

    private Fleets() {}

    public static GpuModel model(String id) {
        return CATALOGUE.byId(id).orElseThrow();
    }

    public static Profile profile(GpuModel model, String name) {
        return new WantedProfile(name).on(model).orElseThrow();
    }

    /** GPUs that are filled at random up to a ratio of their slices, called g0, g1 …. */
    public static Fleet random(Random random, int gpus, double fill) {
        GpuModel model = model("a100-80gb");
        List<Gpu> all = new ArrayList<>();
        for (int g = 0; g < gpus; g++) {
            Layout layout = Layout.empty(model);
            List<Instance> instances = new ArrayList<>();
            for (int tries = 0; tries < 20 && layout.allocatedSlices() < fill * 7; tries++) {
                Profile profile = profile(
                        model, List.of("1g", "1g", "1g", "2g", "2g", "3g", "4g").get(random.nextInt(7)));
                if (layout.fit(profile) instanceof Fit.Fits fits) {
                    int start = fits.starts().get(random.nextInt(fits.starts().size()));
                    layout = layout.plus(new Placement(profile, start));
                    instances.add(Instance.of(
                            String.valueOf(instances.size() + 1), profile, start, random.nextInt(101) / 100.0));
                }
            }
            all.add(Gpu.of("g" + g, "GPU " + g, model, instances));
        }
        return new Fleet(all);
    }

    /** The GPUs are called g0, g1 …; the instances have the numbers i1, i2 … through all of them. */
    public static Fleet of(GpuModel model, String layout) {
        List<Gpu> gpus = new ArrayList<>();
        int number = 0;
        for (String gpu : layout.split("/", -1)) {
            List<Instance> instances = new ArrayList<>();
            for (String placed : gpu.strip().split("\\s+")) {
                if (!placed.isEmpty()) {
                    Placement placement = placement(model, placed);
                    number++;
                    instances.add(Instance.of("i" + number, placement.profile(), placement.start(), 0.5));
                }
            }
            gpus.add(Gpu.of("g" + gpus.size(), "GPU " + gpus.size(), model, instances));
        }
        return new Fleet(gpus);
    }

    public static Set<InstanceRef> pinned(String layout) {
        Set<InstanceRef> pinned = new HashSet<>();
        int number = 0;
        String[] gpus = layout.split("/", -1);
        for (int g = 0; g < gpus.length; g++) {
            for (String placed : gpus[g].strip().split("\\s+")) {
                number += placed.isEmpty() ? 0 : 1;
                if (placed.endsWith("!")) {
                    pinned.add(new InstanceRef("g" + g, "i" + number));
                }
            }
        }
        return pinned;
    }

    public static Placement placement(GpuModel model, String placed) {
        String[] parts = placed.replace("!", "").split("@");
        return new Placement(profile(model, parts[0]), Integer.parseInt(parts[1]));
    }

    public static List<Placement> placements(GpuModel model, String layout) {
        return words(layout).stream().map(word -> placement(model, word)).toList();
    }

    public static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    public static List<WantedProfile> wanted(String text) {
        return words(text).stream().map(WantedProfile::new).toList();
    }
}
