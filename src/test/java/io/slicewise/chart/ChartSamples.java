package io.slicewise.chart;

import io.slicewise.chart.BridgeChart.Delta;
import io.slicewise.chart.BridgeChart.Step;
import io.slicewise.chart.BridgeChart.Total;
import io.slicewise.chart.LinesChart.Sample;
import io.slicewise.text.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Charts of every kind, as the product shows them, and a way to measure text without fonts. */
public final class ChartSamples {
    /** Hangul is as wide as it is high, other letters are a little more than half as wide. */
    public static final TextMeasure MEASURE = (text, size, weight) -> text.codePoints()
                    .mapToDouble(letter -> letter >= 0xAC00 && letter <= 0xD7A3 ? 0.9 : 0.56)
                    .sum()
            * size
            * (weight == TextMeasure.Weight.SEMIBOLD ? 1.05 : 1);

    static final Unit PERCENT = Unit.percent(Language.ENGLISH);
    static final Unit POINTS = Unit.points(Language.ENGLISH);
    static final Axis UTILIZATION = Axis.of("Utilization", PERCENT);
    static final Axis CHANGE = Axis.of("Change", POINTS);
    static final Reference CEILING = new Reference("Ceiling 85.7 %", 6 / 7.0, ColorRole.CEILING);

    private ChartSamples() {}

    static ChartHeading heading(String title) {
        return ChartHeading.of(title, "Nothing has a reading yet. Open a file, or set a value.")
                .withSubtitle("One sentence that says what there is to be seen")
                .withNote("Where it is from and what was left out of it")
                .withSummary("The summary.");
    }

    static BridgeChart bridge(Step... steps) {
        return new BridgeChart(heading("Bridge"), "Step", UTILIZATION, CHANGE, List.of(steps), List.of());
    }

    /** The document's first scenario: S 75, W 60, G 51.4. */
    public static BridgeChart gap() {
        return new BridgeChart(
                heading("Where the gap comes from"),
                "Step",
                UTILIZATION,
                CHANGE,
                List.of(
                        Total.of("Instance average", 0.75, ColorRole.INSTANCE_AVERAGE),
                        Delta.of("1g.10gb #0", -0.0125),
                        Delta.of("1g.10gb #1", -0.0125),
                        Delta.of("1g.10gb #2", -0.0125),
                        Delta.of("3g.40gb", -0.1125),
                        Total.of("Slice-weighted", 0.6, ColorRole.WEIGHTED),
                        new Delta("Unallocated", -0.6 / 7, ColorRole.NEUTRAL, List.of()),
                        Total.of("Whole GPU", 3.6 / 7, ColorRole.WHOLE_GPU)),
                List.of(CEILING));
    }

    static BridgeChart longBridge(int deltas) {
        List<Step> steps = new ArrayList<>();
        double level = 0.7;
        steps.add(Total.of("Instance average", level, ColorRole.INSTANCE_AVERAGE));
        for (int i = 0; i < deltas; i++) {
            double change = (i * 7 % 11 - 5) * 0.004;
            level += change;
            steps.add(Delta.of("gpu" + i / 7 + "/" + i % 7 + " 1g.10gb", change));
        }
        steps.add(Total.of("Slice-weighted", level, ColorRole.WEIGHTED));
        return new BridgeChart(heading("Many steps"), "Step", UTILIZATION, CHANGE, steps, List.of(CEILING));
    }

    static BarsChart bars(int categories, String name) {
        List<BarsChart.Category> groups = new ArrayList<>();
        for (int i = 0; i < categories; i++) {
            double share = 1.0 / categories;
            groups.add(BarsChart.Category.of(name + i, share, share * (0.5 + i % 3 * 0.5), share * (1 + i % 2 * 0.4)));
        }
        return new BarsChart(
                heading("What counts how much"),
                "Instance",
                Axis.of("Share", PERCENT),
                List.of(
                        new BarsChart.Series("Share of count", ColorRole.SERIES_1, Pattern.HOLLOW),
                        new BarsChart.Series("Share of slices", ColorRole.SERIES_2, Pattern.SOLID),
                        new BarsChart.Series("Share of weighted sum", ColorRole.SERIES_3, Pattern.HATCHED)),
                groups,
                List.of());
    }

