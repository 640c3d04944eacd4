package io.slicewise.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.report.Options;
import io.slicewise.report.Report;
import io.slicewise.report.Subjects;
import io.slicewise.report.picture.PictureFont;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import io.slicewise.usage.Weights;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlWriterTest {
    private static final PictureFont FONT = PictureFont.shipped();

    private static String written(Report report) {
        return HtmlWriter.write(report, FONT.measure());
    }

    private static Options options(Language language) {
        return Options.of(language, Audience.MANAGER);
    }

    @Test
    void nothingComesFromOutside() {
        for (Template template : Template.values()) {
            String html = written(Subjects.report(template, Subjects.HOST, options(Language.KOREAN)));
            assertFalse(html.contains("<script src") || html.contains("fetch(") || html.contains("http-equiv"));
            assertFalse(html.contains("<link"));
            assertFalse(html.contains("@import") || html.contains("url("));
            assertFalse(Pattern.compile("src=\"(?!data:)").matcher(html).find());
        }
    }

    @Test
    void idsAreUniqueAndLinksHaveTargets() {
        String html = written(Subjects.report(Template.FULL, Subjects.MAIN, options(Language.ENGLISH)));
        Set<String> ids = new HashSet<>();
        Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(html);
        while (id.find()) {
            assertTrue(ids.add(id.group(1)), id.group(1));
        }
        Matcher link = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
        int links = 0;
        while (link.find()) {
            links++;
            assertTrue(ids.contains(link.group(1)), link.group(1));
        }
        assertEquals(15, links, "fourteen sections and the sliders");
    }

    @Test
    void everyTagIsClosed() {
        String html = written(Subjects.report(Template.TECHNICAL, Subjects.HOST, options(Language.ENGLISH)));
        for (String tag :
                List.of("table", "tr", "td", "th", "section", "figure", "ul", "dl", "ol", "div", "p", "svg")) {
            assertEquals(html.split("<" + tag + "[ >]", -1).length, html.split("</" + tag + ">", -1).length, tag);
        }
    }

    @Test
    void namesCannotBecomeMarkup() {
        Subject subject =
                Subject.of("<img src=x onerror=alert(1)> & \"co\"", "<b>", Fleets.main(), Weights.DEFAULT, false);
        String html = written(Report.of(Template.FULL, List.of(subject), options(Language.ENGLISH)));
        assertFalse(html.contains("<img"));
        assertFalse(html.contains("<b>B") || html.contains("<p><b>"));
        assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;"));
    }

    @Test
    void onPaperShortTablesStayWholeAndWideOnesAreSetSmaller() {
        String html = written(Subjects.report(Template.FLEET, Subjects.HOST, options(Language.ENGLISH)));
        assertTrue(html.contains("<div class=\"scroll wide short\" "), "the GPUs: seven columns, eight rows");
        assertTrue(html.contains("<div class=\"scroll wide\" "), "fifty instances");
        assertTrue(html.contains("<div class=\"scroll short\" "), "what lies idle");
    }

    /** On a phone a bar of a hundred is not scrolled: it has a picture of that width. */
    @Test
    void theBarOfThePartsIsDrawnForPhonesToo() {
        String html = written(Subjects.report(Template.EXECUTIVE, Subjects.MAIN, options(Language.KOREAN)));
        String figure = html.substring(html.indexOf("<figure class=\"one\""), html.indexOf("</figure>"));
        assertEquals(
                List.of("804", "358"),
                Pattern.compile("viewBox=\"0 0 (\\d+)")
                        .matcher(figure)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }
}
