package io.slicewise.report;

import io.slicewise.chart.ChartTable;
import io.slicewise.page.Explanation;
import io.slicewise.page.Section;
import io.slicewise.page.Subject;
import io.slicewise.page.Template;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report, ready to be written in any format. What only some formats show is composed when one of them asks for it.
 *
 * @param template what it is made of
 * @param subjects what it is about, as many as the template needs
 * @param options what a person chose about it
 * @param sections its sections
 */
public record Report(Template template, List<Subject> subjects, Options options, List<Section> sections) {
    public Report {
        subjects = List.copyOf(subjects);
        sections = List.copyOf(sections);
    }

    /**
     * Makes a report.
     *
     * @param subjects what it is about, as many as the template needs
     * @throws IllegalArgumentException for another number of them
     */
    public static Report of(Template template, List<Subject> subjects, Options options) {
        return new Report(template, subjects, options, template.sections(subjects, options.addressee()));
    }

    /** Its sections where it is shown on a wall. */
    public List<Section> slides() {
        return template.slides(subjects, options.addressee());
    }

    /** Whether a section is opened when wanted, where it is read on a screen. */
    public boolean isFolded(Section section) {
        return template == Template.FULL
                && Explanation.folded(options.audience()).contains(section.kind());
    }

    /** All figures with all their digits, for a spreadsheet. */
    public ChartTable figures() {
        return FigureTable.of(subjects, options);
    }

    public Language language() {
        return options.language();
    }

    private String names() {
        return subjects.stream().map(Subject::name).collect(Collectors.joining(" · "));
    }

    private String kind() {
        return Messages.in(language()).say(template.title());
    }

    /** What it is called: the document, or what was chosen; a comparison by that. */
    public String title() {
        if (!options.title().isEmpty()) {
            return options.title();
        }
        return template == Template.COMPARISON ? kind() : names();
    }

    /** What it is about: the document where the title does not say it, and which kind of report. */
    public String subtitle() {
        if (!options.title().isEmpty()) {
            return kind() + " · " + names();
        }
        return template == Template.COMPARISON ? names() : kind();
    }

    /** Author and date; may be empty. */
    public String byline() {
        return Stream.of(author(), date()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** Who made it; may be empty. */
    public String author() {
        return options.author();
    }

    /** When, as the reader writes it; may be empty. */
    public String date() {
        return options.date();
    }

    /** The day of its date; empty where that is other words, or none. */
    public Optional<LocalDate> day() {
        return options.day();
    }

    /** What its slides look like; {@code null} for the product's own. */
    public @Nullable SlideTemplate slideTemplate() {
        return options.slides();
    }

    /** Whose it is; {@code null} for none. */
    public @Nullable Logo logo() {
        return options.logo();
    }

    /** Whether it is to fit on one page where pages are of paper. */
    public boolean onePage() {
        return template == Template.EXECUTIVE;
    }
}
