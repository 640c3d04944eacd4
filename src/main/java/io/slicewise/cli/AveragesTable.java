package io.slicewise.cli;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.AllGpus;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.WeightBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What {@code averages} prints for people: a line for each GPU, one for all, and what to know beside them. */
final class AveragesTable {
    private final Messages words;
    private final List<FleetOfFiles.Member> members;
    private final Figures figures;
    private final FleetOfFiles files;
    private final boolean severalFiles;
    private final boolean hosts;

    AveragesTable(Messages words, FleetOfFiles files, Figures figures) {
        this.words = words;
        this.files = files;
        members = files.members();
        this.figures = figures;
        this.severalFiles =
                members.stream().map(FleetOfFiles.Member::file).distinct().count() > 1;
        this.hosts = members.stream().anyMatch(member -> !member.gpu().host().isEmpty());
    }

    /** Hands on the lines, one after the other. */
    void print(Consumer<String> to) {
        if (members.isEmpty()) {
            to.accept(words.say("cli.averages.none"));
            return;
        }
        TextTable table = new TextTable(columns());
        table.rows(
                members.size(), i -> row(members.get(i), figures.gpus().get(i).averages()));
        AllGpus all = AllGpus.of(files.fleet(), files.beside().wholeGpus(), figures);
        table.row(total());
        if (figures.weights().allGpus()) {
            table.row(all(all));
        }
        String basis = figures.weights().basis().id();
        ReadingKind reading = figures.weights().reading();
        if (reading != ReadingKind.ENGINE) {
            to.accept(words.say(
                    "cli.averages.reading",
                    Text.of("usage.reading." + reading.id()),
                    Text.of("usage.reading.about." + reading.id())));
        }
        to.accept(words.say("cli.averages.basis", Text.of("usage.basis." + basis), Text.of("usage.answers." + basis)));
        to.accept("");
        table.print(to);
        notes().forEach(to);
        if (!all.isAlike()) {
            to.accept("");
            to.accept(words.say(all.said()));
        }
    }

    private List<TextTable.Column> columns() {
        List<TextTable.Column> columns = new ArrayList<>();
        if (severalFiles) {
            columns.add(TextTable.text(words.say("cli.column.file")));
        }
        if (hosts) {
            columns.add(TextTable.text(words.say("cli.column.host")));
        }
        columns.add(TextTable.text(words.say("cli.column.gpu")));
        columns.add(TextTable.text(words.say("cli.column.model")));
        columns.add(TextTable.number(words.say("cli.column.slices")));
        columns.add(TextTable.number(words.say("cli.column.reported")));
        columns.add(TextTable.number(words.say("cli.column.instanceAverage")));
        boolean slices = figures.weights().basis() == WeightBasis.Hardware.SLICES;
        columns.add(TextTable.number(words.say(slices ? "cli.column.sliceWeighted" : "cli.column.weighted")));
        columns.add(TextTable.number(words.say("cli.column.wholeGpu")));
        columns.add(TextTable.number(words.say("cli.column.allocated")));
        columns.add(TextTable.number(words.say("cli.column.gap")));
        return columns;
    }

    private List<String> row(FleetOfFiles.Member member, Averages averages) {
        Gpu gpu = member.gpu();
        GpuModel model = gpu.model();
        String total = model == null ? Numbers.NONE : String.valueOf(model.computeSlices());
        List<String> cells = new ArrayList<>();
        if (severalFiles) {
            cells.add(member.file());
        }
        if (hosts) {
            cells.add(gpu.host());
        }
        cells.add(gpu.name());
        cells.add(model != null ? model.id() : gpu.modelName().isEmpty() ? Numbers.NONE : gpu.modelName());
        cells.add(gpu.allocatedSlices() + "/" + total);
        cells.addAll(figures(averages));
        return cells;
    }

    private List<String> total() {
        List<String> cells = new ArrayList<>();
        cells.add(words.say("cli.averages.fleet"));
        while (cells.size() < columns().size() - 6) {
            cells.add("");
        }
        cells.addAll(figures(figures.total()));
        return cells;
    }

    private List<String> all(AllGpus all) {
        List<String> cells = new ArrayList<>();
        cells.add(words.say("cli.averages.allGpus"));
        while (cells.size() < columns().size() - 3) {
            cells.add("");
        }
        cells.add(Numbers.percent(all.wholeGpu(), words.language()));
        cells.add(Numbers.percent(all.allocatedShare(), words.language()));
        cells.add("");
        return cells;
    }

    private List<String> figures(Averages averages) {
        Language language = words.language();
        return List.of(
                averages.reported() + "/" + averages.instances(),
                Numbers.percent(averages.instanceAverage(), language),
                Numbers.percent(averages.weightedAverage(), language),
                Numbers.percent(averages.wholeGpu(), language),
                Numbers.percent(averages.allocatedShare(), language),
                Numbers.points(averages.shownGap().difference(), language));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        Averages total = figures.total();
        if (severalModels()) {
            notes.add(words.say(
                    "cli.averages.gpuWeight." + figures.weights().gpus().id()));
        }
        if (!total.isComplete() && total.reported() > 0) {
            notes.add(
                    Double.isNaN(total.wholeGpu())
                            ? words.say("cli.averages.reported", total.reported(), total.instances())
                            : words.say(
                                    "cli.averages.incomplete",
                                    total.reported(),
                                    total.instances(),
                                    new Percent(total.wholeGpuLow()),
                                    new Percent(total.wholeGpuHigh())));
        }
        if (!notes.isEmpty()) {
            notes.addFirst("");
        }
        return notes;
    }

    private boolean severalModels() {
        if (members.isEmpty()) {
            return false;
        }
        GpuModel first = members.getFirst().gpu().model();
        // nearly always the same object: a set would hash all that a model holds, once for each GPU
        return members.stream().anyMatch(member -> !Objects.equals(member.gpu().model(), first));
    }
}
