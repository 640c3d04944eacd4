package io.slicewise.story;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Layout;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.GpuFigures;
import java.util.ArrayList;
import java.util.List;

/**
 * The compute slices that no instance has, over the GPUs whose model is known.
 *
 * @param freeSlices {@code Σ(C − Σc_i)}; a GPU with more slices allocated than it has counts as none
 * @param strandedSlices how many of them no profile can use while the instances stay where they are
 * @param stranded the GPUs that have such slices; only where the place of every instance is known
 */
record Space(int freeSlices, int strandedSlices, List<Stranded> stranded) {
    Space {
        stranded = List.copyOf(stranded);
    }

    /** A GPU with slices that no profile can use. */
    record Stranded(Gpu gpu, Layout layout, int slices) {}

    /** Over all GPUs. */
    static Space of(Figures figures) {
        return of(figures.gpus());
    }

    /** On one GPU. */
    static Space of(GpuFigures figures) {
        return of(List.of(figures));
    }

    private static Space of(List<GpuFigures> gpus) {
        int free = 0;
        int lost = 0;
        List<Stranded> stranded = new ArrayList<>();
        for (GpuFigures figure : gpus) {
            Gpu gpu = figure.gpu();
            int here = gpu.model() == null ? 0 : gpu.model().computeSlices() - gpu.allocatedSlices();
            if (here <= 0) {
                continue;
            }
            free += here;
            Layout layout = canStrand(gpu) ? gpu.layout().orElse(null) : null;
            int slices = layout == null ? 0 : stranded(layout, stranded);
            if (layout != null && slices > 0) {
                lost += slices;
                stranded.add(new Stranded(gpu, layout, slices));
            }
        }
        return new Space(free, lost, stranded);
    }

    /** The slices that a layout strands; a host's GPUs are often cut alike, and then what was found is taken again. */
    private static int stranded(Layout layout, List<Stranded> before) {
        Stranded last = before.isEmpty() ? null : before.getLast();
        return last != null && last.layout().equals(layout) ? last.slices() : Stranding.of(layout);
    }

    /** Whether it is worth a search: places are known. An empty GPU strands nothing. */
    private static boolean canStrand(Gpu gpu) {
        for (Instance instance : gpu.instances()) {
            if (!instance.placement().isPlaced()) {
                return false;
            }
        }
        return !gpu.instances().isEmpty();
    }
}
