package io.slicewise.page;

import io.slicewise.chart.Axis;
import io.slicewise.chart.BarsChart;
import io.slicewise.chart.ChartHeading;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Pattern;
import io.slicewise.chart.Unit;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Point;
import io.slicewise.page.Block.Points;
import io.slicewise.page.Block.Table;
import io.slicewise.planning.purchase.PlanComparison;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.story.Figure;
import io.slicewise.story.Why;
import io.slicewise.story.WhyWhole;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections that put two documents beside each other. */
final class CompareSections {
    private static final double BARS = 0.4;
    private static final double ALIKE = 0.0005;

    private final OverRange first;
    private final OverRange second;
    private final List<Subject> subjects;
    private final Addressee addressee;
    private final Phrases phrases;

    CompareSections(Subject first, Subject second, Addressee addressee) {
        this.first = OverRange.of(first);
        this.second = OverRange.of(second);
        this.subjects = List.of(first, second);
        this.addressee = addressee;
        this.phrases = Phrases.of(addressee);
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(figures());
        plans().ifPresent(sections::add);
        new TimeSections(addressee).course(List.of(first, second)).ifPresent(sections::add);
        sections.add(why());
        sections.add(own(subjects.getFirst(), new StorySections(first, addressee)));
        sections.add(own(subjects.getLast(), new StorySections(second, addressee)));
        return sections;
    }

    /** The figures beside each other. */
    private Section figures() {
        Averages before = first.means().figures().total();
        Averages after = second.means().figures().total();
        List<Column> columns = List.of(
                Column.name(phrases.say("report.column.figure")),
                Column.number(subjects.getFirst().name()),
                Column.number(subjects.getLast().name()),
                Column.number(phrases.say("report.column.change")));
        List<List<String>> rows = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            rows.add(row(phrases.say(figure.title()), figure.of(before), figure.of(after)));
        }
        rows.add(row(phrases.say("report.column.allocated"), before.allocatedShare(), after.allocatedShare()));
        rows.add(List.of(
                phrases.say("report.column.gap"),
                phrases.gap(before),
                phrases.gap(after),
                phrases.points(after.gap() - before.gap())));
        rows.add(List.of(
                phrases.say("report.column.instances"),
                phrases.count(before.instances()),
                phrases.count(after.instances()),
                ""));
        List<Block> blocks = List.of(
                Phrases.lead(phrases.say(verdict(before, after))),
                new Chart(chart(before, after), BARS),
                new Table("", columns, rows));
        return phrases.section(SectionKind.BESIDE, blocks, phrases.say(verdict(before, after)));
    }

    /** What is planned beside each other, where both plan something. */
    private Optional<Section> plans() {
        PlanInput before = subjects.getFirst().plan();
        PlanInput after = subjects.getLast().plan();
        if (before == null || after == null) {
            return Optional.empty();
        }
        Planned was = PlanSections.planned(before);
        Planned is = PlanSections.planned(after);
        if (was == null || is == null) {
            return Optional.empty();
        }
        PlanDifferences differences = new PlanDifferences(
                new PlanComparison(was, is),
                subjects.getFirst().name(),
                subjects.getLast().name(),
                phrases.words());
        return Optional.of(phrases.section(SectionKind.PLANNED, differences.blocks(), ""));
    }

    private List<String> row(String name, double before, double after) {
        return List.of(name, phrases.percent(before), phrases.percent(after), phrases.points(after - before));
    }

    /** What changed for the hardware. */
    private Text verdict(Averages before, Averages after) {
        double change = after.wholeGpu() - before.wholeGpu();
        if (Double.isNaN(change)) {
            return Text.of("report.compare.unknown");
        }
        String way = Math.abs(change) < ALIKE ? "same" : change > 0 ? "more" : "less";
        return Text.of(
                "report.compare." + way,
                subjects.getFirst().name(),
                phrases.percent(before.wholeGpu()),
                subjects.getLast().name(),
                phrases.percent(after.wholeGpu()),
                phrases.points(change));
    }

    private BarsChart chart(Averages before, Averages after) {
        List<BarsChart.Series> series = List.of(
                new BarsChart.Series(subjects.getFirst().name(), ColorRole.NEUTRAL, Pattern.HATCHED),
                new BarsChart.Series(subjects.getLast().name(), ColorRole.SERIES_1, Pattern.SOLID));
        List<BarsChart.Category> categories = Stream.of(Figure.values())
                .map(figure -> BarsChart.Category.of(phrases.say(figure.title()), figure.of(before), figure.of(after)))
                .toList();
        return new BarsChart(
                ChartHeading.of(phrases.say("report.compare.chart"), phrases.say("report.compare.unknown"))
                        .withSummary(phrases.say(verdict(before, after))),
                phrases.say("report.column.figure"),
                Axis.of(phrases.say("exhibit.utilization"), Unit.percent(addressee.language()))
                        .between(0, 1),
                series,
                categories,
                List.of());
    }

    private Section why() {
        List<Point> points = Stream.of(first.instances(), second.instances())
                .map(subject -> Point.of(
                        subject.name(),
                        phrases.say("report.sentences", Why.of(subject.figures()), WhyWhole.of(subject.figures()))))
                .toList();
        return phrases.section(SectionKind.WHY, List.of(Points.of(points)), "");
    }

    private static Section own(Subject subject, StorySections story) {
        Section summary = story.onePage();
        List<Block> blocks = new ArrayList<>(summary.blocks());
        blocks.addAll(story.topFindings().blocks());
        return new Section(SectionKind.SUMMARY, subject.name(), blocks, summary.notes());
    }
}
