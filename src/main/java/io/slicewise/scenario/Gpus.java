package io.slicewise.scenario;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.scenario.Edit.Outcome;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What edits do to the list of GPUs. */
final class Gpus {
    private Gpus() {}

    static Outcome insert(Scenario scenario, Gpu gpu, @Nullable String behind) {
        List<Gpu> gpus = new ArrayList<>();
        for (Gpu present : scenario.fleet().gpus()) {
            gpus.add(present);
            if (present.id().equals(behind)) {
                gpus.add(gpu);
            }
        }
        if (behind == null) {
            gpus.add(gpu);
        }
        return new Outcome.Done(scenario.withFleet(new Fleet(gpus)));
    }

    static Outcome remove(Scenario scenario, String id) {
        List<Gpu> gpus = new ArrayList<>(scenario.fleet().gpus());
        return gpus.removeIf(gpu -> gpu.id().equals(id))
                ? new Outcome.Done(scenario.withFleet(new Fleet(gpus)))
                : noGpu(id);
    }

    static Outcome duplicate(Scenario scenario, String id) {
        Optional<Gpu> original = scenario.fleet().gpu(id);
        if (original.isEmpty()) {
            return noGpu(id);
        }
        Gpu copy = original.get().withId(Ids.gpu(scenario.fleet())).withName(Ids.gpuName(scenario.fleet()));
        return insert(scenario, copy, id);
    }

    static Outcome noGpu(String id) {
        return new Outcome.Refused(Text.of("scenario.refused.noGpu", id));
    }
}
