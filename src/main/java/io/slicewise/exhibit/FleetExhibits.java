package io.slicewise.exhibit;

import io.slicewise.chart.Axis;
import io.slicewise.chart.BarsChart;
import io.slicewise.chart.ChartHeading;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Pattern;
import io.slicewise.chart.ScatterChart;
import io.slicewise.chart.Unit;
import io.slicewise.text.Apportionment;
import io.slicewise.text.Decimal;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.usage.Averages;
import io.slicewise.usage.survey.Attribute;
import io.slicewise.usage.survey.Comparison;
import io.slicewise.usage.survey.FleetDistribution;
import io.slicewise.usage.survey.GpuRow;
import io.slicewise.usage.survey.SliceUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The charts of many GPUs, in one language. */
public final class FleetExhibits {
    /** How many GPUs or hosts a ranking has. */
    public static final int RANKED = 10;

    /** Up to so many GPUs each is a dot of its own; more are put together where they are nearly alike. */
    private static final int SINGLE_DOTS = 300;

    private static final double FINE = 0.002;
    private static final double COARSE = 0.02;
    private static final int NAMED = 5;

    private final Messages words;
    private final Unit percent;
    private final Unit points;

    public FleetExhibits(Messages words) {
        this.words = words;
        percent = Unit.percent(words.language());
        points = Unit.points(words.language());
    }

    /** How many GPUs have which whole-GPU utilization. */
    public BarsChart distribution(List<GpuRow> gpus) {
        FleetDistribution.Distribution distribution = FleetDistribution.of(gpus);
        List<BarsChart.Category> categories = new ArrayList<>();
        for (int i = 0; i < FleetDistribution.BINS && distribution.total() > 0; i++) {
            String name = i * 100 / FleetDistribution.BINS + " – " + (i + 1) * 100 / FleetDistribution.BINS;
            categories.add(
                    BarsChart.Category.of(name, distribution.counts().get(i).doubleValue()));
        }
        double median = FleetDistribution.median(gpus, Averages::wholeGpu);
        ChartHeading heading = heading("fleet.chart.distribution.title")
                .withSubtitle(words.say("fleet.chart.distribution.subtitle", distribution.total(), new Percent(median)))
                .withNote(
                        distribution.without() == 0
                                ? ""
                                : words.say("fleet.chart.distribution.note", distribution.without()))
                .withSummary(words.say("fleet.chart.distribution.subtitle", distribution.total(), new Percent(median)));
        return new BarsChart(
                heading,
                words.say("fleet.chart.whole") + " (%)",
                Axis.of(words.say("fleet.chart.gpus"), Unit.count()).between(0, Double.NaN),
                List.of(new BarsChart.Series(words.say("fleet.chart.gpus"), ColorRole.WHOLE_GPU, Pattern.SOLID)),
                categories,
                List.of());
    }

    /** Of each GPU its instance average against its slice-weighted average. */
    public ScatterChart averages(List<GpuRow> gpus) {
        List<GpuRow> read = gpus.stream()
                .filter(gpu -> Double.isFinite(gpu.averages().weightedAverage()))
                .toList();
        long below = read.stream().filter(gpu -> gpu.averages().gap() < -1e-9).count();
        ChartHeading heading = heading("fleet.chart.averages.title")
                .withSubtitle(words.say("fleet.chart.averages.subtitle", below, read.size()))
                .withSummary(words.say("fleet.chart.averages.subtitle", below, read.size()));
        return new ScatterChart(
                heading,
                words.say("fleet.chart.gpu"),
                words.say("fleet.chart.gpus"),
                Axis.of(words.say("exhibit.instanceAverage"), percent).between(0, 1),
                Axis.of(words.say("exhibit.weightedAverage"), percent).between(0, 1),
                dots(read),
                ColorRole.WEIGHTED,
                words.say("fleet.chart.averages.equal"),
                List.of());
    }

    private record Cell(long x, long y) {}

    private List<ScatterChart.Dot> dots(List<GpuRow> gpus) {
        double step = gpus.size() > SINGLE_DOTS ? COARSE : FINE;
        Map<Cell, List<GpuRow>> cells = new LinkedHashMap<>();
        for (GpuRow gpu : gpus) {
            Averages averages = gpu.averages();
            Cell cell = new Cell(
                    Math.round(averages.instanceAverage() / step), Math.round(averages.weightedAverage() / step));
            cells.computeIfAbsent(cell, _ -> new ArrayList<>()).add(gpu);
        }
        return cells.values().stream()
                .map(this::dot)
                .sorted(Comparator.comparingDouble(ScatterChart.Dot::x).thenComparingDouble(ScatterChart.Dot::y))
                .toList();
    }

    private ScatterChart.Dot dot(List<GpuRow> alike) {
        GpuRow first = alike.getFirst();
        if (alike.size() == 1) {
            return new ScatterChart.Dot(
                    first.name(),
                    first.averages().instanceAverage(),
                    first.averages().weightedAverage(),
                    1,
                    details(first));
        }
        List<String> names = alike.stream().limit(NAMED).map(GpuRow::name).toList();
        return new ScatterChart.Dot(
                words.say("fleet.chart.averages.several", names.getFirst(), alike.size() - 1),
                FleetDistribution.mean(alike, Averages::instanceAverage),
                FleetDistribution.mean(alike, Averages::weightedAverage),
                alike.size(),
                names);
    }

