package io.slicewise.exhibit;

import io.slicewise.chart.Axis;
import io.slicewise.chart.ChartHeading;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Pattern;
import io.slicewise.chart.StripsChart;
import io.slicewise.chart.StripsChart.Part;
import io.slicewise.chart.StripsChart.Strip;
import io.slicewise.chart.Unit;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.story.HardwareUse;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The charts of wholes and their parts, in one language. */
public final class StripExhibits {
    private final Messages words;

    public StripExhibits(Messages words) {
        this.words = words;
    }

    /** What the hardware of a fleet is used for: one bar of three parts, which are labelled so that they sum up to 100. */
    public StripsChart use(Figures figures) {
        List<Part> parts = HardwareUse.of(figures.total()).map(this::parts).orElse(List.of());
        ChartHeading heading = ChartHeading.of(words.say("exhibit.use.title"), words.say("exhibit.use.empty"))
                .withSummary(parts.stream().map(Part::words).collect(Collectors.joining(", ")));
        return new StripsChart(
                heading,
                "",
                words.say("exhibit.use.part"),
                Axis.of(words.say("exhibit.use.share"), Unit.percent(words.language())),
                parts.isEmpty() ? List.of() : List.of(new Strip("", parts)));
    }

    private List<Part> parts(HardwareUse use) {
        return List.of(
                part(use, 0, "exhibit.use.inUse", ColorRole.WHOLE_GPU, Pattern.SOLID),
                part(use, 1, "exhibit.use.idle", ColorRole.WEIGHTED, Pattern.HATCHED),
                part(use, 2, "exhibit.use.unallocated", ColorRole.AXIS, Pattern.HOLLOW));
    }

    private Part part(HardwareUse use, int which, String key, ColorRole role, Pattern pattern) {
        String percent = words.say("exhibit.use.percent", use.percents().get(which));
        return new Part(
                words.say(key), percent, use.parts().get(which), use.shown().get(which), role, pattern);
    }

    /**
     * How GPUs are divided: a strip each, as long as its compute slices.
     *
     * @param most how many GPUs are shown at most
     */
    public StripsChart partition(Figures figures, int most) {
        Naming naming = Naming.of(figures);
        int gpus = figures.gpus().size();
        List<Strip> strips = figures.gpus().stream()
                .limit(most)
                .map(gpu -> new Strip(naming.gpu(gpu.gpu()), instances(gpu.gpu())))
                .toList();
        ChartHeading heading = ChartHeading.of(
                        words.say("exhibit.partition.title"), words.say("exhibit.partition.empty"))
                .withSubtitle(gpus > most ? words.say("exhibit.partition.some", most, gpus) : "")
                .withSummary(words.say("exhibit.partition.title"));
        return new StripsChart(
                heading,
                words.say("exhibit.gpu"),
                words.say("exhibit.instance"),
                Axis.of(words.say("usage.basis.slices"), Unit.count()),
                strips);
    }

    private List<Part> instances(Gpu gpu) {
        List<Part> parts = new ArrayList<>();
        gpu.instances().stream()
                .sorted(Comparator.comparingInt(StripExhibits::place))
                .map(instance -> new Part(
                        instance.label(),
                        Numbers.percent(instance.utilization(), words.language()),
                        instance.profile().computeSlices(),
                        ColorRole.WEIGHTED,
                        Pattern.HOLLOW))
                .forEach(parts::add);
        int free = gpu.model() == null ? 0 : gpu.model().computeSlices() - gpu.allocatedSlices();
        if (free > 0) {
            parts.add(new Part(words.say("exhibit.partition.free"), "", free, ColorRole.AXIS, Pattern.HOLLOW));
        }
        return parts;
    }

    private static int place(Instance instance) {
        return instance.placement().isPlaced() ? instance.start() : Integer.MAX_VALUE;
    }
}
