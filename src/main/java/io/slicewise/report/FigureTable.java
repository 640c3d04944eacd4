package io.slicewise.report;

import io.slicewise.chart.ChartTable;
import io.slicewise.chart.ChartTable.Cell;
import io.slicewise.chart.ChartTable.Column;
import io.slicewise.chart.ChartTable.Name;
import io.slicewise.chart.Unit;
import io.slicewise.page.Subject;
import io.slicewise.story.Figure;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures.GpuFigures;
import io.slicewise.usage.Figures.Share;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.List;

/** All figures as one table for a spreadsheet: a row for each document, GPU and instance. */
final class FigureTable {
    private final Messages words;
    private final Unit percent;
    private final Unit points;
    private final Unit number = Unit.number("");
    private final List<List<Cell>> rows = new ArrayList<>();

    private FigureTable(Options options) {
        Language language = options.language();
        this.words = Messages.in(language);
        this.percent = Unit.percent(language);
        this.points = Unit.points(language);
    }

    static ChartTable of(List<Subject> subjects, Options options) {
        FigureTable table = new FigureTable(options);
        subjects.forEach(table::add);
        return new ChartTable(table.words.say("report.section.instances"), table.columns(), table.rows);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("row", "document", "gpu", "instance", "profile", "owner")) {
            columns.add(column("report.column." + name, ""));
        }
        columns.add(column("report.column.instanceCount", ""));
        columns.add(column("report.column.slices", ""));
        columns.add(column("report.column.utilization", " (%)"));
        columns.add(column("report.column.count", " (%)"));
        columns.add(column("report.column.weight", " (%)"));
        columns.add(column(
                "report.column.contribution", " (" + points.symbol().strip().replace("\u00a0", "") + ")"));
        for (Figure figure : Figure.values()) {
            String title = words.say(figure.title());
            columns.add(new Column(title, title + " (%)"));
        }
        columns.add(column("report.column.allocated", " (%)"));
        return columns;
    }

    private Column column(String key, String unit) {
        String title = words.say(key);
        return new Column(title, title + unit);
    }

    private void add(Subject subject) {
        Naming naming = Naming.of(subject.figures());
        row("document", subject.name(), "", subject.figures().total());
        for (GpuFigures gpu : subject.figures().gpus()) {
            row("gpu", subject.name(), naming.gpu(gpu.gpu()), gpu.averages());
        }
        subject.figures().shares().forEach(share -> row(subject.name(), naming.gpu(share.gpu()), share));
    }

    /** @param kind what the row is about, as a word that programs filter by, the same in every language */
    private void row(String kind, String document, String gpu, Averages averages) {
        rows.add(List.of(
                new Name(kind),
                new Name(document),
                new Name(gpu),
                new Name(""),
                new Name(""),
                new Name(""),
                figure(averages.instances(), number),
                none(),
                none(),
                none(),
                none(),
                figure(averages.gap(), points),
                figure(averages.instanceAverage(), percent),
                figure(averages.weightedAverage(), percent),
                figure(averages.wholeGpu(), percent),
                figure(averages.allocatedShare(), percent)));
    }

    private void row(String document, String gpu, Share share) {
        rows.add(List.of(
                new Name("instance"),
                new Name(document),
                new Name(gpu),
                new Name(Naming.onGpu(share.gpu(), share.instance())),
                new Name(share.instance().profile().name()),
                new Name(share.instance().owner()),
                none(),
                figure(share.instance().profile().computeSlices(), number),
                figure(share.instance().utilization(), percent),
                figure(share.shareOfCount(), percent),
                figure(share.shareOfWeight(), percent),
                figure(share.contribution(), points),
                none(),
                none(),
                none(),
                none()));
    }

    private static Cell figure(double value, Unit unit) {
        return new ChartTable.Figure(value, unit);
    }

    private Cell none() {
        return figure(Double.NaN, number);
    }
}