    private List<String> details(GpuRow gpu) {
        return List.of(
                Attribute.layout(gpu.gpu()),
                words.say("fleet.chart.gap", gpu.averages().shownGap()),
                words.say("fleet.chart.wholeOf", new Percent(gpu.averages().wholeGpu())));
    }

    /** The GPUs whose averages differ most. */
    public BarsChart gaps(List<GpuRow> gpus) {
        List<BarsChart.Category> categories = FleetDistribution.largestGaps(gpus, RANKED).stream()
                .map(gpu -> new BarsChart.Category(
                        gpu.name(),
                        List.of(gpu.averages().gap()),
                        List.of(
                                Attribute.layout(gpu.gpu()),
                                words.say(
                                        "fleet.chart.both",
                                        new Percent(gpu.averages().instanceAverage()),
                                        new Percent(gpu.averages().weightedAverage())))))
                .toList();
        ChartHeading heading = ChartHeading.of(
                        words.say("fleet.chart.gaps.title", categories.size()), words.say("fleet.chart.gaps.empty"))
                .withSubtitle(words.say("fleet.chart.gaps.subtitle"))
                .withSummary(words.say("fleet.chart.gaps.subtitle"));
        return new BarsChart(
                heading,
                words.say("fleet.chart.gpu"),
                Axis.of(words.say("fleet.chart.gaps.axis"), points),
                List.of(new BarsChart.Series(words.say("fleet.chart.gaps.axis"), ColorRole.NEUTRAL, Pattern.SOLID)),
                categories,
                List.of());
    }

    /** Where slices are not used: by host, or by GPU where there is one host. */
    public BarsChart waste(List<GpuRow> gpus) {
        boolean hosts = gpus.stream().map(gpu -> gpu.gpu().host()).distinct().count() > 1;
        Function<GpuRow, String> by = hosts ? gpu -> gpu.gpu().host() : GpuRow::name;
        SliceUse all = FleetDistribution.waste(gpus);
        List<BarsChart.Series> series = List.of(
                new BarsChart.Series(words.say("fleet.chart.waste.idle"), ColorRole.WEIGHTED, Pattern.SOLID),
                new BarsChart.Series(words.say("fleet.chart.waste.free"), ColorRole.WHOLE_GPU, Pattern.HATCHED));
        List<BarsChart.Category> categories = FleetDistribution.waste(gpus, by, RANKED).stream()
                .filter(share -> share.waste().wasted() > 1e-9)
                .map(share -> new BarsChart.Category(
                        share.value().isEmpty() ? words.say("fleet.none") : share.value(),
                        List.of(share.waste().idle(), share.waste().free()),
                        List.of(words.say(
                                "fleet.chart.waste.of",
                                new Decimal(share.waste().busy(), 1),
                                new Decimal(share.waste().slices(), 0)))))
                .toList();
        double[] shown = Apportionment.of(new double[] {all.busy(), all.idle()}, all.busy() + all.idle(), 1);
        String sentence = words.say(
                "fleet.chart.waste.subtitle",
                new Decimal(all.slices(), 0),
                new Decimal(shown[0], 1),
                new Decimal(shown[1], 1),
                new Decimal(all.free(), 0));
        ChartHeading heading = ChartHeading.of(
                        words.say(hosts ? "fleet.chart.waste.hosts" : "fleet.chart.waste.gpus"),
                        words.say("fleet.chart.waste.empty"))
                .withSubtitle(sentence)
                .withNote(all.unread() == 0 ? "" : words.say("fleet.chart.waste.note", new Decimal(all.unread(), 0)))
                .withSummary(sentence);
        return new BarsChart(
                heading,
                words.say(hosts ? "fleet.column.host" : "fleet.chart.gpu"),
                Axis.of(words.say("fleet.chart.slices"), Unit.count()),
                series,
                categories,
                List.of());
    }

    /** The figures of two fleets, beside each other. */
    public BarsChart comparison(Comparison comparison, String before, String after) {
        Averages was = comparison.before().total();
        Averages is = comparison.after().total();
        List<BarsChart.Category> categories = new ArrayList<>();
        if (was.instances() + is.instances() > 0) {
            categories.add(pair("exhibit.instanceAverage", was, is, Averages::instanceAverage));
            categories.add(pair("exhibit.weightedAverage", was, is, Averages::weightedAverage));
            categories.add(pair("exhibit.wholeGpu", was, is, Averages::wholeGpu));
            categories.add(pair("fleet.column.allocated", was, is, Averages::allocatedShare));
        }
        return new BarsChart(
                heading("fleet.chart.comparison.title").withSummary(words.say("fleet.chart.comparison.title")),
                words.say("fleet.compare.figure"),
                Axis.of(words.say("exhibit.share"), percent).between(0, 1),
                List.of(
                        new BarsChart.Series(
                                words.say("fleet.chart.comparison.before", before), ColorRole.SERIES_4, Pattern.HOLLOW),
                        new BarsChart.Series(
                                words.say("fleet.chart.comparison.after", after), ColorRole.SERIES_4, Pattern.SOLID)),
                categories,
                List.of());
    }

    private BarsChart.Category pair(String key, Averages before, Averages after, ToDoubleFunction<Averages> figure) {
        double was = figure.applyAsDouble(before);
        double is = figure.applyAsDouble(after);
        return new BarsChart.Category(
                words.say(key), List.of(was, is), List.of(words.say("fleet.chart.difference", new Points(is - was))));
    }

    private ChartHeading heading(String title) {
        return ChartHeading.of(words.say(title), words.say("fleet.chart.empty"));
    }
}
