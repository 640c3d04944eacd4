package io.slicewise.report;

import io.slicewise.chart.ColorRole;
import io.slicewise.exhibit.Exhibits;
import io.slicewise.report.Block.Column;
import io.slicewise.report.Block.Notice;
import io.slicewise.report.Block.Paragraph;
import io.slicewise.report.Block.Style;
import io.slicewise.report.Block.Tile;
import io.slicewise.report.Report.Section;
import io.slicewise.story.Figure;
import io.slicewise.story.FigureValue;
import io.slicewise.story.Finding;
import io.slicewise.text.Decimal;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Words and numbers of one report, in its language: the same that the window says.
 *
 * @param words the words
 * @param exhibits the charts
 */
record Phrases(Messages words, Exhibits exhibits) {
    private static final int WEIGHT_DECIMALS = 2;

    static Phrases of(Options options) {
        Messages words = Messages.in(options.language());
        return new Phrases(words, new Exhibits(words));
    }

    String say(Text text) {
        return words.say(text);
    }

    String say(String key, Object... args) {
        return words.say(key, args);
    }

    String percent(double ratio) {
        return say("report.value", new Percent(ratio));
    }

    String points(double difference) {
        return say("report.value", new Points(difference));
    }

    /** The gap, so that it adds up with both averages as they are shown. */
    String gap(Averages averages) {
        return say("report.value", averages.shownGap());
    }

    String number(double value) {
        return say("report.value", new Decimal(value, WEIGHT_DECIMALS));
    }

    String count(int value) {
        return say("report.value", value);
    }

    static Paragraph lead(String text) {
        return new Paragraph(text, Style.LEAD);
    }

    static Paragraph body(String text) {
        return new Paragraph(text, Style.BODY);
    }

    static Paragraph note(String text) {
        return new Paragraph(text, Style.NOTE);
    }

    Section section(String key, List<Block> blocks, String notes) {
        return new Section(say(key), blocks, notes);
    }

    static ColorRole role(Figure figure) {
        return switch (figure) {
            case INSTANCE_AVERAGE -> ColorRole.INSTANCE_AVERAGE;
            case WEIGHTED -> ColorRole.WEIGHTED;
            case WHOLE_GPU -> ColorRole.WHOLE_GPU;
        };
    }

    /** The three figures large, each with its question. */
    Block.Tiles tiles(Averages total) {
        return new Block.Tiles(List.of(
                tile(Figure.INSTANCE_AVERAGE, total), tile(Figure.WEIGHTED, total), tile(Figure.WHOLE_GPU, total)));
    }

    private Tile tile(Figure figure, Averages total) {
        return new Tile(say(figure.title()), percent(figure.of(total)), say(figure.question()), role(figure));
    }

    /** A column with the name of a figure, in its colour. */
    Column column(Figure figure) {
        String key = switch (figure) {
            case INSTANCE_AVERAGE -> "report.short.average";
            case WEIGHTED -> "report.short.weighted";
            case WHOLE_GPU -> "report.short.whole";
        };
        return Column.number(say(key)).in(role(figure));
    }

    /** «Whole-GPU utilization 51.4 %, Slice-weighted average 72.0 %». */
    String values(List<FigureValue> values) {
        return values.stream()
                .map(value -> say("report.named", value.figure().title(), value.percent()))
                .collect(Collectors.joining("\n"));
    }

    Notice notice(Finding finding) {
        return new Notice(
                finding.severity(),
                say("report.severity." + finding.severity().name().toLowerCase(Locale.ROOT)),
                say(finding.message()),
                say(finding.advice()));
    }

    /** How many instances on how many GPUs, how many of them reported, and what is allocated. */
    String extent(Averages total, int gpus) {
        return say(
                "report.extent",
                gpus,
                total.instances(),
                total.reported(),
                new Percent(total.allocatedShare()),
                total.shownGap());
    }
}
