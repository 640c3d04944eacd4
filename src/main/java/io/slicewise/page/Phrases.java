package io.slicewise.page;

import io.slicewise.exhibit.Exhibits;
import io.slicewise.exhibit.Formula;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Notice;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Point;
import io.slicewise.page.Block.Style;
import io.slicewise.page.Block.Tile;
import io.slicewise.page.Block.Value;
import io.slicewise.story.Audience;
import io.slicewise.story.Figure;
import io.slicewise.story.FigureValue;
import io.slicewise.story.Finding;
import io.slicewise.text.Decimal;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Words and numbers of one report, in its language: the same that the window says.
 *
 * @param words the words
 * @param exhibits the charts
 */
record Phrases(Messages words, Exhibits exhibits) {
    private static final int WEIGHT_DECIMALS = 2;

    static Phrases of(Addressee addressee) {
        Messages words = Messages.in(addressee.language());
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

    static Paragraph verdict(String text) {
        return new Paragraph(text, Style.VERDICT);
    }

    static Paragraph lead(String text) {
        return new Paragraph(text, Style.LEAD);
    }

    static Paragraph body(String text) {
        return new Paragraph(text, Style.BODY);
    }

    static Paragraph heading(String text) {
        return new Paragraph(text, Style.HEADING);
    }

    static Paragraph note(String text) {
        return new Paragraph(text, Style.NOTE);
    }

    Section section(SectionKind kind, List<Block> blocks, String notes) {
        return new Section(kind, say(kind.title()), blocks, notes);
    }

    /** The three figures large, each with its question: in the order of the arithmetic, for managers by what counts. */
    Block.Tiles tiles(Figures figures, Audience audience) {
        boolean money = audience == Audience.MANAGER;
        List<Tile> tiles = Stream.of(Figure.values())
                .map(figure -> new Tile(
                        figure,
                        say(figure.title()),
                        percent(figure.of(figures.total())),
                        say(figure.question()),
                        money ? "" : formula(figure, figures),
                        !money || figure == Figure.WHOLE_GPU))
                .toList();
        return new Block.Tiles(money ? tiles.reversed() : tiles);
    }

    private static String formula(Figure figure, Figures figures) {
        return switch (figure) {
            case INSTANCE_AVERAGE -> Formula.instanceAverage(figures);
            case WEIGHTED -> Formula.weightedAverage(figures);
            case WHOLE_GPU -> Formula.wholeGpu(figures);
        };
    }

    /** A column with the name of a figure, in its colour. */
    Column column(Figure figure) {
        String key = switch (figure) {
            case INSTANCE_AVERAGE -> "report.short.average";
            case WEIGHTED -> "report.short.weighted";
            case WHOLE_GPU -> "report.short.whole";
        };
        return Column.number(say(key)).in(Block.role(figure));
    }

    /** Figures with their names. */
    List<Value> values(List<FigureValue> values) {
        return values.stream().map(this::value).toList();
    }

    Value value(FigureValue value) {
        return new Value(value.figure(), say(value.figure().title()), say("report.value", value.percent()));
    }

    /** A point without figures. */
    Point point(Text term, Text text) {
        return Point.of(say(term), say(text));
    }

    Notice notice(Finding finding) {
        return new Notice(
                finding.rule(),
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
