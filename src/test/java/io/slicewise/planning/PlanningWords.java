package io.slicewise.planning;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the planning cases write in their cells. */
public final class PlanningWords {
    private PlanningWords() {}

    /** {@code a 1g u=0.9; b 3g u=0.3}: a GPU with these instances, by their names. */
    public static Gpu gpu(GpuModel model, String instances) {
        return Gpu.of(
                "g",
                "GPU 0",
                model,
                parts(instances).stream()
                        .map(words -> Instance.of(
                                words[0],
                                Fleets.profile(model, words[1]),
                                0,
                                Double.parseDouble(words[2].substring(2))))
                        .toList());
    }

    /** {@code a; b}, each split at spaces. */
    public static List<String[]> parts(String cell) {
        return List.of(cell.split(";")).stream()
                .map(part -> part.strip().split("\\s+"))
                .toList();
    }

    /** {@code a 38.4; b 33.6}. */
    public static Map<String, Double> amounts(String cell) {
        Map<String, Double> amounts = new LinkedHashMap<>();
        parts(cell).forEach(words -> amounts.put(words[0], Double.parseDouble(words[1])));
        return amounts;
    }
}
