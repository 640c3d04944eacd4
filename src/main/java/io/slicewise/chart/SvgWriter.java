package io.slicewise.chart;

import io.slicewise.chart.TextMeasure.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes a drawing as a picture of its own: SVG 1.1, words as words, with a title and a description. */
public final class SvgWriter {
    private static final String FONTS = "'Slicewise Sans', Pretendard, 'Noto Sans KR', sans-serif";

    private final Palette palette;
    private final StringBuilder out = new StringBuilder();

    private SvgWriter(Palette palette) {
        this.palette = palette;
    }

    /** The drawing in the colours of the palette. */
    public static String write(Drawing drawing, Palette palette) {
        return new SvgWriter(palette).document(drawing);
    }

    private String document(Drawing drawing) {
        String width = number(drawing.width());
        String height = number(drawing.height());
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"")
                .append(FONTS)
                .append("\" style=\"font-variant-numeric: tabular-nums\">\n<title id=\"title\">")
                .append(escaped(drawing.title()))
                .append("</title>\n<desc id=\"desc\">")
                .append(escaped(drawing.description()))
                .append("</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"")
                .append(color(ColorRole.SURFACE))
                .append("\"/>\n");
        for (Mark mark : drawing.marks()) {
            switch (mark) {
                case Mark.Box box -> box(box);
                case Mark.Border border -> border(border);
                case Mark.Line line -> line(line);
                case Mark.Label label -> label(label);
                case Mark.Dot dot -> dot(dot);
            }
        }
        return out.append("</svg>\n").toString();
    }

    private void box(Mark.Box box) {
        rect(box.area(), box.radius());
        attribute("fill", color(box.role()));
        if (box.opacity() < 1) {
            attribute("fill-opacity", number(box.opacity()));
        }
        out.append("/>\n");
    }

    private void border(Mark.Border border) {
        rect(border.area().shrunk(0.5, 0.5, 0.5, 0.5), border.radius());
        attribute("fill", "none");
        attribute("stroke", color(border.role()));
        out.append("/>\n");
    }

    private void rect(Area area, double radius) {
        out.append("<rect");
        attribute("x", number(area.x()));
        attribute("y", number(area.y()));
        attribute("width", number(area.width()));
        attribute("height", number(area.height()));
        if (radius > 0) {
            attribute("rx", number(radius));
        }
    }

    private void line(Mark.Line line) {
        out.append("<polyline");
        attribute(
                "points",
                line.points().stream()
                        .map(point -> number(point.x()) + "," + number(point.y()))
                        .collect(Collectors.joining(" ")));
        attribute("fill", "none");
        attribute("stroke", color(line.role()));
        attribute("stroke-width", number(line.width()));
        if (line.width() > 1) {
            attribute("stroke-linejoin", "round");
            attribute("stroke-linecap", line.dash() == Mark.Dash.SOLID ? "round" : "butt");
        }
        if (line.dash() != Mark.Dash.SOLID) {
            attribute(
                    "stroke-dasharray",
                    Arrays.stream(line.dash().pattern())
                            .mapToObj(SvgWriter::number)
                            .collect(Collectors.joining(" ")));
        }
        out.append("/>\n");
    }

    private void label(Mark.Label label) {
        out.append("<text");
        attribute("x", number(label.x()));
        attribute("y", number(label.y()));
        attribute("font-size", number(label.size()));
        attribute("fill", color(label.role()));
        switch (label.anchor()) {
            case START -> {}
            case MIDDLE -> attribute("text-anchor", "middle");
            case END -> attribute("text-anchor", "end");
        }
        if (label.weight() == Weight.SEMIBOLD) {
            attribute("font-weight", "600");
        }
        if (label.degrees() != 0) {
            String turn = "rotate(" + number(label.degrees()) + " " + number(label.x()) + " " + number(label.y()) + ")";
            attribute("transform", turn);
        }
        out.append('>').append(escaped(label.text())).append("</text>\n");
    }

    private void dot(Mark.Dot dot) {
        out.append("<circle");
        attribute("cx", number(dot.x()));
        attribute("cy", number(dot.y()));
        attribute("r", number(dot.radius()));
        attribute("fill", color(dot.role()));
        out.append("/>\n");
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(value).append('"');
    }

    private String color(ColorRole role) {
        return palette.color(role).hex();
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Text for XML: its five signs escaped, and what XML 1.0 cannot hold at all replaced. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&apos;");
                default -> safe.appendCodePoint(isXml(letter) ? letter : '\uFFFD');
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || letter >= 0x20 && letter <= 0xD7FF
                || letter >= 0xE000 && letter <= 0xFFFD
                || letter >= 0x10000;
    }
}
