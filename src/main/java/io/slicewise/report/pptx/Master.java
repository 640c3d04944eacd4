package io.slicewise.report.pptx;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Palette;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;

/**
 * The product's own master: 16:9, a theme with the colours of the palette and fonts that Windows and macOS have, a layout
 * for the cover, one with a title alone and one with contents, for slides that are added.
 */
final class Master {
    /** The parts of an empty presentation, and the resources that they are made from. */
    private static final Map<String, String> PARTS = parts();

    private Master() {}

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "content-types.xml");
        parts.put("_rels/.rels", "package.rels");
        parts.put("ppt/presentation.xml", "presentation.xml");
        parts.put("ppt/_rels/presentation.xml.rels", "presentation.xml.rels");
        parts.put("ppt/theme/theme1.xml", "theme1.xml");
        parts.put("ppt/slideMasters/slideMaster1.xml", "slideMaster1.xml");
        parts.put("ppt/slideMasters/_rels/slideMaster1.xml.rels", "slideMaster1.xml.rels");
        for (int layout = 1; layout <= 3; layout++) {
            String name = "slideLayout" + layout + ".xml";
            parts.put("ppt/slideLayouts/" + name, name);
            parts.put("ppt/slideLayouts/_rels/" + name + ".rels", "slideLayout.xml.rels");
        }
        return parts;
    }

    /** A presentation without slides. */
    static XMLSlideShow open(Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(filled(read(part.getValue()), language).getBytes(StandardCharsets.UTF_8));
            }
        }
        return new XMLSlideShow(new ByteArrayInputStream(out.toByteArray()));
    }

    private static String read(String name) throws IOException {
        try (InputStream in = Master.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** With the colours and the names of the layouts. */
    private static String filled(String xml, Language language) {
        Messages words = Messages.in(language);
        String filled = xml.replace("${cover}", words.say("report.layout.cover"))
                .replace("${only}", words.say("report.layout.only"))
                .replace("${content}", words.say("report.layout.content"));
        for (ColorRole role : ColorRole.values()) {
            filled = filled.replace(
                    "${" + role + "}", Palette.LIGHT.color(role).hex().substring(1));
        }
        return filled;
    }
}
