package io.slicewise.report.pptx;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFRelation;
import org.apache.poi.xslf.usermodel.XSLFTheme;

/** The master of what is said to the slides. */
final class NotesMaster {
    private NotesMaster() {}

    /**
     * Adds it where there is none. POI looks for a free number of its theme among the themes that the presentation
     * itself names, so those of further masters and of handouts are named there for as long as it looks.
     *
     * @param show a presentation with a slide
     */
    static void ensure(XMLSlideShow show) {
        if (show.getNotesMaster() != null) {
            return;
        }
        Set<POIXMLDocumentPart> themes = new LinkedHashSet<>();
        collectThemes(show, new HashSet<>(), themes);
        show.getRelations().forEach(themes::remove);
        List<String> named = themes.stream()
                .map(theme -> show.addRelation(null, XSLFRelation.THEME, theme)
                        .getRelationship()
                        .getId())
                .toList();
        show.createNotesMaster();
        named.forEach(show.getPackagePart()::removeRelationship);
    }

    private static void collectThemes(
            POIXMLDocumentPart part, Set<POIXMLDocumentPart> seen, Set<POIXMLDocumentPart> themes) {
        for (POIXMLDocumentPart related : part.getRelations()) {
            if (related instanceof XSLFTheme) {
                themes.add(related);
            }
            if (seen.add(related)) {
                collectThemes(related, seen, themes);
            }
        }
    }
}
