package io.slicewise.report;

import io.slicewise.chart.ChartTable;
import io.slicewise.page.Section;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report, ready to be written in any format.
 *
 * @param language its language
 * @param title what it is called
 * @param subtitle what it is about: the document, and which kind of report
 * @param byline author and date; may be empty
 * @param author who made it; may be empty
 * @param date when, as the reader writes it; may be empty
 * @param logo whose it is; {@code null} for none
 * @param onePage whether it is to fit on one page where pages are of paper
 * @param sections its sections
 * @param slides its sections where it is shown on a wall
 * @param figures all figures with all their digits, for a spreadsheet
 */
public record Report(
        Language language,
        String title,
        String subtitle,
        String byline,
        String author,
        String date,
        @Nullable Logo logo,
        boolean onePage,
        List<Section> sections,
        List<Section> slides,
        ChartTable figures) {
    public Report {
        sections = List.copyOf(sections);
        slides = List.copyOf(slides);
    }

    /**
     * Makes a report.
     *
     * @param subjects what it is about, as many as the template needs
     * @throws IllegalArgumentException for another number of them
     */
    public static Report of(Template template, List<Subject> subjects, Options options) {
        List<Section> sections = template.sections(subjects, options.addressee());
        Messages words = Messages.in(options.language());
        String names = subjects.stream().map(Subject::name).collect(Collectors.joining(" · "));
        String kind = words.say(template.title());
        String title = template == Template.COMPARISON ? kind : names;
        String under = template == Template.COMPARISON ? names : kind;
        return new Report(
                options.language(),
                options.title().isEmpty() ? title : options.title(),
                options.title().isEmpty() ? under : kind + " · " + names,
                Stream.of(options.author(), options.date())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                options.author(),
                options.date(),
                options.logo(),
                template == Template.EXECUTIVE,
                sections,
                sections,
                FigureTable.of(subjects, options));
    }
}
