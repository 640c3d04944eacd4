package io.slicewise.report;

import io.slicewise.report.Report.Section;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a report is made of. */
public enum Template {
    /** One page for an executive. */
    EXECUTIVE,
    /** The whole explanation. */
    FULL,
    /** Formulas, weights, queries and sources. */
    TECHNICAL,
    /** Many GPUs: the widest gaps, waste, groups. */
    FLEET,
    /** Two documents beside each other. */
    COMPARISON;

    /** The persistent name: {@code executive}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The template of a persistent name. */
    public static Optional<Template> of(String id) {
        for (Template template : values()) {
            if (template.id().equals(id)) {
                return Optional.of(template);
            }
        }
        return Optional.empty();
    }

    /** What it is called. */
    public Text title() {
        return Text.of("report.template." + id());
    }

    /** How many documents it is about. */
    public int subjects() {
        return this == COMPARISON ? 2 : 1;
    }

    /**
     * Makes the report.
     *
     * @param subjects what it is about, as many as {@link #subjects()}
     * @throws IllegalArgumentException for another number of them
     */
    public Report report(List<Subject> subjects, Options options) {
        if (subjects.size() != subjects()) {
            throw new IllegalArgumentException(subjects.size() + " documents for " + this);
        }
        Messages words = Messages.in(options.language());
        String names = subjects.stream().map(Subject::name).collect(Collectors.joining(" · "));
        String kind = words.say(title());
        String title = this == COMPARISON ? kind : names;
        String under = this == COMPARISON ? names : kind;
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
                this == EXECUTIVE,
                sections(subjects, options),
                FigureTable.of(subjects, options));
    }

    private List<Section> sections(List<Subject> subjects, Options options) {
        Subject subject = subjects.getFirst();
        StorySections story = new StorySections(subject, options);
        ExplainSections explain = new ExplainSections(subject, options);
        FigureSections figures = new FigureSections(subject, options);
        List<Section> time = new TimeSections(options).course(this == COMPARISON ? List.of() : subjects);
        return switch (this) {
            case EXECUTIVE -> List.of(story.onePage(), story.topFindings(), explain.mainPurposes());
            case FULL -> full(subject, story, explain, figures, time);
            case TECHNICAL -> technical(story, explain, figures);
            case FLEET -> fleet(story, figures, new FleetSections(subject, options), time);
            case COMPARISON -> new CompareSections(subjects.get(0), subjects.get(1), options).sections();
        };
    }

    private static List<Section> full(
            Subject subject, StorySections story, ExplainSections explain, FigureSections figures, List<Section> time) {
        List<Section> sections = new ArrayList<>();
        sections.add(story.summary());
        sections.add(story.findings());
        sections.addAll(time);
        sections.add(figures.instances());
        sections.add(story.why());
        sections.add(story.analogy());
        sections.add(explain.comparison());
        sections.add(explain.purposes());
        sections.add(explain.questions());
        sections.add(figures.arithmetic());
        sections.add(explain.practice());
        sections.add(explain.cases());
        sections.add(explain.cautions());
        story.told().ifPresent(sections::add);
        if (!subject.notes().isEmpty()) {
            sections.add(story.notes());
        }
        return sections;
    }

    private static List<Section> technical(StorySections story, ExplainSections explain, FigureSections figures) {
        List<Section> sections = new ArrayList<>(List.of(
                story.summary(),
                figures.arithmetic(),
                figures.instances(),
                figures.bases(),
                figures.sensitivity(),
                figures.profiles(),
                figures.queries(),
                explain.cautions(),
                explain.errata(),
                figures.sources()));
        story.told().ifPresent(sections::add);
        return sections;
    }

    private static List<Section> fleet(
            StorySections story, FigureSections figures, FleetSections fleet, List<Section> time) {
        List<Section> sections = new ArrayList<>(List.of(story.summary(), story.findings()));
        sections.addAll(time);
        sections.addAll(List.of(
                fleet.gpus(), fleet.waste(), fleet.groups(), story.analogy(), story.why(), figures.instances()));
        story.told().ifPresent(sections::add);
        return sections;
    }
}
