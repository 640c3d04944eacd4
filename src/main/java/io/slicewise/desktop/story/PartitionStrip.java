package io.slicewise.desktop.story;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The GPUs that something is about, each as a row of its instances with some of them lit.
 *
 * @param rows the GPUs
 * @param more how many GPUs are not shown
 */
record PartitionStrip(List<Row> rows, int more) {
    /** More rows than this are a table, and no picture any more. */
    static final int MOST_ROWS = 4;

    PartitionStrip {
        rows = List.copyOf(rows);
    }

    /**
     * A GPU.
     *
     * @param slices how many compute slices its row is long
     * @param words the row for screen readers
     */
    record Row(String name, int slices, List<Cell> cells, String words) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * An instance, or free slices.
     *
     * @param name empty for free slices
     * @param value the utilization as it is written; empty for free slices
     * @param load how busy it is, 0 to 4 for the colours of the look; -1 without a reading
     * @param free whether no one has it
     */
    record Cell(String name, String value, int slices, int load, boolean lit, boolean free) {}

    /**
     * The strip of what is lit; where that is nothing, of the first GPUs.
     *
     * @param gpus ids of further GPUs to show
     */
    static PartitionStrip of(Figures figures, Set<InstanceRef> lit, List<String> gpus, Messages words) {
        Set<String> wanted = new LinkedHashSet<>(gpus);
        lit.forEach(ref -> wanted.add(ref.gpu()));
        Naming naming = Naming.of(figures);
        List<Gpu> all = figures.gpus().stream()
                .map(Figures.GpuFigures::gpu)
                .filter(gpu -> wanted.isEmpty() || wanted.contains(gpu.id()))
                .toList();
        List<Row> rows = all.stream()
                .limit(MOST_ROWS)
                .map(gpu -> row(gpu, naming.gpu(gpu), lit, words))
                .toList();
        return new PartitionStrip(rows, all.size() - rows.size());
    }

    private static Row row(Gpu gpu, String name, Set<InstanceRef> lit, Messages words) {
        List<Cell> cells = new ArrayList<>();
        List<String> spoken = new ArrayList<>();
        int taken = 0;
        for (Instance instance : gpu.instances().stream()
                .sorted(Comparator.comparingInt(PartitionStrip::place))
                .toList()) {
            boolean isLit = lit.contains(new InstanceRef(gpu.id(), instance.id()));
            int slices = Math.max(1, instance.profile().computeSlices());
            String value = Numbers.percent(instance.utilization(), words.language());
            cells.add(new Cell(Naming.onGpu(gpu, instance), value, slices, load(instance.utilization()), isLit, false));
            spoken.add(words.say(
                    isLit ? "explain.strip.lit" : "explain.strip.instance",
                    Naming.onGpu(gpu, instance),
                    instance.isReported() ? value : words.say("explain.strip.silent")));
            taken += slices;
        }
        int slices = Math.max(taken, gpu.model() == null ? 0 : gpu.model().computeSlices());
        if (slices > taken) {
            cells.add(new Cell("", "", slices - taken, -1, false, true));
            spoken.add(words.say("explain.strip.free", slices - taken));
        }
        return new Row(name, Math.max(1, slices), cells, name + ": " + String.join(", ", spoken));
    }

    private static int place(Instance instance) {
        return instance.placement().isPlaced() ? instance.start() : Integer.MAX_VALUE;
    }

    private static int load(double utilization) {
        return Double.isNaN(utilization) ? -1 : Math.clamp((int) (utilization * 5), 0, 4);
    }
}
