package io.slicewise.report.html;

import io.slicewise.chart.ChartLayout;
import io.slicewise.chart.ChartTable;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.chart.StripsChart;
import io.slicewise.chart.SvgWriter;
import io.slicewise.chart.TextMeasure;
import io.slicewise.page.Block;
import io.slicewise.page.Block.Calculation;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Code;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Kind;
import io.slicewise.page.Block.Notice;
import io.slicewise.page.Block.Notices;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Point;
import io.slicewise.page.Block.Points;
import io.slicewise.page.Block.Product;
import io.slicewise.page.Block.Step;
import io.slicewise.page.Block.Table;
import io.slicewise.page.Block.Tile;
import io.slicewise.page.Block.Tiles;
import io.slicewise.page.Section;
import io.slicewise.report.Logo;
import io.slicewise.report.Report;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Messages;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a report as one HTML file. */
public final class HtmlWriter {
    /** The width of a chart, in pixels. */
    private static final Pattern PARTICLE = Pattern.compile("[\\d.]+%p?[가-힣]+");

    private static final double CHART = 804;

    /** That on a phone. */
    private static final double PHONE = 358;

    /** Tables with more columns or rows than these are wide or long on paper. */
    private static final int MOST_COLUMNS = 6;

    private static final int MOST_ROWS = 12;

    private final Report report;
    private final TextMeasure measure;
    private final StringBuilder out = new StringBuilder();
    private final Optional<WhatIf> whatIf;
    private String heading = "";
    private int charts;

    private HtmlWriter(Report report, TextMeasure measure) {
        this.report = report;
        this.measure = measure;
        this.whatIf = WhatIf.of(report);
    }

    /**
     * The text of the file.
     *
     * @param measure how wide words are in the product's own font
     */
    public static String write(Report report, TextMeasure measure) {
        return new HtmlWriter(report, measure).document();
    }

