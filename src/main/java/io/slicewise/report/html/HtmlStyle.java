package io.slicewise.report.html;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.chart.Rgb;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The style sheet and the script. The sheet has the product's colours as variables, and the charts' colours turned dark where the reader's are. */
final class HtmlStyle {
    private static final String SHEET = "report.css";

    private HtmlStyle() {}

    static String css() {
        return ":root{" + variables(Palette.LIGHT) + "--panel:#F6F7F9}\n"
                + read(SHEET)
                + roles()
                + "@media screen and (prefers-color-scheme:dark){:root{" + variables(Palette.DARK)
                + "--panel:#15181D}\n" + darkened() + "}\n";
    }

    /** What tables and sliders do. */
    static String script() {
        return read("script.js");
    }

    private static String read(String name) {
        try (InputStream in = HtmlStyle.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a colour: {@code whole-gpu}. */
    static String name(ColorRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String variables(Palette palette) {
        StringBuilder css = new StringBuilder();
        for (ColorRole role : ColorRole.values()) {
            css.append("--")
                    .append(name(role))
                    .append(':')
                    .append(hex(palette.color(role)))
                    .append(';');
        }
        return css.toString();
    }

    private static String roles() {
        StringBuilder css = new StringBuilder();
        for (ColorRole role : ColorRole.values()) {
            css.append(".c-")
                    .append(name(role))
                    .append("{color:var(--")
                    .append(name(role))
                    .append(")}");
        }
        return css.append('\n').toString();
    }

    /** A picture has the light colours in it; each of them becomes the dark one of its role. */
    private static String darkened() {
        StringBuilder css = new StringBuilder();
        Set<String> done = new TreeSet<>();
        for (ColorRole role : ColorRole.values()) {
            String light = hex(Palette.LIGHT.color(role));
            if (done.add(light)) {
                String dark = hex(Palette.DARK.color(role));
                css.append("svg [fill=\"")
                        .append(light)
                        .append("\"]{fill:")
                        .append(dark)
                        .append("}svg [stroke=\"")
                        .append(light)
                        .append("\"]{stroke:")
                        .append(dark)
                        .append("}\n");
            }
        }
        return css.toString();
    }

    private static String hex(Rgb color) {
        return color.hex();
    }
}
