package io.slicewise.report;

import io.slicewise.page.Addressee;
import io.slicewise.story.Audience;
import io.slicewise.story.Thresholds;
import io.slicewise.text.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person can choose about a report.
 *
 * @param language its language
 * @param audience whom it is for
 * @param thresholds from where on something is worth saying
 * @param title what it is called; empty for the name of the document
 * @param author who made it; may be empty
 * @param date when, as it is to be printed; may be empty
 * @param logo whose it is; {@code null} for none
 * @param zone whose clocks show when something was
 * @param slides what slides look like; {@code null} for the product's own
 */
public record Options(
        Language language,
        Audience audience,
        Thresholds thresholds,
        String title,
        String author,
        String date,
        @Nullable Logo logo,
        ZoneId zone,
        @Nullable SlideTemplate slides) {
    /** For an audience, with nothing else chosen, and the clocks of UTC. */
    public static Options of(Language language, Audience audience) {
        return new Options(language, audience, Thresholds.DEFAULT, "", "", "", null, ZoneId.of("UTC"), null);
    }

    /**
     * A date as a language writes it.
     *
     * @param said year, month and day with hyphens; any other words stay as they are
     */
    public static String date(String said, Language language) {
        try {
            return LocalDate.parse(said).format(printed(language));
        } catch (DateTimeParseException _) {
            return said;
        }
    }

    /** The day that the date says; empty where it is other words. */
    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(date, printed(language)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter printed(Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.printed());
    }

    /** Whom the page of the report is composed for. */
    Addressee addressee() {
        return new Addressee(language, audience, thresholds, zone);
    }

    public Options withTitle(String newTitle) {
        return new Options(language, audience, thresholds, newTitle, author, date, logo, zone, slides);
    }

    public Options withByline(String newAuthor, String newDate) {
        return new Options(language, audience, thresholds, title, newAuthor, newDate, logo, zone, slides);
    }

    public Options withLogo(@Nullable Logo newLogo) {
        return new Options(language, audience, thresholds, title, author, date, newLogo, zone, slides);
    }

    public Options withThresholds(Thresholds newThresholds) {
        return new Options(language, audience, newThresholds, title, author, date, logo, zone, slides);
    }

    public Options withZone(ZoneId newZone) {
        return new Options(language, audience, thresholds, title, author, date, logo, newZone, slides);
    }

    public Options withSlides(@Nullable SlideTemplate template) {
        return new Options(language, audience, thresholds, title, author, date, logo, zone, template);
    }
}
