package io.slicewise.cli;

import io.slicewise.live.sums.SummedReading;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.usage.Averages;
import java.util.ArrayList;
import java.util.List;

/** What a server summed up, for people: a line for each host or GPU, one for all. */
record SumsTable(Messages words, SummedReading reading) {
    List<String> lines() {
        boolean gpus = reading.rows().stream().anyMatch(row -> !row.gpu().isEmpty());
        List<TextTable.Column> columns = new ArrayList<>();
        columns.add(TextTable.text(words.say("cli.column.host")));
        if (gpus) {
            columns.add(TextTable.text(words.say("cli.column.gpu")));
        }
        columns.addAll(figureColumns(words));
        TextTable table = new TextTable(columns);
        for (SummedReading.Row row : reading.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(row.host());
            if (gpus) {
                cells.add(row.gpu());
            }
            cells.addAll(figures(row.averages(), words.language()));
            table.row(cells);
        }
        List<String> total = new ArrayList<>();
        total.add(words.say("cli.averages.fleet"));
        if (gpus) {
            total.add("");
        }
        total.addAll(figures(reading.total(), words.language()));
        table.row(total);
        return table.lines();
    }

    static List<TextTable.Column> figureColumns(Messages words) {
        return List.of(
                TextTable.number(words.say("cli.column.reported")),
                TextTable.number(words.say("cli.column.instanceAverage")),
                TextTable.number(words.say("cli.column.weighted")),
                TextTable.number(words.say("cli.column.wholeGpu")),
                TextTable.number(words.say("cli.column.allocated")),
                TextTable.number(words.say("cli.column.gap")));
    }

    static List<String> figures(Averages averages, Language language) {
        return List.of(
                averages.reported() + "/" + averages.instances(),
                Numbers.percent(averages.instanceAverage(), language),
                Numbers.percent(averages.weightedAverage(), language),
                Numbers.percent(averages.wholeGpu(), language),
                Numbers.percent(averages.allocatedShare(), language),
                Numbers.points(averages.shownGap().difference(), language));
    }
}
