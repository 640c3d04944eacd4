package io.slicewise.story;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.text.Listing;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.GpuFigures;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fleet as blocks of flats that use electricity: a GPU is a block, a compute slice a room, an instance a flat, and the
 * share of lit windows its utilization. What no one rented are vacant plots.
 *
 * <p>With ten windows a room the picture can be counted: of the main example, 36 of 50 windows of rented flats are lit
 * (72%, the weighted average), and of the 70 that the block has room for (51.4%, the whole GPU).
 *
 * @param blocks one for each GPU, in the fleet's order
 * @param scene who lives there, in one sentence
 * @param sayings what each of the figures says about it, in the order of {@link Figure}
 */
public record Analogy(List<Block> blocks, Text scene, List<Saying> sayings) {
    /** The windows of a room. */
    public static final int WINDOWS = 10;

    private static final int MOST_LOADS = 4;
    private static final int STUDIO = 1;
    private static final int TWO_ROOMS = 2;

    public Analogy {
        blocks = List.copyOf(blocks);
        sayings = List.copyOf(sayings);
    }

    /**
     * A GPU.
     *
     * @param gpu its id
     * @param name what it is called
     * @param flats its instances, in the planner's order
     * @param vacant rooms that could be rented out
     * @param stranded rooms that no one can rent while the others stay where they are
     */
    public record Block(String gpu, String name, List<Flat> flats, int vacant, int stranded) {
        public Block {
            flats = List.copyOf(flats);
        }

        /** All rooms of the block. */
        public int rooms() {
            return vacant + stranded + flats.stream().mapToInt(Flat::rooms).sum();
        }
    }

    /**
     * An instance.
     *
     * @param ref which one
     * @param name what it is called
     * @param rooms its compute slices
     * @param utilization a ratio; {@code NaN} without a reading
     */
    public record Flat(InstanceRef ref, String name, int rooms, double utilization) {
        /** Its windows. */
        public int windows() {
            return rooms * WINDOWS;
        }

        /** How many of them are lit, rounded; none without a reading. */
        public int lit() {
            return Double.isNaN(utilization) ? 0 : (int) Math.round(utilization * windows());
        }
    }

    /**
     * What a figure says about the block.
     *
     * @param value the figure
     * @param saying the sentence with its number
     */
    public record Saying(FigureValue value, Text saying) {}

    /** The blocks of a fleet. */
    public static Analogy of(Figures figures) {
        Numbered numbered = Numbered.of(figures, Thresholds.DEFAULT);
        Naming naming = Naming.of(figures);
        boolean mixed = Mentions.of(figures).mixed();
        List<Block> blocks =
                figures.gpus().stream().map(gpu -> block(gpu, naming)).toList();
        List<Saying> sayings = new ArrayList<>();
        for (FigureValue value : FigureValue.of(figures.total(), Figure.values())) {
            sayings.add(new Saying(value, numbered.say(key(value.figure(), mixed), value.figure())));
        }
        return new Analogy(blocks, scene(blocks), sayings);
    }

    private static String key(Figure figure, boolean mixed) {
        return switch (figure) {
            case INSTANCE_AVERAGE -> "advice.analogy.average";
            case WEIGHTED -> mixed ? "advice.analogy.weighted.mixed" : "advice.analogy.weighted";
            case WHOLE_GPU -> "advice.analogy.whole";
        };
    }

    private static Block block(GpuFigures figures, Naming naming) {
        Gpu gpu = figures.gpu();
        List<Flat> flats = gpu.instances().stream()
                .map(instance -> new Flat(
                        new InstanceRef(gpu.id(), instance.id()),
                        Naming.onGpu(gpu, instance),
                        instance.profile().computeSlices(),
                        instance.utilization()))
                .toList();
        Space space = Space.of(figures);
        return new Block(
                gpu.id(), naming.gpu(gpu), flats, space.freeSlices() - space.strandedSlices(), space.strandedSlices());
    }

    private static Text scene(List<Block> blocks) {
        SortedMap<Integer, List<Flat>> bySize = new TreeMap<>();
        int vacant = 0;
        int stranded = 0;
        for (Block block : blocks) {
            vacant += block.vacant();
            stranded += block.stranded();
            for (Flat flat : block.flats()) {
                bySize.computeIfAbsent(flat.rooms(), size -> new ArrayList<>()).add(flat);
            }
        }
        List<Text> households =
                bySize.values().stream().map(Analogy::households).toList();
        if (households.isEmpty()) {
            return Text.of("advice.analogy.scene.empty");
        }
        String scene = "advice.analogy.scene."
                + (vacant > 0 ? stranded > 0 ? "both" : "vacant" : stranded > 0 ? "lost" : "full");
        return Text.of(scene, new Listing(households), vacant, stranded);
    }

    /** «3 studios (90.0%, 80.0%, 70.0%)»; of many the loads are left out. */
    private static Text households(List<Flat> flats) {
        int rooms = flats.getFirst().rooms();
        Text size = switch (rooms) {
            case STUDIO -> Text.of("advice.analogy.size.one", flats.size());
            case TWO_ROOMS -> Text.of("advice.analogy.size.two", flats.size());
            default -> Text.of("advice.analogy.size.more", flats.size(), rooms);
        };
        if (flats.size() > MOST_LOADS) {
            return size;
        }
        List<Percent> loads =
                flats.stream().map(flat -> new Percent(flat.utilization())).toList();
        return Text.of("advice.analogy.loads", size, new Listing(loads));
    }
}
