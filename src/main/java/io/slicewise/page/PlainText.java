package io.slicewise.page;

import io.slicewise.page.Block.Calculation;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Code;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Notices;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Point;
import io.slicewise.page.Block.Points;
import io.slicewise.page.Block.Product;
import io.slicewise.page.Block.Step;
import io.slicewise.page.Block.Table;
import io.slicewise.page.Block.Tiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Blocks as plain text, for a mail or a ticket: lines without a line break at the end. */
final class PlainText {
    private PlainText() {}

    static String of(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph.text();
            case Tiles tiles ->
                lines(tiles.tiles().stream()
                        .map(tile -> tile.named().text() + (tile.formula().isEmpty() ? "" : " = " + tile.formula())));
            case Table table -> table(table);
            case Chart chart -> chart.words();
            case Notices notices ->
                notices.notices().stream()
                        .map(notice -> notice.message() + "\n  " + notice.advice())
                        .collect(Collectors.joining("\n\n"));
            case Points points -> points.points().stream().map(PlainText::point).collect(Collectors.joining("\n\n"));
            case Product product -> product.text();
            case Calculation calculation -> calculation(calculation.steps());
            case Code code -> code.caption() + "\n" + code.text();
        };
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    private static String table(Table table) {
        Stream<String> caption = Stream.of(table.caption()).filter(text -> !text.isEmpty());
        Stream<List<String>> rows = Stream.concat(
                Stream.of(table.columns().stream().map(Column::title).toList()), table.rows().stream());
        return lines(Stream.concat(caption, rows.map(row -> String.join("\t", row))));
    }

    private static String point(Point point) {
        String figures = point.figures(" · ");
        String head = point.term().isEmpty() || figures.isEmpty() ? point.heading() : point.term() + ": " + figures;
        return Stream.of(head, point.text(), point.note())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n  "));
    }

    private static String calculation(List<Step> steps) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            lines.add(i + 1 + ". " + steps.get(i).title());
            steps.get(i).lines().forEach(line -> lines.add("   " + line));
        }
        return String.join("\n", lines);
    }
}
