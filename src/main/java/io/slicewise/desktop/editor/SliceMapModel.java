package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.PlacementRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What stands where in the slice map of a GPU. Lengths are counted in placement units; a compute slice is {@code
 * unitsPerColumn} of them wide, and stands above the memory that belongs to it.
 *
 * <p>Where a place is not known (the model's placements are not, or the monitoring told the profile only), the instances
 * stand in their order, one unit a compute slice, and there is no memory row.
 *
 * @param placed whether places are known and there is a memory row
 * @param columns compute slices that are shown
 * @param unitsPerColumn units that a compute slice is wide
 * @param units units that the memory row has; 0 without one
 * @param blocks the instances from left to right
 * @param freeSlices compute slices without an instance
 * @param freeUnits memory units without an instance
 */
public record SliceMapModel(
        boolean placed,
        int columns,
        int unitsPerColumn,
        int units,
        List<Block> blocks,
        List<Free> freeSlices,
        List<Free> freeUnits) {

    /**
     * An instance in the map.
     *
     * @param column its first compute slice
     * @param columns how many it has
     * @param unit its first memory unit
     * @param units how many it has; 0 without a memory row
     */
    public record Block(InstanceRef ref, Instance instance, int column, int columns, int unit, int units) {}

    /**
     * A slice or unit without an instance.
     *
     * @param stranded whether no further instance can use it as long as the others stay where they are
     */
    public record Free(int index, boolean stranded) {}

    public SliceMapModel {
        blocks = List.copyOf(blocks);
        freeSlices = List.copyOf(freeSlices);
        freeUnits = List.copyOf(freeUnits);
    }

    /** The map of a GPU. */
    public static SliceMapModel of(Gpu gpu) {
        GpuModel model = gpu.model();
        return model != null
                        && model.hasPlacements()
                        && gpu.instances().stream().allMatch(i -> i.placement().isPlaced())
                ? placed(
                        gpu,
                        new Layout(
                                model,
                                gpu.instances().stream()
                                        .map(Instance::placement)
                                        .toList()))
                : inOrder(gpu);
    }

    /** Only the profiles of a layout, for a picture of it. */
    static SliceMapModel of(Layout layout) {
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < layout.placements().size(); i++) {
            instances.add(Instance.of(
                    String.valueOf(i),
                    layout.placements().get(i).profile(),
                    layout.placements().get(i).start(),
                    Instance.NO_READING));
        }
        return of(Gpu.of("", "", layout.model(), instances));
    }

    /** How wide the map is, in units. */
    public int width() {
        return Math.max(units, columns * unitsPerColumn);
    }

    /** How many compute slices no further instance can use. */
    int stranded() {
        return (int) freeSlices.stream().filter(Free::stranded).count();
    }

    private static SliceMapModel placed(Gpu gpu, Layout layout) {
        GpuModel model = layout.model();
        boolean[] strandedUnits = layout.strandedUnits();
        boolean[] taken = new boolean[model.computeSlices()];
        boolean[] covered = new boolean[strandedUnits.length];
        List<Block> blocks = new ArrayList<>();
        for (Instance instance : gpu.instances()) {
            PlacementRule rule = instance.profile().placement();
            int size = rule == null ? 0 : rule.size();
            int column = model.computeSliceAt(instance.start());
            int columns = instance.profile().computeSlices();
            mark(taken, column, columns);
            mark(covered, instance.start(), size);
            InstanceRef ref = new InstanceRef(gpu.id(), instance.id());
            blocks.add(new Block(ref, instance, column, columns, instance.start(), size));
        }
        blocks.sort(Comparator.comparingInt(Block::unit));
        List<Free> freeUnits = new ArrayList<>();
        for (int unit = 0; unit < covered.length; unit++) {
            if (!covered[unit]) {
                freeUnits.add(new Free(unit, strandedUnits[unit]));
            }
        }
        return new SliceMapModel(
                true,
                model.computeSlices(),
                model.unitsPerComputeSlice(),
                strandedUnits.length,
                blocks,
                freeSlices(layout, taken, covered, strandedUnits),
                freeUnits);
    }

    /**
     * The hardware counts stranded slices and does not tell which: those without free memory below them are shown as
     * stranded first, then those from the right.
     */
    private static List<Free> freeSlices(Layout layout, boolean[] taken, boolean[] covered, boolean[] strandedUnits) {
        List<Integer> free = new ArrayList<>();
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                free.add(column);
            }
        }
        int perColumn = layout.model().unitsPerComputeSlice();
        List<Integer> likely = free.stream()
                .sorted(Comparator.comparing(
                                (Integer column) -> covered[column * perColumn] || strandedUnits[column * perColumn])
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .limit(layout.strandedSlices())
                .toList();
        return free.stream()
                .map(column -> new Free(column, likely.contains(column)))
                .toList();
    }

    private static void mark(boolean[] marks, int from, int count) {
        for (int i = Math.max(0, from); i < Math.min(marks.length, from + count); i++) {
            marks[i] = true;
        }
    }

    private static SliceMapModel inOrder(Gpu gpu) {
        List<Block> blocks = new ArrayList<>();
        int next = 0;
        for (Instance instance : gpu.instances()) {
            int columns = instance.profile().computeSlices();
            blocks.add(new Block(new InstanceRef(gpu.id(), instance.id()), instance, next, columns, next, 0));
            next += columns;
        }
        GpuModel model = gpu.model();
        int columns = Math.max(1, model == null ? next : Math.max(next, model.computeSlices()));
        List<Free> free = new ArrayList<>();
        for (int column = next; model != null && column < columns; column++) {
            free.add(new Free(column, false));
        }
        return new SliceMapModel(false, columns, 1, 0, blocks, free, List.of());
    }
}
