package io.slicewise.report.pptx;

import io.slicewise.report.SlideTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFRelation;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPresentation;

/** Presentations and templates of PowerPoint that slides can be made with. */
public final class PptxTemplate {
    private static final String TEMPLATE =
            "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml";

    private PptxTemplate() {}

    /** The template in a file; empty where it is none, is damaged or holds macros. */
    public static Optional<SlideTemplate> of(byte[] file) {
        SlideTemplate template = new SlideTemplate(file);
        try (XMLSlideShow show = open(template)) {
            boolean usable = show.getSlideMasters().stream().anyMatch(it -> it.getSlideLayouts().length > 0)
                    && show.getPackage()
                                    .getPartsByContentType(XSLFRelation.MAIN.getContentType())
                                    .size()
                            == 1;
            return usable ? Optional.of(template) : Optional.empty();
        } catch (IOException
                | POIXMLException
                | EmptyFileException
                | UnsupportedFileFormatException
                | OpenXML4JRuntimeException _) {
            return Optional.empty();
        }
    }

    /** What the template has besides its slides. */
    static XMLSlideShow open(SlideTemplate template) throws IOException {
        try {
            OPCPackage file = OPCPackage.open(new ByteArrayInputStream(template.bytes()));
            file.replaceContentType(TEMPLATE, XSLFRelation.MAIN.getContentType());
            XMLSlideShow show = new XMLSlideShow(file);
            for (int i = show.getSlides().size() - 1; i >= 0; i--) {
                show.removeSlide(i);
            }
            forgetSlides(show.getCTPresentation());
            return show;
        } catch (OpenXML4JException e) {
            throw new IOException(e);
        }
    }

    /** Sections and shows name slides that are gone, which PowerPoint would have to repair. */
    private static void forgetSlides(CTPresentation presentation) {
        if (presentation.isSetCustShowLst()) {
            presentation.unsetCustShowLst();
        }
        if (presentation.isSetExtLst()) {
            presentation.unsetExtLst();
        }
    }
}
