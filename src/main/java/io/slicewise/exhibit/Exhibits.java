package io.slicewise.exhibit;

import io.slicewise.chart.Axis;
import io.slicewise.chart.BarsChart;
import io.slicewise.chart.BridgeChart;
import io.slicewise.chart.ChartHeading;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.HousesChart;
import io.slicewise.chart.LinesChart;
import io.slicewise.chart.Pattern;
import io.slicewise.chart.Reference;
import io.slicewise.chart.Unit;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.story.Analogy;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.InstanceGroup;
import io.slicewise.usage.Naming;
import io.slicewise.usage.Sensitivity;
import io.slicewise.usage.WeightBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The charts of the figures, in one language. */
public final class Exhibits {
    /** With more instances than this, the bridge has a step for each profile instead of each instance. */
    public static final int MOST_STEPS = 12;

    /** With more GPUs than this, the analogy shows the first ones. */
    public static final int MOST_BLOCKS = 8;

    private static final double ROUNDS_TO_NOTHING = 0.0005;

    private final Messages words;
    private final Unit percent;
    private final Unit points;

    public Exhibits(Messages words) {
        this.words = words;
        percent = Unit.percent(words.language());
        points = Unit.points(words.language());
    }

    /**
     * The gap chart: from S by what each instance contributes to W, and by what is not allocated to G. With more than
     * {@value #MOST_STEPS} instances, a step is a profile.
     */
    public BridgeChart bridge(Figures figures) {
        Averages total = figures.total();
        List<BridgeChart.Step> steps = new ArrayList<>();
        if (!Double.isNaN(total.weightedAverage())) {
            boolean many = isMany(figures);
            steps.add(figure("exhibit.short.average", total.instanceAverage(), ColorRole.INSTANCE_AVERAGE));
            Naming naming = Naming.of(figures);
            for (InstanceGroup group : InstanceGroup.of(figures, many)) {
                steps.add(step(group, naming.group(group, many)));
            }
            steps.add(figure("exhibit.short.weighted", total.weightedAverage(), ColorRole.WEIGHTED));
            if (!Double.isNaN(total.wholeGpu())) {
                steps.add(BridgeChart.Delta.of(words.say("exhibit.unallocated"), total.unallocatedCost()));
                steps.add(figure("exhibit.short.whole", total.wholeGpu(), ColorRole.WHOLE_GPU));
            }
        }
        ChartHeading heading = ChartHeading.of(words.say("exhibit.bridge.title"), whenEmpty(figures))
                .withSubtitle(words.say("exhibit.bridge.subtitle"))
                .withSummary(summary(total));
        return new BridgeChart(
                heading,
                words.say("exhibit.step"),
                Axis.of(words.say("exhibit.utilization"), percent).between(0, 1),
                Axis.of(words.say("exhibit.change"), points),
                steps,
                ceiling(total));
    }

    /** Whether there are more instances than a chart shows well one by one. */
    public static boolean isMany(Figures figures) {
        return figures.total().reported() > MOST_STEPS;
    }

