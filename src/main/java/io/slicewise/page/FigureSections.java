package io.slicewise.page;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.LinesChart;
import io.slicewise.exhibit.Arithmetic;
import io.slicewise.exhibit.PartsOfGpu;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.mig.Source;
import io.slicewise.page.Block.Calculation;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Point;
import io.slicewise.page.Block.Points;
import io.slicewise.page.Block.Product;
import io.slicewise.page.Block.Step;
import io.slicewise.page.Block.Table;
import io.slicewise.story.Figure;
import io.slicewise.story.FigureValue;
import io.slicewise.story.Why;
import io.slicewise.story.WhyWhole;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.GpuFigures;
import io.slicewise.usage.Figures.Share;
import io.slicewise.usage.InstanceGroup;
import io.slicewise.usage.Naming;
import io.slicewise.usage.WeightBasis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sections that show what the figures are made of. */
final class FigureSections {
    private static final double SENSITIVITY = 0.45;

    /** No one reads more rows than this on paper: of more instances those that count most are shown. */
    static final int MANY_INSTANCES = 60;

    private static final int MOST_INSTANCES = 20;

    /** With more GPUs than this, the table of single GPUs has the first ones. */
    static final int MOST_GPUS = 16;

    private final Subject subject;
    private final Phrases phrases;
    private final Figures figures;
    private final Naming naming;

    FigureSections(Subject subject, Addressee addressee) {
        this.subject = subject;
        this.phrases = Phrases.of(addressee);
        this.figures = subject.figures();
        this.naming = Naming.of(figures);
    }

    /** The arithmetic, step by step. */
    Section arithmetic() {
        List<Step> steps = Arithmetic.of(figures).stream().map(this::step).toList();
        List<Block> blocks = new ArrayList<>();
        if (steps.isEmpty()) {
            blocks.add(Phrases.body(phrases.say("report.arithmetic.none")));
        } else {
            blocks.add(Phrases.lead(phrases.say("report.arithmetic.lead")));
            blocks.add(new Calculation(steps));
        }
        if (Double.isNaN(figures.total().weightedAverage())) {
            blocks.add(Phrases.body(phrases.say(Why.of(figures))));
        } else if (Double.isNaN(figures.total().wholeGpu())) {
            blocks.add(Phrases.body(phrases.say(WhyWhole.of(figures))));
        }
        return phrases.section(SectionKind.ARITHMETIC, blocks, "");
    }

    private Step step(Arithmetic.Step step) {
        Figure figure = step.figure();
        return figure == null
                ? new Step(phrases.say(step.title()), step.lines(), "", ColorRole.TEXT)
                : new Step(
                        phrases.say(step.title()),
                        step.lines(),
                        phrases.percent(figure.of(figures.total())),
                        Block.role(figure));
    }