    private String document() {
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(report.language().code())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
                .append("<meta name=\"generator\" content=\"Slicewise\">\n");
        if (!report.author().isEmpty()) {
            out.append("<meta name=\"author\" content=\"")
                    .append(escaped(report.author()))
                    .append("\">\n");
        }
        element("title", "", report.title());
        out.append("<style>\n")
                .append(HtmlStyle.css())
                .append("</style>\n</head>\n<body data-filter=\"")
                .append(escaped(Messages.in(report.language()).say("report.filter")))
                .append("\">\n<main>\n");
        header();
        for (int i = 0; i < report.sections().size(); i++) {
            section(report.sections().get(i), i + 1);
            if (i == 0) {
                whatIf.ifPresent(part -> out.append(part.html()));
            }
        }
        element("footer", "", report.title() + " · Slicewise");
        return out.append("</main>\n<script>\n")
                .append(HtmlStyle.script())
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    private void header() {
        out.append("<header>\n");
        Logo logo = report.logo();
        if (logo != null) {
            out.append("<img alt=\"\" src=\"data:")
                    .append(logo.kind().mediaType())
                    .append(";base64,")
                    .append(Base64.getEncoder().encodeToString(logo.bytes()))
                    .append("\">\n");
        }
        element("p", "kind", report.subtitle());
        element("h1", "", report.title());
        if (!report.byline().isEmpty()) {
            element("p", "byline", report.byline());
        }
        out.append("</header>\n");
        if (!report.onePage()) {
            // folded, so that a report begins with its verdict on a phone too
            out.append("<nav><details>");
            element("summary", "", Messages.in(report.language()).say("report.contents"));
            out.append("<ol>\n");
            for (int i = 0; i < report.sections().size(); i++) {
                out.append("<li><a href=\"#s")
                        .append(i + 1)
                        .append("\">")
                        .append(escaped(report.sections().get(i).title()))
                        .append("</a></li>\n");
                if (i == 0) {
                    whatIf.ifPresent(part -> out.append("<li hidden data-needs=\"whatif\"><a href=\"#whatif\">")
                            .append(escaped(part.title()))
                            .append("</a></li>\n"));
                }
            }
            out.append("</ol></details></nav>\n");
        }
    }

    private void section(Section section, int number) {
        out.append("<section id=\"s").append(number).append("\">\n");
        heading = section.title();
        if (report.isFolded(section)) {
            out.append("<details class=\"section\"><summary>\n");
            element("h2", "", section.title());
            out.append("</summary>\n");
            section.blocks().forEach(this::block);
            out.append("</details>\n");
        } else {
            element("h2", "", section.title());
            section.blocks().forEach(this::block);
        }
        out.append("</section>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Paragraph paragraph -> paragraph(paragraph);
            case Tiles tiles -> tiles(tiles);
            case Table table -> table(table);
            case Chart chart -> chart(chart);
            case Notices notices -> notices(notices);
            case Points points when points.isTable() -> table(points.table());
            case Points points -> points(points);
            case Product product -> element("p", "product", product.text());
            case Calculation calculation -> calculation(calculation);
            case Code code -> {
                element("p", "name", code.caption());
                // long lines are scrolled with the keyboard, too
                element("pre tabindex=\"0\"", "", code.text());
            }
        }
    }

    private void paragraph(Paragraph paragraph) {
        element(
                "p",
                switch (paragraph.style()) {
                    case VERDICT -> "verdict";
                    case LEAD -> "lead";
                    case HEADING -> "name";
                    case BODY -> "";
                    case NOTE -> "note";
                },
                paragraph.text());
    }

    private void tiles(Tiles tiles) {
        out.append("<div class=\"tiles\">\n");
        for (Tile tile : tiles.tiles()) {
            out.append("<div class=\"tile ")
                    .append(color(tile.role()))
                    .append(tile.first() ? "" : " second")
                    .append("\">\n");
            element("p", "name", tile.name());
            element("p", "value", tile.value());
            element("p", "note", tile.caption());
            if (!tile.formula().isEmpty()) {
                element("p", "note", tile.formula());
            }
            out.append("</div>\n");
        }
        out.append("</div>\n");
    }

    private static String color(@Nullable ColorRole role) {
        return role == null ? "" : "c-" + HtmlStyle.name(role);
    }

    private void table(Table table) {
        // on paper a short table stays whole, and a wide one is set in smaller type: nothing can be scrolled there
        String wide = table.columns().size() > MOST_COLUMNS ? " wide" : "";
        String high = table.rows().size() <= MOST_ROWS ? " short" : "";
        // what is wider than the screen is scrolled with the keyboard, too
        out.append("<div class=\"scroll")
                .append(wide)
                .append(high)
                .append("\" tabindex=\"0\" role=\"group\" aria-label=\"")
                .append(escaped(table.caption().isEmpty() ? heading : table.caption()))
                .append("\"><table>\n");
        if (!table.caption().isEmpty()) {
            element("caption", "", table.caption());
        }
        out.append("<thead><tr>");
        for (Column column : table.columns()) {
            // a corner without words is no heading
            boolean corner = column.title().isEmpty();
            cell(corner ? "td" : "th scope=\"col\"", corner ? "td" : "th", column, column.title());
        }
        out.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                Column column = table.columns().get(i);
                boolean name = column.kind() == Kind.NAME;
                cell(name ? "th scope=\"row\"" : "td", name ? "th" : "td", column, row.get(i));
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
    }

    private void cell(String open, String close, Column column, String text) {
        String number = column.kind() == Kind.NUMBER ? "number " : "";
        String classes = (number + color(column.role())).strip();
        out.append('<').append(open);
        if (!classes.isEmpty()) {
            out.append(" class=\"").append(classes).append('"');
        }
        out.append('>').append(prose(text)).append("</").append(close).append('>');
    }

    /** One whole in its parts is drawn for phones as well: other charts are scrolled there. */
    private void chart(Chart chart) {
        boolean one = chart.spec() instanceof StripsChart strips && strips.isOne();
        out.append(one ? "<figure class=\"one\" tabindex=\"0\">\n" : "<figure tabindex=\"0\">\n");
        picture(chart, CHART);
        if (one) {
            picture(chart, PHONE);
        }
        details(ChartTable.of(chart.spec()));
        out.append("</figure>\n");
    }

    private void picture(Chart chart, double width) {
        charts++;
        String svg =
                SvgWriter.write(ChartLayout.layout(chart.spec(), width, CHART * chart.ratio(), measure), Palette.LIGHT);
        out.append(svg.substring(svg.indexOf("<svg"))
                .replace("aria-labelledby=\"title desc\"", "aria-labelledby=\"t" + charts + " d" + charts + "\"")
                .replace("id=\"title\"", "id=\"t" + charts + "\"")
                .replace("id=\"desc\"", "id=\"d" + charts + "\""));
    }

    /** The chart's table, folded in. */
    private void details(ChartTable chart) {
        out.append("<details><summary>").append(escaped(chart.title())).append("</summary>\n<table>\n<thead><tr>");
        chart.columns().forEach(column -> element("th scope=\"col\"", "", column.title()));
        out.append("</tr></thead>\n<tbody>\n");
        for (List<ChartTable.Cell> row : chart.rows()) {
            out.append("<tr>");
            row.forEach(cell -> element("td", "", cell.words()));
            out.append("</tr>\n");
        }
        out.append("</tbody></table></details>\n");
    }

    private static ColorRole role(Severity severity) {
        return switch (severity) {
            case WARNING -> ColorRole.NEGATIVE;
            case NOTICE -> ColorRole.CEILING;
            case INFO -> ColorRole.NEUTRAL;
        };
    }

    private void notices(Notices notices) {
        out.append("<ul class=\"notices\">\n");
        for (Notice notice : notices.notices()) {
            out.append("<li class=\"").append(color(role(notice.severity()))).append("\">\n");
            element("p", "severity " + color(role(notice.severity())), notice.severityName());
            element("p", "", notice.message());
            element("p", "advice", "→ " + notice.advice());
            out.append("</li>\n");
        }
        out.append("</ul>\n");
    }

    private void points(Points points) {
        boolean terms =
                points.points().stream().anyMatch(point -> !point.heading().isEmpty());
        out.append(terms ? "<dl>\n" : "<ul>\n");
        for (Point point : points.points()) {
            if (terms) {
                element("dt", "", point.heading());
                out.append("<dd>").append(linked(point.said(" "))).append("</dd>\n");
            } else {
                element("li", "", point.said(" "));
            }
        }
        out.append(terms ? "</dl>\n" : "</ul>\n");
    }

    /** An address becomes a link; all else stays text. */
    private static String linked(String text) {
        String safe = escaped(text);
        return text.matches("https?://\\S+") ? "<a href=\"" + safe + "\">" + safe + "</a>" : safe;
    }

    private void calculation(Calculation calculation) {
        out.append("<ol class=\"steps\">\n");
        for (Step step : calculation.steps()) {
            out.append("<li>").append(escaped(step.title())).append("<div class=\"panel\"><div>\n");
            step.lines().forEach(line -> element("p", "", line));
            out.append("</div>");
            if (!step.result().isEmpty()) {
                element("b", color(step.role()), step.result());
            }
            out.append("</div></li>\n");
        }
        out.append("</ol>\n");
    }

    private void element(String tag, String classes, String text) {
        out.append('<').append(tag);
        if (!classes.isEmpty()) {
            out.append(" class=\"").append(classes).append('"');
        }
        out.append('>')
                .append(prose(text))
                .append("</")
                .append(tag.split(" ")[0])
                .append(">\n");
    }

    /** Browsers part a percentage from its Korean particle at the end of a line. */
    private static String prose(String text) {
        return PARTICLE.matcher(escaped(text)).replaceAll("<span class=\"nb\">$0</span>");
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.append(letter < ' ' && letter != '\n' && letter != '\t' ? ' ' : letter);
            }
        }
        return safe.toString();
    }
}
