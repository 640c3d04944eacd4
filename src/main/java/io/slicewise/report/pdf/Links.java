package io.slicewise.report.pdf;

import io.slicewise.chart.Area;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;

/** Where words lead to that can be pressed. */
final class Links {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private Links() {}

    /** Whether a text is an address and nothing else. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** Words that lead somewhere. */
    sealed interface Link {
        /** Where on the page it can be pressed. */
        Area place();

        /** What is pressed, in the coordinates of the page. */
        PDAnnotationLink annotation(PDRectangle box);
    }

    /**
     * An address outside of the file.
     *
     * @param address what it leads to, which is what is read, too
     */
    record Address(String address, Area place) implements Link {
        @Override
        public PDAnnotationLink annotation(PDRectangle box) {
            PDActionURI action = new PDActionURI();
            action.setURI(address);
            PDAnnotationLink link = bare(address, box);
            link.setAction(action);
            return link;
        }
    }

    /**
     * A place in the file.
     *
     * @param title what is there
     */
    record Inside(String title, PDPageDestination destination, Area place) implements Link {
        @Override
        public PDAnnotationLink annotation(PDRectangle box) {
            PDAnnotationLink link = bare(title, box);
            link.setDestination(destination);
            return link;
        }
    }

    private static PDAnnotationLink bare(String words, PDRectangle box) {
        PDAnnotationLink link = new PDAnnotationLink();
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        link.setBorderStyle(none);
        link.setRectangle(box);
        link.setContents(words);
        link.setPrinted(true);
        return link;
    }
}
