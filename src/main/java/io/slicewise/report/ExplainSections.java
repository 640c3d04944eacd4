package io.slicewise.report;

import io.slicewise.report.Block.Column;
import io.slicewise.report.Block.Point;
import io.slicewise.report.Block.Points;
import io.slicewise.report.Block.Table;
import io.slicewise.report.Report.Section;
import io.slicewise.story.Advice;
import io.slicewise.story.Audience;
import io.slicewise.story.Caution;
import io.slicewise.story.Erratum;
import io.slicewise.story.Practice;
import io.slicewise.story.Purpose;
import io.slicewise.story.Question;
import io.slicewise.story.Telling;
import io.slicewise.story.UseCase;
import io.slicewise.story.Viewpoint;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sections that hold for every fleet: which figure for what, questions, the guide, cautions. */
final class ExplainSections {
    private static final Set<Purpose> MAIN = EnumSet.of(Purpose.COST, Purpose.PURCHASE, Purpose.ALERT, Purpose.TEAMS);

    private final Subject subject;
    private final Options options;
    private final Phrases phrases;

    ExplainSections(Subject subject, Options options) {
        this.subject = subject;
        this.options = options;
        this.phrases = Phrases.of(options);
    }

    /** Which figure for what, in short. */
    Section mainPurposes() {
        List<List<String>> rows = advice().filter(advice -> MAIN.contains(advice.purpose()))
                .map(advice -> List.of(phrases.say(advice.purpose().title()), phrases.say(advice.answer())))
                .toList();
        List<Column> columns = List.of(
                Column.name(phrases.say("report.column.purpose")), Column.text(phrases.say("report.column.answer")));
        return phrases.section("report.section.purposes", List.of(new Table("", columns, rows)), "");
    }

    private Stream<Advice> advice() {
        return Advice.of(subject.figures(), options.thresholds()).stream();
    }

    /** Which figure for what, and who looks at which. */
    Section purposes() {
        List<List<String>> rows = advice().map(advice -> List.of(
                        phrases.say(advice.purpose().title()),
                        phrases.values(advice.values()),
                        phrases.say(advice.purpose().why())))
                .toList();
        List<Block> blocks = List.of(
                Phrases.lead(phrases.say("report.purposes.lead")),
                new Table("", columns("report.column.purpose"), rows),
                new Table(
                        phrases.say("report.purposes.audiences"),
                        columns("report.column.audience"),
                        Arrays.stream(Audience.values()).map(this::audience).toList()));
        String notes = advice().map(
                        advice -> phrases.say(advice.purpose().title()) + ": " + phrases.say(advice.answer()))
                .collect(Collectors.joining("\n"));
        return phrases.section("report.section.purposes", blocks, notes);
    }

    private List<Column> columns(String first) {
        return List.of(
                Column.name(phrases.say(first)),
                Column.text(phrases.say("report.column.figure")),
                Column.text(phrases.say("report.column.why")));
    }

    private List<String> audience(Audience audience) {
        return List.of(
                phrases.say(audience.title()),
                phrases.values(audience.values(subject.figures())),
                phrases.say(audience.why()));
    }

    /** The three figures beside each other. */
    Section comparison() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.name(""));
        Viewpoint.figures()
                .forEach(figure ->
                        columns.add(Column.text(phrases.say(figure.title())).in(Phrases.role(figure))));
        List<List<String>> rows = Viewpoint.all().stream()
                .map(view -> Stream.concat(Stream.of(view.aspect()), view.words().stream())
                        .map(phrases::say)
                        .toList())
                .toList();
        List<Point> conclusions = Telling.conclusions().stream()
                .map(text -> new Point("", phrases.say(text)))
                .toList();
        List<Block> blocks = List.of(new Table("", columns, rows), new Points(conclusions));
        return phrases.section("report.section.comparison", blocks, phrases.say(Telling.coreMessage()));
    }

    /** The four questions, with the answers. */
    Section questions() {
        List<Point> points = Question.of(subject.figures()).stream()
                .map(question -> new Point(
                        phrases.say(question.question()),
                        phrases.say("report.sentences", question.answer(), question.reason())))
                .toList();
        return phrases.section("report.section.questions", List.of(new Points(points)), "");
    }

    /** The practical guide. */
    Section practice() {
        List<Column> columns = List.of(
                Column.name(phrases.say("report.column.occasion")), Column.text(phrases.say("report.column.advice")));
        List<List<String>> rows = Practice.guide(subject.figures(), options.thresholds()).stream()
                .map(hint -> List.of(phrases.say(hint.practice().title()), phrases.say(hint.advice())))
                .toList();
        return phrases.section("report.section.practice", List.of(new Table("", columns, rows)), "");
    }

    /** The three cases. */
    Section cases() {
        List<Point> points = Arrays.stream(UseCase.values())
                .map(useCase -> new Point(
                        phrases.say(useCase.title()),
                        useCase.points().stream().map(phrases::say).collect(Collectors.joining(" "))))
                .toList();
        return phrases.section("report.section.cases", List.of(new Points(points)), "");
    }

    /** What to mind. */
    Section cautions() {
        List<Point> points = Arrays.stream(Caution.values())
                .map(caution -> point(caution.title(), caution.advice()))
                .toList();
        return phrases.section("report.section.cautions", List.of(new Points(points)), "");
    }

    /** What the source document prints otherwise. */
    Section errata() {
        List<Column> columns = List.of(
                Column.name(phrases.say("report.column.printed")), Column.text(phrases.say("report.column.right")));
        List<List<String>> rows = Arrays.stream(Erratum.values())
                .map(erratum -> List.of(phrases.say(erratum.printed()), phrases.say(erratum.right())))
                .toList();
        return phrases.section("report.section.errata", List.of(new Table("", columns, rows)), "");
    }

    private Point point(Text term, Text text) {
        return new Point(phrases.say(term), phrases.say(text));
    }
}
