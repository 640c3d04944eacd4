package io.slicewise.page;

import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Point;
import io.slicewise.page.Block.Points;
import io.slicewise.page.Block.Table;
import io.slicewise.story.Advice;
import io.slicewise.story.Audience;
import io.slicewise.story.AudienceSummary;
import io.slicewise.story.Caution;
import io.slicewise.story.Erratum;
import io.slicewise.story.GapLesson;
import io.slicewise.story.Practice;
import io.slicewise.story.Purpose;
import io.slicewise.story.Question;
import io.slicewise.story.UseCase;
import io.slicewise.story.Viewpoint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sections that hold for every fleet: which figure for what, questions, the guide, cautions. */
final class GuideSections {
    private static final Set<Purpose> MAIN = EnumSet.of(Purpose.COST, Purpose.PURCHASE, Purpose.ALERT, Purpose.TEAMS);

    private final Subject subject;
    private final Addressee addressee;
    private final Phrases phrases;

    GuideSections(Subject subject, Addressee addressee) {
        this.subject = subject;
        this.addressee = addressee;
        this.phrases = Phrases.of(addressee);
    }

    /** Which figure for what, in short. */
    Section mainPurposes() {
        List<Point> points = advice().stream()
                .filter(advice -> MAIN.contains(advice.purpose()))
                .map(advice -> phrases.point(advice.purpose().title(), advice.answer()))
                .toList();
        return phrases.section(
                SectionKind.MAIN_PURPOSES,
                List.of(new Points(heads("report.column.purpose", "report.column.answer"), points)),
                "");
    }

    private List<Advice> advice() {
        return Advice.of(subject.figures(), addressee.thresholds());
    }

    private List<String> heads(String... keys) {
        return Stream.of(keys).map(phrases::say).toList();
    }

    /** Which figure for what, and who looks at which. */
    Section purposes() {
        List<Point> points = advice().stream()
                .map(advice -> new Point(
                        phrases.say(advice.purpose().title()),
                        phrases.values(advice.values()),
                        phrases.say(advice.purpose().why()),
                        phrases.say(advice.answer()),
                        advice.purpose().id()))
                .toList();
        List<Point> audiences = Stream.of(Audience.values())
                .map(audience -> new Point(
                        phrases.say(audience.title()),
                        phrases.values(audience.values(subject.figures())),
                        phrases.say(audience.why()),
                        "",
                        ""))
                .toList();
        List<Block> blocks = List.of(
                Phrases.lead(phrases.say("report.purposes.lead")),
                new Points(heads("report.column.purpose", "report.column.figure", "report.column.why"), points),
                Phrases.heading(phrases.say("report.purposes.audiences")),
                new Points(heads("report.column.audience", "report.column.figure", "report.column.why"), audiences));
        String notes = points.stream()
                .map(point -> phrases.say("report.colon", point.term(), point.note()))
                .collect(Collectors.joining("\n"));
        return phrases.section(SectionKind.PURPOSES, blocks, notes);
    }

    /** The three figures beside each other. */
    Section comparison() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.name(""));
        Viewpoint.figures()
                .forEach(figure ->
                        columns.add(Column.text(phrases.say(figure.title())).in(Block.role(figure))));
        List<List<String>> rows = Viewpoint.all().stream()
                .map(view -> Stream.concat(Stream.of(view.aspect()), view.words().stream())
                        .map(phrases::say)
                        .toList())
                .toList();
        List<Point> conclusions = AudienceSummary.conclusions().stream()
                .map(text -> Point.of("", phrases.say(text)))
                .toList();
        List<Point> lessons = Stream.of(GapLesson.values())
                .map(lesson -> phrases.point(lesson.title(), lesson.lesson()))
                .toList();
        List<Block> blocks = List.of(new Table("", columns, rows), Points.of(lessons), Points.of(conclusions));
        return phrases.section(SectionKind.COMPARISON, blocks, phrases.say(AudienceSummary.coreMessage()));
    }

    /** The four questions, with the answers. */
    Section questions() {
        List<Point> points = Question.of(subject.figures()).stream()
                .map(question -> new Point(
                        phrases.say(question.question()),
                        phrases.values(List.of(question.value())),
                        phrases.say(question.answer()),
                        phrases.say(question.reason()),
                        ""))
                .toList();
        return phrases.section(SectionKind.QUESTIONS, List.of(Points.of(points)), "");
    }

    /** The practical guide. */
    Section practice() {
        List<Point> points = Practice.guide(subject.figures(), addressee.thresholds()).stream()
                .map(hint -> phrases.point(hint.practice().title(), hint.advice()))
                .toList();
        return phrases.section(
                SectionKind.PRACTICE,
                List.of(new Points(heads("report.column.occasion", "report.column.advice"), points)),
                "");
    }

    /** The three cases. */
    Section cases() {
        List<Point> points = Stream.of(UseCase.values())
                .map(useCase -> new Point(
                        phrases.say(useCase.title()),
                        List.of(),
                        useCase.points().stream().map(phrases::say).collect(Collectors.joining(" ")),
                        "",
                        useCase.sample()))
                .toList();
        return phrases.section(SectionKind.CASES, List.of(Points.of(points)), "");
    }

    /** What to mind. */
    Section cautions() {
        List<Point> points = Stream.of(Caution.values())
                .map(caution -> phrases.point(caution.title(), caution.advice()))
                .toList();
        return phrases.section(SectionKind.CAUTIONS, List.of(Points.of(points)), "");
    }

    /** What the source document prints otherwise. */
    Section errata() {
        List<Point> points = Stream.of(Erratum.values())
                .map(erratum -> phrases.point(erratum.printed(), erratum.right()))
                .toList();
        List<Block> blocks = List.of(
                Phrases.note(phrases.say("report.errata.how")),
                new Points(heads("report.column.printed", "report.column.right"), points));
        return phrases.section(SectionKind.ERRATA, blocks, "");
    }
}