    static LinesChart lines(boolean gap) {
        List<Sample> average = new ArrayList<>();
        List<Sample> weighted = new ArrayList<>();
        List<Sample> whole = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            double u = i / 100.0;
            average.add(new Sample(u, gap && i > 40 && i < 60 ? Double.NaN : (2.7 + u) / 4));
            weighted.add(new Sample(u, (2.7 + 3 * u) / 6));
            whole.add(new Sample(u, (2.7 + 3 * u) / 7));
        }
        return new LinesChart(
                heading("If 3g.40gb were busier"),
                Axis.of("Utilization of 3g.40gb", PERCENT).between(0, 1),
                UTILIZATION.between(0, 1),
                List.of(
                        new LinesChart.Series("Instance average", ColorRole.INSTANCE_AVERAGE, average),
                        new LinesChart.Series("Slice-weighted", ColorRole.WEIGHTED, weighted),
                        new LinesChart.Series("Whole GPU", ColorRole.WHOLE_GPU, whole)),
                new LinesChart.Marker(0.3, "now 30.0 %"),
                List.of(CEILING));
    }

    static LinesChart manyLines() {
        List<LinesChart.Series> series = new ArrayList<>();
        for (int s = 0; s < 12; s++) {
            List<Sample> samples = List.of(new Sample(0, 10 + s), new Sample(5, 12 - s), new Sample(10, 11));
            series.add(new LinesChart.Series("Line number " + s, ColorRole.series(s), samples));
        }
        Axis hours = Axis.of("Hour", Unit.number("h"));
        return new LinesChart(heading("Twelve"), hours, Axis.of("Power", Unit.number("W")), series, null, List.of());
    }

    /** Houses of seven rooms: three studios, a flat of two rooms, an empty plot, one that is out of reach. */
    static StripsChart strips(int count, String name) {
        List<StripsChart.Strip> strips = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strips.add(new StripsChart.Strip(
                    count == 1 ? "" : name + i,
                    List.of(
                            new StripsChart.Part(name, "51%", 0.514, ColorRole.WHOLE_GPU, Pattern.SOLID),
                            new StripsChart.Part("idle", "20%", 0.2, ColorRole.WEIGHTED, Pattern.HATCHED),
                            new StripsChart.Part("none", "", 0.286, ColorRole.AXIS, Pattern.HOLLOW))));
        }
        return new StripsChart(heading("Parts"), "GPU", "Part", UTILIZATION, strips);
    }

    static HousesChart houses(int count, String name) {
        List<HousesChart.House> houses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            houses.add(new HousesChart.House(
                    "GPU " + i,
                    List.of(
                            new HousesChart.Flat(name + 1, 1, 0.9, HousesChart.Kind.LET),
                            new HousesChart.Flat(name + 2, 1, 0.8, HousesChart.Kind.LET),
                            new HousesChart.Flat(name + 3, 1, Double.NaN, HousesChart.Kind.LET),
                            new HousesChart.Flat("2g.20gb", 2, 0.6, HousesChart.Kind.LET),
                            new HousesChart.Flat("vacant", 1, Double.NaN, HousesChart.Kind.VACANT),
                            new HousesChart.Flat("out of reach", 1, Double.NaN, HousesChart.Kind.LOST))));
        }
        Axis rooms = Axis.of("Rooms", Unit.number(""));
        return new HousesChart(heading("Flats"), "Block", "Flat", rooms, UTILIZATION, "lit", "dark", houses);
    }

    static ScatterChart scatter(int count) {
        List<ScatterChart.Dot> dots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = i * 37 % 101 / 100.0;
            double y = i % 13 == 5 ? Double.NaN : (i * 53 % 89 + i / 101) / 100.0;
            dots.add(new ScatterChart.Dot("node-" + i, x, y, 1 + (i % 7 == 0 ? i : 0), List.of("A detail")));
        }
        return new ScatterChart(
                heading("Both averages"),
                "GPU",
                "GPUs",
                Axis.of("Instance average", PERCENT).between(0, 1),
                Axis.of("Slice-weighted", PERCENT).between(0, 1),
                dots,
                ColorRole.WEIGHTED,
                "both are equal",
                List.of());
    }

    /** A day of three figures with a gap, a reconfiguration and a time in which not all reported. */
    static TimelineChart timeline(int parts, boolean withCursor) {
        double[] average = new double[parts];
        double[] weighted = new double[parts];
        double[] whole = new double[parts];
        double[] coverage = new double[parts];
        for (int i = 0; i < parts; i++) {
            boolean gap = i > parts * 0.6 && i < parts * 0.7;
            average[i] = gap ? Double.NaN : 0.6 + 0.3 * Math.sin(i * 9.0 / parts);
            weighted[i] = gap ? Double.NaN : 0.5 + 0.3 * Math.sin(i * 9.0 / parts + 0.4);
            whole[i] = weighted[i] * 6 / 7;
            coverage[i] = gap ? 0 : i > parts * 0.3 && i < parts * 0.4 ? 0.75 : 1;
        }
        long noon = 1_763_700_000_000L;
        return new TimelineChart(
                heading("Over time"),
                new TimeAxis(noon, noon + 86_400_000L, ZoneId.of("Asia/Seoul"), Language.ENGLISH),
                UTILIZATION.between(0, 1),
                List.of(
                        curve("Instance average", ColorRole.INSTANCE_AVERAGE, average),
                        curve("Slice-weighted", ColorRole.WEIGHTED, weighted),
                        curve("Whole GPU", ColorRole.WHOLE_GPU, whole)),
                new TimelineChart.Coverage("Reported", new TimelineChart.Values(coverage)),
                List.of(new TimelineChart.Event(
                        noon + 30_000_000L, "GPU 3 was partitioned anew", List.of("7 × 1g.10gb → 3g.40gb + 4g.40gb"))),
                withCursor ? new TimelineChart.Cursor(noon + 40_000_000L, "22 Nov 2025, 00:46 KST") : null,
                List.of(new Reference("Alert at 90.0 %", 0.9, ColorRole.CEILING)));
    }

    private static TimelineChart.Curve curve(String name, ColorRole role, double[] means) {
        double[] lows = Arrays.stream(means).map(v -> v - 0.04).toArray();
        double[] highs = Arrays.stream(means).map(v -> v + 0.03).toArray();
        return new TimelineChart.Curve(
                name,
                role,
                new TimelineChart.Values(means),
                new TimelineChart.Values(lows),
                new TimelineChart.Values(highs),
                means[means.length / 2]);
    }

    /** One of every kind and extreme, by name. */
    public static Map<String, ChartSpec> all() {
        Map<String, ChartSpec> all = new LinkedHashMap<>();
        all.put("gap", gap());
        all.put("one total", bridge(Total.of("Only", 1, ColorRole.WEIGHTED)));
        all.put("zeros", bridge(Total.of("A", 0, ColorRole.WEIGHTED), Delta.of("nothing", 0)));
        all.put("below zero", bridge(Total.of("A", 0.1, ColorRole.WEIGHTED), Delta.of("down", -0.4)));
        all.put(
                "unknown",
                bridge(
                        Total.of("A", Double.NaN, ColorRole.WEIGHTED),
                        Delta.of("d", 0.1),
                        gap().steps().get(0)));
        all.put("58 steps", longBridge(56));
        all.put("bars 1", bars(1, "1g.10gb #"));
        all.put("bars 4", bars(4, "1g.10gb #"));
        all.put("bars 4 long", bars(4, "학습용 파이프라인이라는 아주 긴 이름의 인스턴스 번호 "));
        all.put("bars 56", bars(56, "gpu0/1 1g.10gb "));
        all.put("lines", lines(false));
        all.put("gaps", lines(true));
        all.put("many lines", manyLines());
        all.put("strip", strips(1, "In use"));
        all.put("8 strips", strips(8, "1g.10gb #"));
        all.put("3 strips long", strips(3, "학습용 파이프라인이라는 아주 긴 이름의 인스턴스 번호 "));
        all.put("no strips", strips(0, ""));
        all.put("house", houses(1, "1g.10gb #"));
        all.put("8 houses", houses(8, "1g.10gb #"));
        all.put("3 houses long", houses(3, "학습용 파이프라인이라는 아주 긴 이름의 인스턴스 번호 "));
        all.put("empty houses", houses(0, ""));
        all.put("scatter", scatter(40));
        all.put("scatter of one", scatter(1));
        all.put("scatter of many", scatter(900));
        all.put("empty", bars(0, ""));
        all.put("timeline", timeline(400, true));
        all.put("timeline without cursor", timeline(3, false));
        all.put("timeline of one part", timeline(1, true));
        return Collections.unmodifiableMap(all);
    }
}
