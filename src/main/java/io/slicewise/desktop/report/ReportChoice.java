package io.slicewise.desktop.report;

import io.slicewise.page.Template;
import io.slicewise.report.file.ReportFormat;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen for reports, to be found again next time.
 *
 * @param template what a report is made of
 * @param formats the kinds of files
 * @param language {@code null} for the window's
 * @param audience whom it is for
 * @param author who makes it; may be empty
 * @param logo the picture that says whose it is; {@code null} for none
 * @param slides the presentation that slides look like; {@code null} for the product's own
 * @param folder where the files go; {@code null} before anyone said
 */
public record ReportChoice(
        Template template,
        Set<ReportFormat> formats,
        @Nullable Language language,
        Audience audience,
        String author,
        @Nullable Path logo,
        @Nullable Path slides,
        @Nullable Path folder) {
    /** One page as PDF, for managers. */
    public static final ReportChoice DEFAULT = new ReportChoice(
            Template.EXECUTIVE, EnumSet.of(ReportFormat.PDF), null, Audience.MANAGER, "", null, null, null);

    public ReportChoice {
        Set<ReportFormat> ordered = EnumSet.noneOf(ReportFormat.class);
        ordered.addAll(formats);
        formats = Collections.unmodifiableSet(ordered);
    }

    ReportChoice withTemplate(Template chosen) {
        return new ReportChoice(chosen, formats, language, audience, author, logo, slides, folder);
    }

    ReportChoice withFormat(ReportFormat format, boolean wanted) {
        Set<ReportFormat> chosen = EnumSet.noneOf(ReportFormat.class);
        chosen.addAll(formats);
        if (wanted) {
            chosen.add(format);
        } else {
            chosen.remove(format);
        }
        return new ReportChoice(template, chosen, language, audience, author, logo, slides, folder);
    }

    ReportChoice withLanguage(Language chosen) {
        return new ReportChoice(template, formats, chosen, audience, author, logo, slides, folder);
    }

    ReportChoice withAudience(Audience chosen) {
        return new ReportChoice(template, formats, language, chosen, author, logo, slides, folder);
    }

    ReportChoice withAuthor(String name) {
        return new ReportChoice(template, formats, language, audience, name, logo, slides, folder);
    }

    ReportChoice withLogo(@Nullable Path picture) {
        return new ReportChoice(template, formats, language, audience, author, picture, slides, folder);
    }

    ReportChoice withSlides(@Nullable Path template) {
        return new ReportChoice(template(), formats, language, audience, author, logo, template, folder);
    }

    ReportChoice withFolder(Path chosen) {
        return new ReportChoice(template, formats, language, audience, author, logo, slides, chosen);
    }
}
