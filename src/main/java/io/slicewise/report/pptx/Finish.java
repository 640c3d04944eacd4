package io.slicewise.report.pptx;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.chart.Rgb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.main.CTColor;

/**
 * What holds for all that was drawn: the colours of text and of the three figures are those of the theme, so that they
 * follow a company's own as far as they can be read there, and lengths and places are those of the template's page.
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

    /** Below this contrast of large type, WCAG 2.2 1.4.3, a colour of the theme is none for text. */
    private static final double LEAST_CONTRAST = 3;

    private static final Set<String> TEXT = Set.of("rPr", "defRPr", "endParaRPr");
    private static final QName FRAME = new QName("http://schemas.openxmlformats.org/presentationml/2006/main", "xfrm");

    /** The template's lengths for one of the writer's. */
    private final double scale;

    /** How far everything is moved to the right, in the template's lengths. */
    private final long right;

    /** The colours of the theme that cannot be read on its background. */
    private final Set<String> pale;

    private Finish(double scale, long right, Set<String> pale) {
        this.scale = scale;
        this.right = right;
        this.pale = pale;
    }

    static Finish of(Frame frame) {
        XSLFSlideMaster master = frame.layouts().content().getSlideMaster();
        Optional<Rgb> ground = color(master, "bg1");
        Set<String> pale = THEME.values().stream()
                .filter(name -> !name.startsWith("bg"))
                .filter(name -> color(master, name)
                        .flatMap(color -> ground.map(color::contrast))
                        .filter(contrast -> contrast < LEAST_CONTRAST)
                        .isPresent())
                .collect(Collectors.toSet());
        return new Finish(frame.scale(), Units.toEMU(frame.right() * frame.scale()), pale);
    }

    /** A colour of a master's theme; empty where it is not given by red, green and blue. */
    private static Optional<Rgb> color(XSLFSlideMaster master, String name) {
        @Nullable XmlObject mapped = master.getXmlObject().getClrMap().selectAttribute(new QName(name));
        CTColor color = master.getTheme()
                .getCTColor(mapped == null ? name : mapped.getDomNode().getNodeValue());
        byte[] rgb = color == null
                ? null
                : color.isSetSrgbClr()
                        ? color.getSrgbClr().getVal()
                        : color.isSetSysClr() ? color.getSysClr().getLastClr() : null;
        return rgb == null ? Optional.empty() : Optional.of(new Rgb(rgb[0] & 0xFF, rgb[1] & 0xFF, rgb[2] & 0xFF));
    }

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

    /** Goes over a part of the presentation. */
    void apply(XmlObject part) {
        try (XmlCursor cursor = part.newCursor()) {
            while (cursor.hasNextToken()) {
                if (cursor.toNextToken().isStart()) {
                    QName name = cursor.getName();
                    if (DRAWING.equals(name.getNamespaceURI())
                            && name.getLocalPart().equals("srgbClr")) {
                        color(cursor);
                    } else if (Math.abs(scale - 1) > 1e-6) {
                        scale(cursor, LENGTHS.getOrDefault(name.getLocalPart(), Set.of()));
                    }
                    if (right != 0 && name.getLocalPart().equals("off") && standsOnSlide(cursor)) {
                        QName x = new QName("x");
                        cursor.setAttributeText(x, String.valueOf(Long.parseLong(cursor.getAttributeText(x)) + right));
                    }
                }
            }
        }
    }

    private void color(XmlCursor cursor) {
        @Nullable String hex = cursor.getAttributeText(VALUE);
        String theme = hex == null ? null : THEME.get(hex.toUpperCase(Locale.ROOT));
        if (theme != null) {
            cursor.setName(new QName(DRAWING, "schemeClr"));
            cursor.setAttributeText(VALUE, pale.contains(theme) && isOfText(cursor) ? "tx1" : theme);
        }
    }

    /** Whether a colour is that of a run of text: it stands in its fill. */
    private static boolean isOfText(XmlCursor color) {
        List<QName> outer = outer(color, 2);
        return outer.size() == 2 && TEXT.contains(outer.get(1).getLocalPart());
    }

    /** Whether a place is that of a shape on the slide itself; what is in a group moves with it. */
    private static boolean standsOnSlide(XmlCursor place) {
        List<QName> outer = outer(place, 4);
        int shape = outer.getFirst().equals(FRAME) ? 3 : 4;
        return outer.size() >= shape && outer.get(shape - 1).getLocalPart().equals("spTree");
    }

    /** The names of the elements around the one at the cursor, from the inner to the outer. */
    private static List<QName> outer(XmlCursor cursor, int most) {
        List<QName> names = new ArrayList<>();
        cursor.push();
        while (names.size() < most && cursor.toParent() && cursor.getName() != null) {
            names.add(cursor.getName());
        }
        cursor.pop();
        return names;
    }

    private void scale(XmlCursor cursor, Set<String> lengths) {
        for (String length : lengths) {
            QName name = new QName(length);
            @Nullable String value = cursor.getAttributeText(name);
            if (value != null) {
                cursor.setAttributeText(name, String.valueOf(Math.round(Double.parseDouble(value) * scale)));
            }
        }
    }
}
