package io.slicewise.report.pdf;

import io.slicewise.report.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What programs read about the file: its title, whose it is, and its language. The structure follows PDF/UA-1 (ISO
 * 14289-1); that it conforms is not claimed, since no validator has looked at it.
 */
final class Xmp {
    private Xmp() {}

    static void add(PDDocument document, Report report, String language) throws IOException {
        String xml = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
                %s<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
                <xmp:CreatorTool>Slicewise</xmp:CreatorTool>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>
                """.formatted(escaped(report.title()), escaped(report.subtitle()), creator(report), language);
        document.getDocumentCatalog()
                .setMetadata(new PDMetadata(document, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }

    private static String creator(Report report) {
        return report.author().isEmpty()
                ? ""
                : "<dc:creator><rdf:Seq><rdf:li>" + escaped(report.author()) + "</rdf:li></rdf:Seq></dc:creator>\n";
    }

    /** Characters that XML has no place for become spaces. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\p{Cntrl}\uFFFE\uFFFF]", " ");
    }
}