    /**
     * Where some instances stand among the entries of {@link #weights}, and one later among the steps of {@link
     * #bridge}: numbers from 0, ascending. Instances without a reading stand nowhere.
     *
     * @param byProfile whether an entry is a profile, and not an instance
     */
    public static List<Integer> entries(Figures figures, Set<InstanceRef> instances, boolean byProfile) {
        List<InstanceGroup> groups = InstanceGroup.of(figures, byProfile);
        return IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).refs().stream().anyMatch(instances::contains))
                .boxed()
                .toList();
    }

    private BridgeChart.Step step(InstanceGroup group, String name) {
        return BridgeChart.Delta.of(name, group.contribution())
                .withDetails(List.of(
                        words.say("exhibit.tip.utilization", new Percent(group.utilization())),
                        words.say(
                                "exhibit.tip.shares",
                                new Percent(group.shareOfCount()),
                                new Percent(group.shareOfWeight()))));
    }

    private BridgeChart.Total figure(String key, double value, ColorRole role) {
        return BridgeChart.Total.of(words.say(key), value, role);
    }

    /** A line where the layout cannot reach 100 %. */
    private List<Reference> ceiling(Averages total) {
        double ceiling = total.allocatedShare();
        return ceiling < 1 - ROUNDS_TO_NOTHING
                ? List.of(new Reference(words.say("exhibit.ceiling", new Percent(ceiling)), ceiling, ColorRole.CEILING))
                : List.of();
    }

    /** The weight breakdown: of each instance its share of the count, of the weight, and of the weighted sum. */
    public BarsChart weights(Figures figures, boolean byProfile) {
        List<BarsChart.Series> series = List.of(
                new BarsChart.Series(words.say("exhibit.share.count"), ColorRole.INSTANCE_AVERAGE, Pattern.SOLID),
                new BarsChart.Series(words.say("exhibit.share.weight"), ColorRole.WEIGHTED, Pattern.SOLID),
                new BarsChart.Series(words.say("exhibit.share.load"), ColorRole.SERIES_4, Pattern.HATCHED));
        List<BarsChart.Category> categories = new ArrayList<>();
        Naming naming = Naming.of(figures);
        for (InstanceGroup group : InstanceGroup.of(figures, byProfile)) {
            categories.add(new BarsChart.Category(
                    naming.group(group, byProfile),
                    List.of(group.shareOfCount(), group.shareOfWeight(), group.shareOfLoad()),
                    List.of(
                            words.say("exhibit.tip.utilization", new Percent(group.utilization())),
                            words.say("exhibit.tip.contribution", points.precise(group.contribution())))));
        }
        ChartHeading heading = ChartHeading.of(words.say("exhibit.weights.title"), whenEmpty(figures))
                .withSubtitle(words.say("exhibit.weights.subtitle", basis(figures)))
                .withSummary(words.say("exhibit.weights.summary", categories.size()));
        return new BarsChart(
                heading,
                words.say(byProfile ? "exhibit.profile" : "exhibit.instance"),
                Axis.of(words.say("exhibit.share"), percent),
                series,
                Double.isNaN(figures.total().weightedAverage()) ? List.of() : categories,
                List.of());
    }

    /** S, W and G as one instance goes from idle to 100 %. */
    public LinesChart sensitivity(Fleet fleet, Figures figures, Optional<InstanceRef> chosen) {
        Optional<Instance> instance = chosen.flatMap(fleet::instance);
        String name = chosen.flatMap(ref -> name(fleet, ref)).orElse("");
        ChartHeading heading = ChartHeading.of(
                        words.say("exhibit.sensitivity.title"), words.say("exhibit.sensitivity.empty"))
                .withSubtitle(instance.isPresent() ? words.say("exhibit.sensitivity.subtitle", name) : "");
        Axis along =
                Axis.of(words.say("exhibit.sensitivity.axis", name), percent).between(0, 1);
        Axis values = Axis.of(words.say("exhibit.utilization"), percent).between(0, 1);
        if (instance.isEmpty() || chosen.isEmpty()) {
            return new LinesChart(heading, along, values, List.of(), null, List.of());
        }
        Sensitivity sensitivity = Sensitivity.of(fleet, figures.weights(), chosen.get(), 1);
        double now = instance.get().utilization();
        return new LinesChart(
                heading.withSummary(rises(sensitivity, name)),
                along,
                values,
                List.of(
                        line(
                                sensitivity,
                                "exhibit.instanceAverage",
                                ColorRole.INSTANCE_AVERAGE,
                                Sensitivity.Point::instanceAverage),
                        line(
                                sensitivity,
                                "exhibit.weightedAverage",
                                ColorRole.WEIGHTED,
                                Sensitivity.Point::weightedAverage),
                        line(sensitivity, "exhibit.wholeGpu", ColorRole.WHOLE_GPU, Sensitivity.Point::wholeGpu)),
                Double.isNaN(now)
                        ? null
                        : new LinesChart.Marker(now, words.say("exhibit.sensitivity.now", new Percent(now))),
                List.of());
    }

    private static Optional<String> name(Fleet fleet, InstanceRef ref) {
        return fleet.gpu(ref.gpu())
                .flatMap(gpu -> gpu.instance(ref.instance())
                        .map(instance -> Naming.of(fleet).instance(gpu, instance)));
    }

    private LinesChart.Series line(
            Sensitivity sensitivity, String key, ColorRole role, ToDoubleFunction<Sensitivity.Point> value) {
        return new LinesChart.Series(
                words.say(key),
                role,
                sensitivity.points().stream()
                        .map(point -> new LinesChart.Sample(point.utilization(), value.applyAsDouble(point)))
                        .toList());
    }

    private String rises(Sensitivity sensitivity, String name) {
        Sensitivity.Point idle = sensitivity.points().getFirst();
        Sensitivity.Point full = sensitivity.points().getLast();
        return words.say(
                "exhibit.sensitivity.summary",
                name,
                new Points(full.instanceAverage() - idle.instanceAverage()),
                new Points(full.weightedAverage() - idle.weightedAverage()),
                new Points(full.wholeGpu() - idle.wholeGpu()));
    }

    /** The fleet as blocks of flats with lit windows; of many GPUs the first {@value #MOST_BLOCKS}. */
    public HousesChart analogy(Figures figures) {
        Analogy analogy = Analogy.of(figures);
        List<HousesChart.House> houses =
                analogy.blocks().stream().limit(MOST_BLOCKS).map(this::house).toList();
        int more = analogy.blocks().size() - houses.size();
        boolean slices = figures.weights().basis() == WeightBasis.Hardware.SLICES;
        String note = more > 0
                ? words.say("exhibit.analogy.more", more)
                : slices ? "" : words.say("exhibit.analogy.basis", basis(figures));
        return new HousesChart(
                ChartHeading.of(words.say("exhibit.analogy.title"), words.say("exhibit.empty.instances"))
                        .withNote(note)
                        .withSummary(words.say(analogy.scene())),
                words.say("exhibit.analogy.block"),
                words.say("exhibit.analogy.flat"),
                Axis.of(words.say("exhibit.analogy.rooms"), Unit.count()),
                Axis.of(words.say("exhibit.utilization"), percent),
                words.say("exhibit.analogy.lit"),
                words.say("exhibit.analogy.dark"),
                houses);
    }

    private HousesChart.House house(Analogy.Block block) {
        List<HousesChart.Flat> flats = new ArrayList<>();
        for (Analogy.Flat flat : block.flats()) {
            flats.add(new HousesChart.Flat(
                    flat.name(), Math.max(1, flat.rooms()), flat.utilization(), HousesChart.Kind.LET));
        }
        plot(flats, "exhibit.analogy.vacant", block.vacant(), HousesChart.Kind.VACANT);
        plot(flats, "exhibit.analogy.lost", block.stranded(), HousesChart.Kind.LOST);
        return new HousesChart.House(block.name(), flats);
    }

    private void plot(List<HousesChart.Flat> flats, String key, int rooms, HousesChart.Kind kind) {
        if (rooms > 0) {
            flats.add(new HousesChart.Flat(words.say(key), rooms, Double.NaN, kind));
        }
    }

    private String summary(Averages total) {
        return words.say(
                "exhibit.bridge.summary",
                new Percent(total.instanceAverage()),
                new Percent(total.weightedAverage()),
                total.shownGap(),
                new Percent(total.wholeGpu()));
    }

    private String whenEmpty(Figures figures) {
        Text missing = figures.missing();
        if (figures.total().instances() == 0) {
            return words.say("exhibit.empty.instances");
        }
        return figures.total().reported() == 0 || missing == null
                ? words.say("exhibit.empty.readings")
                : words.say(missing);
    }

    private Text basis(Figures figures) {
        return Text.of("usage.basis." + figures.weights().basis().id());
    }
}