    /** From the weighted average to the whole GPU. */
    Section whole() {
        Averages total = figures.total();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Phrases.body(phrases.say(WhyWhole.of(figures))));
        Text all = subject.allGpus();
        if (all != null) {
            blocks.add(Phrases.body(phrases.say(all)));
        }
        if (!Double.isNaN(total.wholeGpu())) {
            blocks.add(new Product(
                    phrases.value(new FigureValue(Figure.WEIGHTED, total.weightedAverage())),
                    phrases.say("report.column.allocated"),
                    phrases.percent(total.allocatedShare()),
                    phrases.value(new FigureValue(Figure.WHOLE_GPU, total.wholeGpu()))));
            blocks.add(Phrases.body(phrases.say("report.whole.cost", total.shownUnallocatedCost())));
            if (!total.isComplete()) {
                blocks.add(Phrases.body(phrases.say(
                        "report.whole.range", new Percent(total.wholeGpuLow()), new Percent(total.wholeGpuHigh()))));
            }
            if (figures.gpus().size() > MOST_GPUS) {
                blocks.add(Phrases.note(phrases.say(
                        "report.whole.most", MOST_GPUS, figures.gpus().size())));
            }
            if (figures.gpus().size() > 1) {
                blocks.add(gpus());
            }
        }
        return phrases.section(SectionKind.WHOLE, blocks, "");
    }

    /** Each GPU by itself; of many those of which the least is used. */
    private Table gpus() {
        List<GpuFigures> shown = figures.gpus();
        if (shown.size() > MOST_GPUS) {
            shown = shown.stream()
                    .sorted(Comparator.comparingDouble(gpu -> gpu.averages().wholeGpu()))
                    .limit(MOST_GPUS)
                    .toList();
        }
        List<Column> columns = new ArrayList<>(List.of(
                Column.name(phrases.say("report.column.gpu")), Column.number(phrases.say("report.column.allocated"))));
        Stream.of(Figure.values()).map(phrases::column).forEach(columns::add);
        return new Table(
                "",
                columns,
                shown.stream()
                        .map(gpu -> Stream.concat(
                                        Stream.of(
                                                naming.gpu(gpu.gpu()),
                                                phrases.percent(gpu.averages().allocatedShare())),
                                        Stream.of(Figure.values())
                                                .map(figure -> phrases.percent(figure.of(gpu.averages()))))
                                .toList())
                        .toList());
    }

    /** Every instance with its weight and its part in the gap. */
    Section instances() {
        boolean several = figures.gpus().size() > 1;
        boolean owners = figures.shares().stream()
                .anyMatch(share -> !share.instance().owner().isEmpty());
        List<Column> columns = new ArrayList<>();
        if (several) {
            columns.add(Column.text(phrases.say("report.column.gpu")));
        }
        columns.add(Column.name(phrases.say("report.column.instance")));
        columns.add(Column.text(phrases.say("report.column.profile")));
        if (owners) {
            columns.add(Column.text(phrases.say("report.column.owner")));
        }
        Stream.of("utilization", "slices", "count", "weight", "contribution")
                .forEach(column -> columns.add(Column.number(phrases.say("report.column." + column))));
        List<Share> shown = figures.shares();
        if (shown.size() > MANY_INSTANCES) {
            shown = shown.stream()
                    .sorted(Comparator.comparingDouble(FigureSections::pull).reversed())
                    .limit(MOST_INSTANCES)
                    .toList();
        }
        Map<InstanceRef, io.slicewise.text.Points> contributions = InstanceGroup.single(figures).stream()
                .collect(Collectors.toMap(one -> one.refs().getFirst(), InstanceGroup::shown));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Phrases.note(phrases.say(
                "report.instances.note",
                phrases.say("usage.basis." + figures.weights().basis().id()))));
        PartsOfGpu.of(figures).ifPresent(parts -> blocks.add(Phrases.note(phrases.say(parts))));
        if (shown.size() < figures.shares().size()) {
            blocks.add(Phrases.note(phrases.say(
                    "report.instances.most", shown.size(), figures.shares().size())));
        }
        blocks.add(new Table(
                "",
                columns,
                shown.stream()
                        .map(share -> instance(share, contributions.get(share.ref()), several, owners))
                        .toList()));
        return phrases.section(SectionKind.INSTANCES, blocks, "");
    }

    /** How much an instance moves the gap, either way. */
    private static double pull(Share share) {
        return Double.isNaN(share.contribution()) ? -1 : Math.abs(share.contribution());
    }

    private List<String> instance(
            Share share, io.slicewise.text.@Nullable Points contribution, boolean several, boolean owners) {
        List<String> row = new ArrayList<>();
        if (several) {
            row.add(naming.gpu(share.gpu()));
        }
        row.add(Naming.onGpu(share.gpu(), share.instance()));
        row.add(share.instance().profile().name());
        if (owners) {
            row.add(share.instance().owner());
        }
        row.add(phrases.percent(share.instance().utilization()));
        row.add(phrases.count(share.instance().profile().computeSlices()));
        row.add(phrases.percent(share.shareOfCount()));
        row.add(phrases.percent(share.shareOfWeight()));
        row.add(contribution == null ? Numbers.NONE : phrases.points(contribution.difference()));
        return row;
    }

    /** The figures on every weight basis. */
    Section bases() {
        List<Column> columns = List.of(
                Column.name(phrases.say("report.column.basis")),
                phrases.column(Figure.WEIGHTED),
                phrases.column(Figure.WHOLE_GPU),
                Column.number(phrases.say("report.column.allocated")));
        List<List<String>> rows = Stream.of(WeightBasis.Hardware.values())
                .map(basis -> {
                    Averages total = Figures.of(
                                    subject.fleet(), figures.weights().withBasis(basis))
                            .total();
                    return List.of(
                            phrases.say("usage.basis." + basis.id()),
                            phrases.percent(total.weightedAverage()),
                            phrases.percent(total.wholeGpu()),
                            phrases.percent(total.allocatedShare()));
                })
                .toList();
        return phrases.section(
                SectionKind.BASES,
                List.of(Phrases.body(phrases.say("report.bases.lead")), new Table("", columns, rows)),
                "");
    }

    /** What the figures do as one instance goes from idle to busy: the one that weighs most. */
    Section sensitivity() {
        Optional<InstanceRef> heaviest = figures.shares().stream()
                .max(Comparator.comparingDouble(Share::weight))
                .map(Share::ref);
        LinesChart chart = phrases.exhibits().sensitivity(subject.fleet(), figures, heaviest);
        List<Block> blocks = new ArrayList<>();
        if (!chart.isEmpty()) {
            blocks.add(Phrases.body(chart.heading().summary()));
        }
        blocks.add(new Chart(chart, SENSITIVITY));
        return phrases.section(SectionKind.SENSITIVITY, blocks, "");
    }

    private List<GpuModel> models() {
        return subject.fleet().gpus().stream()
                .map(Gpu::model)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What the profiles of the models weigh. */
    Section profiles() {
        List<Block> blocks = new ArrayList<>();
        for (GpuModel model : models()) {
            List<Column> columns = new ArrayList<>(List.of(Column.name(phrases.say("report.column.profile"))));
            Stream.of("slices", "share", "memory", "sms")
                    .forEach(column -> columns.add(Column.number(phrases.say("report.column." + column))));
            List<List<String>> rows = model.baseProfiles().stream()
                    .map(profile -> profile(profile, model))
                    .toList();
            blocks.add(new Table(model.name(), columns, rows));
        }
        return phrases.section(SectionKind.PROFILES, blocks, "");
    }

    private List<String> profile(Profile profile, GpuModel model) {
        Integer sms = profile.sms();
        Double memory = profile.memory();
        return List.of(
                profile.name(),
                profile.computeSlices() + " / " + model.computeSlices(),
                phrases.percent((double) profile.computeSlices() / model.computeSlices()),
                memory == null ? Numbers.NONE : phrases.say("report.gib", phrases.number(memory)),
                sms == null ? Numbers.NONE : phrases.count(sms));
    }

    /** PromQL for each figure. */
    Section queries() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Phrases.body(phrases.say("report.queries.lead")));
        blocks.addAll(Queries.of(subject).blocks(phrases));
        return phrases.section(SectionKind.QUERIES, blocks, "");
    }

    /** Where the hardware's figures were read. */
    Section sources() {
        List<Point> points = models().stream()
                .flatMap(model -> model.sources().stream())
                .distinct()
                .map(FigureSections::source)
                .distinct()
                .toList();
        return phrases.section(SectionKind.SOURCES, List.of(Points.of(points)), "");
    }

    private static Point source(Source source) {
        return Point.of(source.title(), source.url());
    }
}
