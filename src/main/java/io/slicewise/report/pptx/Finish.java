package io.slicewise.report.pptx;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all that was drawn: the colours of text and of the three figures are those of the theme, so that they
 * follow a company's own, and lengths are those of the template's page.
 */
final class Finish {
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final QName VALUE = new QName("val");

    /** Which colour of the theme a colour of the palette is. */
    private static final Map<String, String> THEME = theme();

    /** The attributes that are lengths, of each element that has some. */
    private static final Map<String, Set<String>> LENGTHS = Map.ofEntries(
            Map.entry("off", Set.of("x", "y")),
            Map.entry("chOff", Set.of("x", "y")),
            Map.entry("ext", Set.of("cx", "cy")),
            Map.entry("chExt", Set.of("cx", "cy")),
            Map.entry("gridCol", Set.of("w")),
            Map.entry("tr", Set.of("h")),
            Map.entry("ln", Set.of("w")),
            Map.entry("lnB", Set.of("w")),
            Map.entry("rPr", Set.of("sz")),
            Map.entry("defRPr", Set.of("sz")),
            Map.entry("endParaRPr", Set.of("sz")),
            Map.entry("pPr", Set.of("marL", "indent")),
            Map.entry("tcPr", Set.of("marL", "marR", "marT", "marB")),
            Map.entry("bodyPr", Set.of("lIns", "tIns", "rIns", "bIns")));

    private Finish() {}

    private static Map<String, String> theme() {
        Map<ColorRole, String> roles = new LinkedHashMap<>();
        roles.put(ColorRole.TEXT, "tx1");
        roles.put(ColorRole.TEXT_MUTED, "tx2");
        roles.put(ColorRole.SURFACE, "bg1");
        roles.put(ColorRole.GRID, "bg2");
        roles.put(ColorRole.INSTANCE_AVERAGE, "accent1");
        roles.put(ColorRole.WEIGHTED, "accent2");
        roles.put(ColorRole.WHOLE_GPU, "accent3");
        Map<String, String> theme = new LinkedHashMap<>();
        roles.forEach((role, name) ->
                theme.put(Palette.LIGHT.color(role).hex().substring(1).toUpperCase(Locale.ROOT), name));
        return theme;
    }

    /**
     * Goes over a part of the presentation.
     *
     * @param scale the template's lengths for one of the writer's
     */
    static void apply(XmlObject part, double scale) {
        try (XmlCursor cursor = part.newCursor()) {
            while (cursor.hasNextToken()) {
                if (cursor.toNextToken().isStart()) {
                    QName name = cursor.getName();
                    if (DRAWING.equals(name.getNamespaceURI())
                            && name.getLocalPart().equals("srgbClr")) {
                        color(cursor);
                    } else if (Math.abs(scale - 1) > 1e-6) {
                        scale(cursor, LENGTHS.getOrDefault(name.getLocalPart(), Set.of()), scale);
                    }
                }
            }
        }
    }

    private static void color(XmlCursor cursor) {
        @Nullable String hex = cursor.getAttributeText(VALUE);
        String theme = hex == null ? null : THEME.get(hex.toUpperCase(Locale.ROOT));
        if (theme != null) {
            cursor.setName(new QName(DRAWING, "schemeClr"));
            cursor.setAttributeText(VALUE, theme);
        }
    }

    private static void scale(XmlCursor cursor, Set<String> lengths, double scale) {
        for (String length : lengths) {
            QName name = new QName(length);
            @Nullable String value = cursor.getAttributeText(name);
            if (value != null) {
                cursor.setAttributeText(name, String.valueOf(Math.round(Double.parseDouble(value) * scale)));
            }
        }
    }
}
