package io.slicewise.page;

import io.slicewise.chart.ColorRole;
import io.slicewise.fleet.LabelSet;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Table;
import io.slicewise.story.Analogy;
import io.slicewise.story.Figure;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.GpuFigures;
import io.slicewise.usage.Figures.Share;
import io.slicewise.usage.Naming;
import io.slicewise.usage.survey.Attribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sections about many GPUs: the widest gaps, waste, and groups of owners. */
final class FleetSections {
    /** The most rows of a table on paper; a table of the figures has all. */
    static final int ON_PAPER = 20;

    /** The most rows that are read from a wall. */
    static final int ON_A_SLIDE = 11;

    private final Subject subject;
    private final Phrases phrases;
    private final Addressee addressee;
    private final int rows;
    private final Figures figures;
    private final Naming naming;

    /** @param rows the most rows of a table */
    FleetSections(Subject subject, Addressee addressee, int rows) {
        this.subject = subject;
        this.phrases = Phrases.of(addressee);
        this.addressee = addressee;
        this.rows = rows;
        this.figures = subject.figures();
        this.naming = Naming.of(figures);
    }

    private List<Column> columns(String first) {
        return List.of(
                Column.name(phrases.say(first)),
                Column.number(phrases.say("report.column.instances")),
                phrases.column(Figure.INSTANCE_AVERAGE),
                phrases.column(Figure.WEIGHTED),
                Column.number(phrases.say("report.column.gap")),
                phrases.column(Figure.WHOLE_GPU),
                Column.number(phrases.say("report.column.allocated")));
    }

    private List<String> row(String name, Averages averages) {
        return List.of(
                name,
                averages.isComplete()
                        ? phrases.count(averages.instances())
                        : phrases.say("report.reported", averages.reported(), averages.instances()),
                phrases.percent(averages.instanceAverage()),
                phrases.percent(averages.weightedAverage()),
                phrases.gap(averages),
                phrases.percent(averages.wholeGpu()),
                phrases.percent(averages.allocatedShare()));
    }

    /** The GPUs, the widest gap first. */
    Section gpus() {
        List<List<String>> shown = figures.gpus().stream()
                .sorted(Comparator.comparingDouble(FleetSections::width).reversed())
                .limit(rows)
                .map(gpu -> row(naming.gpu(gpu.gpu()), gpu.averages()))
                .toList();
        int more = figures.gpus().size() - shown.size();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Phrases.note(more > 0 ? phrases.say("report.gpus.more", more) : phrases.say("report.gpus.order")));
        blocks.add(new Table("", columns("report.column.gpu"), shown));
        return phrases.section(SectionKind.GPUS, blocks, "");
    }

    private static double width(GpuFigures gpu) {
        double gap = Math.abs(gpu.averages().gap());
        return Double.isNaN(gap) ? -1 : gap;
    }

    /** What is paid for and does nothing. */
    Section waste() {
        List<Column> columns = List.of(
                Column.name(phrases.say("report.column.gpu")),
                Column.number(phrases.say("report.column.idle")),
                Column.number(phrases.say("report.column.vacant")),
                Column.number(phrases.say("report.column.stranded")).in(ColorRole.CEILING),
                Column.number(phrases.say("report.column.slicesOf")));
        List<Analogy.Block> wasting = Analogy.of(figures).blocks().stream()
                .filter(block -> lying(block) > 0)
                .sorted(Comparator.comparingInt((Analogy.Block block) -> lying(block))
                        .reversed())
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (wasting.isEmpty()) {
            blocks.add(Phrases.body(phrases.say("report.waste.none")));
        } else {
            blocks.add(Phrases.note(phrases.say(
                    "report.waste.note", phrases.percent(addressee.thresholds().idle()))));
            List<List<String>> shown = new ArrayList<>();
            wasting.stream().limit(rows).forEach(block -> shown.add(wasted(block.name(), List.of(block))));
            if (wasting.size() > 1) {
                shown.add(wasted(phrases.say("report.waste.total", wasting.size()), wasting));
            }
            blocks.add(new Table("", columns, shown));
        }
        Text all = subject.allGpus();
        if (all != null) {
            blocks.add(Phrases.body(phrases.say(all)));
        }
        return phrases.section(SectionKind.WASTE, blocks, "");
    }

    /** The slices that lie idle, free or out of reach. */
    private int lying(Analogy.Block block) {
        return idle(block) + block.vacant() + block.stranded();
    }

    private List<String> wasted(String name, List<Analogy.Block> blocks) {
        return List.of(
                name,
                shown(blocks.stream().mapToInt(this::idle).sum()),
                shown(blocks.stream().mapToInt(Analogy.Block::vacant).sum()),
                shown(blocks.stream().mapToInt(Analogy.Block::stranded).sum()),
                phrases.count(blocks.stream().mapToInt(Analogy.Block::rooms).sum()));
    }

    private String shown(int slices) {
        return slices == 0 ? Numbers.NONE : phrases.count(slices);
    }

    /** The slices of instances that are idle. */
    private int idle(Analogy.Block block) {
        return block.flats().stream()
                .filter(flat -> flat.utilization() < addressee.thresholds().idle())
                .mapToInt(Analogy.Flat::rooms)
                .sum();
    }

    /** The teams that the instances belong to, those with the most hardware first; of it, each has its part. */
    Section groups() {
        Map<String, List<Share>> teams = figures.shares().stream()
                .collect(Collectors.groupingBy(FleetSections::team, TreeMap::new, Collectors.toList()));
        List<List<String>> shown = teams.entrySet().stream()
                .map(team -> Map.entry(team.getKey(), figures.of(team.getValue())))
                .sorted(Comparator.comparingDouble((Map.Entry<String, Averages> team) ->
                                team.getValue().allocatedShare())
                        .reversed())
                .limit(rows)
                .map(team -> row(name(team.getKey()), team.getValue()))
                .toList();
        int more = teams.size() - shown.size();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Phrases.note(phrases.say("report.groups.note")));
        blocks.add(new Table("", columns("report.column.team"), shown));
        if (more > 0) {
            blocks.add(Phrases.note(phrases.say("report.groups.more", more)));
        }
        return phrases.section(SectionKind.GROUPS, blocks, "");
    }

    /** As the Fleet screen groups them. */
    private static String team(Share share) {
        return Attribute.Field.TEAM.of(share.gpu(), share.instance(), LabelSet.EMPTY);
    }

    private String name(String owner) {
        return owner.isEmpty() ? phrases.say("report.groups.nobody") : owner;
    }
}
