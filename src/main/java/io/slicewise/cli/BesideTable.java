package io.slicewise.cli;

import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code averages} prints below the figures: what exports have that is in none of them. */
record BesideTable(Messages words, FleetOfFiles.Beside beside) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!beside.wholeGpus().isEmpty()) {
            lines.add("");
            lines.add(words.say("cli.notInFigures"));
            lines.addAll(wholeGpus().lines());
        }
        if (!beside.unweighed().isEmpty()) {
            lines.add("");
            lines.add(words.say("cli.notWeighed"));
            lines.addAll(unweighed().lines());
        }
        return lines;
    }

    private TextTable wholeGpus() {
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.host")),
                TextTable.text(words.say("cli.column.gpu")),
                TextTable.text(words.say("cli.column.model")),
                TextTable.text(words.say("cli.column.mig")),
                TextTable.number(words.say("cli.column.utilization"))));
        for (WholeGpu gpu : beside.wholeGpus()) {
            GpuModel model = gpu.model();
            table.row(List.of(
                    orNone(gpu.host()),
                    gpu.name(),
                    model == null ? orNone(gpu.modelName()) : model.id(),
                    words.say("cli.mig." + gpu.mig().name().toLowerCase(Locale.ROOT)),
                    Numbers.percent(gpu.utilization(), words.language())));
        }
        return table;
    }

    private TextTable unweighed() {
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.gpu")),
                TextTable.text(words.say("cli.column.instance")),
                TextTable.text(words.say("cli.column.owner")),
                TextTable.number(words.say("cli.column.utilization"))));
        for (Snapshot.Unweighed instance : beside.unweighed()) {
            table.row(List.of(
                    instance.gpu(),
                    instance.instance(),
                    orNone(instance.owner()),
                    Numbers.percent(instance.utilization(), words.language())));
        }
        return table;
    }

    private static String orNone(String text) {
        return text.isEmpty() ? Numbers.NONE : text;
    }
}
