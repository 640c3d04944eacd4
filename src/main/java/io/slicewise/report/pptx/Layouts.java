package io.slicewise.report.pptx;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSheet;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;

/**
 * Which of a presentation's layouts slides are made from. Layouts that somebody drew say nothing of their kind, and
 * stand in any order: they are told by what they have.
 *
 * @param cover the layout of the first slide
 * @param content the layout of all others
 */
record Layouts(XSLFSlideLayout cover, XSLFSlideLayout content) {
    static Layouts of(XMLSlideShow show) {
        List<XSLFSlideLayout> all = show.getSlideMasters().stream()
                .map(Layouts::of)
                .filter(layouts -> layouts.stream().anyMatch(Layouts::hasTitle))
                .findFirst()
                .or(() -> show.getSlideMasters().stream()
                        .map(Layouts::of)
                        .filter(layouts -> !layouts.isEmpty())
                        .findFirst())
                .orElseThrow();
        XSLFSlideLayout content = titled(all, SlideLayout.TITLE_ONLY)
                .or(() -> all.stream()
                        .filter(layout -> hasTitle(layout) && !isCover(layout))
                        .min(Comparator.comparingInt(Layouts::fields)))
                .or(() -> all.stream().filter(Layouts::hasTitle).findFirst())
                .orElseGet(all::getFirst);
        XSLFSlideLayout cover = titled(all, SlideLayout.TITLE)
                .or(() -> all.stream()
                        .filter(layout -> hasTitle(layout) && isCover(layout))
                        .findFirst())
                .orElse(content);
        return new Layouts(cover, content);
    }

    private static List<XSLFSlideLayout> of(XSLFSlideMaster master) {
        return List.of(master.getSlideLayouts());
    }

    private static Optional<XSLFSlideLayout> titled(List<XSLFSlideLayout> all, SlideLayout kind) {
        return all.stream()
                .filter(layout -> layout.getType() == kind && hasTitle(layout))
                .findFirst();
    }

    private static boolean hasTitle(XSLFSheet sheet) {
        return placeholder(sheet, Placeholder.TITLE).isPresent();
    }

    private static boolean isCover(XSLFSheet sheet) {
        return Stream.of(sheet.getPlaceholders())
                .anyMatch(shape -> shape.getTextType() == Placeholder.CENTERED_TITLE
                        || shape.getTextType() == Placeholder.SUBTITLE);
    }

    /** How many places for contents a layout has. */
    private static int fields(XSLFSheet sheet) {
        return (int) Stream.of(sheet.getPlaceholders())
                .map(XSLFTextShape::getTextType)
                .filter(kind -> kind == null
                        || switch (kind) {
                            case TITLE, CENTERED_TITLE, FOOTER, SLIDE_NUMBER, DATETIME, HEADER -> false;
                            default -> true;
                        })
                .count();
    }

    /** The first place of a kind on a slide, a layout or a master. */
    static Optional<XSLFTextShape> placeholder(XSLFSheet sheet, Placeholder kind) {
        return Stream.of(sheet.getPlaceholders())
                .filter(shape -> is(shape.getTextType(), kind))
                .findFirst();
    }

    /** A title in the middle of a cover is a title. */
    static boolean is(@Nullable Placeholder found, Placeholder kind) {
        return found == kind || kind == Placeholder.TITLE && found == Placeholder.CENTERED_TITLE;
    }
}
