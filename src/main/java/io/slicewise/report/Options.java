package io.slicewise.report;

import io.slicewise.story.Audience;
import io.slicewise.story.Thresholds;
import io.slicewise.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can choose about a report.
 *
 * @param language its language
 * @param audience whom it is for
 * @param thresholds from where on something is worth saying
 * @param title what it is called; empty for the name of the document
 * @param author who made it; may be empty
 * @param date when, as it is to be printed; may be empty
 * @param logo whose it is; {@code null} for none
 */
public record Options(
        Language language,
        Audience audience,
        Thresholds thresholds,
        String title,
        String author,
        String date,
        @Nullable Logo logo) {
    /** For an audience, with nothing else chosen. */
    public static Options of(Language language, Audience audience) {
        return new Options(language, audience, Thresholds.DEFAULT, "", "", "", null);
    }

    public Options withTitle(String newTitle) {
        return new Options(language, audience, thresholds, newTitle, author, date, logo);
    }

    public Options withByline(String newAuthor, String newDate) {
        return new Options(language, audience, thresholds, title, newAuthor, newDate, logo);
    }

    public Options withLogo(@Nullable Logo newLogo) {
        return new Options(language, audience, thresholds, title, author, date, newLogo);
    }

    public Options withThresholds(Thresholds newThresholds) {
        return new Options(language, audience, newThresholds, title, author, date, logo);
    }
}
