package io.slicewise.live.sums;

import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.LabelNames;
import io.slicewise.live.query.Queries;
import io.slicewise.live.query.Selection;
import io.slicewise.live.query.Table;
import io.slicewise.live.range.Grid;
import io.slicewise.live.range.RangeImport;
import io.slicewise.live.range.RangeProgress;
import io.slicewise.live.sums.Shapes.Printed;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.usage.Weights;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has a server sum a fleet up.
 *
 * @param queries whom
 * @param catalogue where models are looked up
 * @param options what a person decided
 * @param weights what counts how much
 * @param generator makes the queries of what is there
 */
public record Summing(
        Queries queries,
        Catalogue catalogue,
        SnapshotOptions options,
        Weights weights,
        Function<Found, AggregateQueries> generator) {
    /** Labels that can name the machine, the best first. */
    private static final List<String> HOSTS =
            List.of("Hostname", "hostname", "host", "node", "kubernetes_node", "nodename", "instance");

    /** Above this share of readings over 110 % of a ratio they are percents. */
    private static final double SOME = 0.02;

    /** So long a sample holds: what was told before a range is in it too. */
    private static final Duration LOOKBACK = Duration.ofMinutes(5);

    /** How often a range is looked at for the models and profiles in it. */
    private static final int LOOKS = 50;

    /**
     * What is there.
     *
     * @param labels how labels are written
     * @param shapes models and profiles
     * @param percent whether 100 is 100 %
     */
    public record Found(LabelNames labels, Shapes shapes, boolean percent) {}

    /** With the queries of this package. */
    public static Summing of(Queries queries, Catalogue catalogue, SnapshotOptions options, Weights weights) {
        return new Summing(
                queries,
                catalogue,
                options,
                weights,
                found -> new ShapeQueries(found.labels(), found.shapes(), found.percent()));
    }

    private record Place(String host, String gpu) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int hosts = host.compareTo(other.host);
            return hosts != 0 ? hosts : gpu.compareTo(other.gpu);
        }
    }

    /**
     * The figures at one time.
     *
     * @param when the time; {@code null} for the server's now
     */
    public SummedReading instant(Group group, @Nullable Instant when, Cancel cancel) throws LiveException {
        // one time for all questions, and the server's: the clocks of two machines differ
        Instant at = when == null ? queries.now(cancel) : when;
        LabelNames labels = labels(List.of(at), cancel);
        Set<Printed> printed = printed(queries.table(shapes(labels), at, cancel), labels);
        Shapes shapes = Shapes.of(printed, catalogue, options, weights);
        Found found = new Found(labels, shapes, isPercent(labels, List.of(at), cancel));
        AggregateQueries generated = generator.apply(found);
        Map<Place, Sums> sums = new TreeMap<>();
        for (Sum sum : Sum.values()) {
            Optional<String> query = generated.query(sum, group);
            if (query.isPresent()) {
                for (Table.Row row : queries.table(query.get(), at, cancel).rows()) {
                    sums.merge(place(generated, group, row), Sums.NONE.with(sum, row.last()), Sums::plus);
                }
            }
        }
        List<SummedReading.Row> rows = sums.entrySet().stream()
                .map(row -> new SummedReading.Row(
                        row.getKey().host(), row.getKey().gpu(), row.getValue().averages()))
                .toList();
        Sums total = sums.values().stream().reduce(Sums.NONE, Sums::plus);
        return new SummedReading(at, group, labels, rows, total.averages(), List.copyOf(shapes.unknownModels()));
    }

    /**
     * The figures over a range: seven numbers a row and time travel, and nothing else.
     *
     * @param grid the times; {@link Grid#ofWidth} for a chart
     * @param ranges asks for it
     */
    public SummedRange range(
            Group group, Grid grid, RangeImport ranges, Consumer<RangeProgress> progress, Cancel cancel)
            throws LiveException {
        // one of them can be a time at which the server had nothing
        Instant middle = grid.at(grid.count() / 2);
        List<Instant> times = List.of(grid.to(), middle, grid.from());
        LabelNames labels = labels(times, cancel);
        Found found = new Found(labels, shapes(labels, grid, ranges, cancel), isPercent(labels, times, cancel));
        AggregateQueries generated = generator.apply(found);
        String count = generated.query(Sum.INSTANCES, group).orElseThrow();
        long groups = Math.max(queries.count(count, grid.from(), cancel), queries.count(count, grid.to(), cancel));
        Map<Place, SumColumns> sums = new TreeMap<>();
        long[] points = {0};
        List<Sum> asked = Arrays.stream(Sum.values())
                .filter(sum -> generated.query(sum, group).isPresent())
                .toList();
        for (Sum sum : asked) {
            int before = asked.indexOf(sum) * grid.count();
            RangeImport.Sink sink = answer -> {
                for (Table.Row row : queries.table(answer).rows()) {
                    points[0] += row.size();
                    add(
                            sums.computeIfAbsent(place(generated, group, row), place -> new SumColumns(grid.count())),
                            grid,
                            sum,
                            row);
                }
            };
            Consumer<RangeProgress> all = it -> progress.accept(new RangeProgress(
                    before + it.done(), asked.size() * grid.count(), it.bytes(), it.why(), it.pause()));
            ranges.run(generated.query(sum, group).orElseThrow(), grid, groups, sink, all, cancel);
        }
        List<SummedRange.Row> rows = sums.entrySet().stream()
                .map(row ->
                        new SummedRange.Row(row.getKey().host(), row.getKey().gpu(), row.getValue()))
                .toList();
        List<String> unknown = List.copyOf(found.shapes().unknownModels());
        return new SummedRange(grid, group, labels, weights, rows, unknown, points[0]);
    }

    /** What is there at some times, the newest first. */
    Found found(List<Instant> times, Cancel cancel) throws LiveException {
        LabelNames labels = labels(times, cancel);
        Set<Printed> printed = new LinkedHashSet<>();
        for (Instant at : times) {
            printed.addAll(printed(queries.table(shapes(labels), at, cancel), labels));
        }
        return new Found(labels, Shapes.of(printed, catalogue, options, weights), isPercent(labels, times, cancel));
    }

    private static void add(SumColumns to, Grid grid, Sum sum, Table.Row row) {
        for (int i = 0; i < row.size(); i++) {
            long index = Math.floorDiv(
                    row.millis(i) - grid.from().toEpochMilli() + grid.step().toMillis() / 2,
                    grid.step().toMillis());
            if (index >= 0 && index < to.count() && !Double.isNaN(row.value(i))) {
                to.add(sum, (int) index, row.value(i));
            }
        }
    }

    private static Place place(AggregateQueries generated, Group group, Table.Row row) {
        return new Place(row.label(generated.hostLabel()), group == Group.GPU ? row.label(generated.gpuLabel()) : "");
    }

    private static String shapes(LabelNames labels) {
        String instances = Selection.presence(List.of(labels.instance() + "!=\"\""));
        return "count by (" + labels.model() + ", " + labels.profile() + ") (" + instances + ")";
    }

    private static Set<Printed> printed(Table table, LabelNames labels) {
        Set<Printed> printed = new LinkedHashSet<>();
        table.rows().forEach(row -> printed.add(new Printed(row.label(labels.model()), row.label(labels.profile()))));
        return printed;
    }

    /**
     * The models and profiles of a range: those that are seen at some times, and all that the server's index names, so
     * that a layout that was there for a moment only is weighed too.
     */
    private Shapes shapes(LabelNames labels, Grid grid, RangeImport ranges, Cancel cancel) throws LiveException {
        Set<Printed> seen = new LinkedHashSet<>();
        Grid looks = Grid.ofWidth(grid.from(), grid.to(), LOOKS, grid.step());
        RangeImport.Sink sink = answer -> seen.addAll(printed(queries.table(answer), labels));
        ranges.run(shapes(labels), looks, 1, sink, it -> {}, cancel);
        String instances = Selection.presence(List.of(labels.instance() + "!=\"\""));
        Instant from = grid.from().minus(LOOKBACK);
        Set<String> models = new LinkedHashSet<>(queries.values(labels.model(), instances, from, grid.to(), cancel));
        models.add("");
        Set<Printed> possible = new LinkedHashSet<>();
        for (String profile : queries.values(labels.profile(), instances, from, grid.to(), cancel)) {
            models.forEach(model -> possible.add(new Printed(model, profile)));
        }
        return Shapes.of(seen, possible, catalogue, options, weights);
    }

    private boolean isPercent(LabelNames labels, List<Instant> times, Cancel cancel) throws LiveException {
        Unit chosen = options.unit();
        if (chosen != null) {
            return chosen == Unit.PERCENT;
        }
        String instances = Selection.utilization(List.of(labels.instance() + "!=\"\""));
        for (Instant at : times) {
            long all = queries.count(instances + " >= 0 <= 110", at, cancel);
            if (all > 0) {
                long above = queries.count(instances + " > 1.1 <= 110", at, cancel);
                return above > 0 && above >= SOME * all;
            }
        }
        return false;
    }

    /** How the labels are written: one question, a row for each that is there. */
    private LabelNames labels(List<Instant> times, Cancel cancel) throws LiveException {
        Set<String> names = new LinkedHashSet<>(HOSTS);
        names.addAll(List.of("GPU_I_ID", "gpu_i_id"));
        String query = names.stream()
                .map(name -> "label_replace(count(" + Selection.utilization(List.of(name + "!=\"\""))
                        + "), \"label\", \"" + name + "\", \"\", \"\")")
                .collect(Collectors.joining(" or "));
        Map<String, Double> counts = new LinkedHashMap<>();
        for (int i = 0; i < times.size() && counts.isEmpty(); i++) {
            queries.table(query, times.get(i), cancel)
                    .rows()
                    .forEach(row -> counts.put(row.label("label"), row.last()));
        }
        LabelNames base = counts.getOrDefault("gpu_i_id", 0.0) > counts.getOrDefault("GPU_I_ID", 0.0)
                ? LabelNames.LOWER
                : LabelNames.EXPORTER;
        String host = HOSTS.stream().filter(counts::containsKey).findFirst().orElse(base.host());
        return new LabelNames(base.uuid(), base.instance(), base.profile(), base.model(), host);
    }
}
