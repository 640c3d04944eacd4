package io.slicewise.desktop.story;

import io.slicewise.desktop.story.Passage.Entry;
import io.slicewise.desktop.story.Passage.Prose;
import io.slicewise.desktop.story.Passage.Tag;
import io.slicewise.desktop.story.Passage.Tone;
import io.slicewise.exhibit.Arithmetic;
import io.slicewise.exhibit.Formula;
import io.slicewise.story.Advice;
import io.slicewise.story.Analogy;
import io.slicewise.story.Audience;
import io.slicewise.story.Caution;
import io.slicewise.story.Erratum;
import io.slicewise.story.Figure;
import io.slicewise.story.FigureValue;
import io.slicewise.story.Finding;
import io.slicewise.story.Practice;
import io.slicewise.story.Question;
import io.slicewise.story.Telling;
import io.slicewise.story.Thresholds;
import io.slicewise.story.UseCase;
import io.slicewise.story.Viewpoint;
import io.slicewise.story.Why;
import io.slicewise.story.WhyWhole;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the page about a fleet, in one language. Pure: the same figures give the same page. */
final class Writer {
    /** With more GPUs than this, the table of single GPUs has the first ones. */
    static final int MOST_GPUS = 16;

    private final Figures figures;
    private final Audience audience;
    private final Thresholds thresholds;
    private final Messages words;

    private Writer(Figures figures, Audience audience, Thresholds thresholds, Messages words) {
        this.figures = figures;
        this.audience = audience;
        this.thresholds = thresholds;
        this.words = words;
    }

    /**
     * The page.
     *
     * @param title the name of the document
     * @param findings what was found about these figures
     */
    static Page write(
            String title,
            Figures figures,
            List<Finding> findings,
            Audience audience,
            Thresholds thresholds,
            Messages words) {
        Writer writer = new Writer(figures, audience, thresholds, words);
        return new Page(
                title,
                figures.total().instances() == 0
                        ? List.of()
                        : Arrays.stream(Part.values())
                                .map(part ->
                                        new Section(part, words.say(part.title()), writer.passages(part, findings)))
                                .toList());
    }

    private List<Passage> passages(Part part, List<Finding> findings) {
        return switch (part) {
            case SUMMARY -> summary();
            case WHY -> why(findings);
            case PURPOSE -> purposes();
            case COMPARISON -> comparison();
            case ANALOGY -> analogy();
            case ARITHMETIC -> arithmetic();
            case WHOLE -> whole();
            case QUESTIONS -> questions();
            case PRACTICE -> practice();
            case CAUTIONS -> cautions();
            case ERRATA -> errata();
        };
    }

    private List<Passage> summary() {
        Telling telling = Telling.of(figures, audience, thresholds);
        List<Passage> passages = new ArrayList<>();
        passages.add(prose(telling.summary(), Tone.LEAD));
        passages.add(trio());
        if (!figures.total().isComplete() && figures.total().reported() > 0) {
            passages.add(prose(
                    "explain.coverage",
                    figures.total().reported(),
                    figures.total().instances()));
        }
        telling.paragraphs().forEach(paragraph -> passages.add(prose(paragraph, Tone.BODY)));
        passages.add(prose(telling.headline(), Tone.MUTED));
        return passages;
    }

    private Passage trio() {
        List<Passage.Value> values = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            values.add(new Passage.Value(
                    tag(new FigureValue(figure, figure.of(figures.total()))),
                    words.say(figure.question()),
                    formula(figure)));
        }
        return new Passage.Trio(values);
    }

    private String formula(Figure figure) {
        return switch (figure) {
            case INSTANCE_AVERAGE -> Formula.instanceAverage(figures);
            case WEIGHTED -> Formula.weightedAverage(figures);
            case WHOLE_GPU -> Formula.wholeGpu(figures);
        };
    }

    private List<Passage> why(List<Finding> findings) {
        List<Passage> passages = new ArrayList<>();
        passages.add(prose(Why.of(figures), Tone.BODY));
        if (!WhyWhole.of(figures).equals(Why.of(figures))) {
            passages.add(prose(WhyWhole.of(figures), Tone.BODY));
        }
        for (Finding finding : findings) {
            passages.add(new Entry(words.say(finding.message()), List.of(), words.say(finding.advice()), ""));
        }
        return passages;
    }

    private List<Passage> purposes() {
        List<Passage> passages = new ArrayList<>();
        passages.add(prose(Telling.coreMessage(), Tone.BODY));
        for (Advice advice : Advice.of(figures, thresholds)) {
            passages.add(new Passage.Choice(
                    advice.purpose(),
                    entry(
                            advice.purpose().title(),
                            advice.values(),
                            advice.purpose().why(),
                            advice.answer())));
        }
        return passages;
    }

    private List<Passage> comparison() {
        List<Figure> compared = Viewpoint.figures();
        List<@Nullable Figure> columns = new ArrayList<>();
        columns.add(null);
        columns.addAll(compared);
        List<String> head = Stream.concat(Stream.of(""), compared.stream().map(figure -> words.say(figure.title())))
                .toList();
        List<List<String>> rows = Viewpoint.all().stream()
                .map(row -> Stream.concat(Stream.of(row.aspect()), row.words().stream())
                        .map(words::say)
                        .toList())
                .toList();
        List<Passage> passages = new ArrayList<>();
        passages.add(new Passage.Grid(head, columns, rows));
        passages.add(prose(Text.of("explain.perspectives"), Tone.HEADING));
        for (Audience who : Audience.values()) {
            passages.add(new Entry(words.say(who.title()), tags(who.values(figures)), words.say(who.why()), ""));
        }
        Telling.conclusions().forEach(conclusion -> passages.add(prose(conclusion, Tone.BODY)));
        return passages;
    }

    private List<Passage> analogy() {
        Analogy analogy = Analogy.of(figures);
        List<Passage> passages = new ArrayList<>();
        passages.add(prose(analogy.scene(), Tone.BODY));
        analogy.sayings()
                .forEach(saying ->
                        passages.add(new Entry("", List.of(tag(saying.value())), words.say(saying.saying()), "")));
        return passages;
    }

    private List<Passage> arithmetic() {
        List<Passage> passages = new ArrayList<>();
        passages.add(prose(Text.of("explain.arithmetic.how"), Tone.MUTED));
        int number = 0;
        for (Arithmetic.Step step : Arithmetic.of(figures)) {
            passages.add(new Passage.Sum(++number, words.say(step.title()), step.lines(), step.figure()));
        }
        Averages total = figures.total();
        if (Double.isNaN(total.weightedAverage())) {
            passages.add(prose(Why.of(figures), Tone.BODY));
        } else if (Double.isNaN(total.wholeGpu())) {
            passages.add(prose(WhyWhole.of(figures), Tone.BODY));
        }
        return passages;
    }

    private List<Passage> whole() {
        Averages total = figures.total();
        List<Passage> passages = new ArrayList<>();
        passages.add(prose(WhyWhole.of(figures), Tone.BODY));
        if (Double.isNaN(total.wholeGpu())) {
            return passages;
        }
        passages.add(new Passage.Product(
                tag(new FigureValue(Figure.WEIGHTED, total.weightedAverage())),
                words.say("explain.allocated"),
                percent(total.allocatedShare()),
                tag(new FigureValue(Figure.WHOLE_GPU, total.wholeGpu()))));
        passages.add(prose("explain.whole.cost", total.shownUnallocatedCost()));
        if (!total.isComplete()) {
            passages.add(
                    prose("explain.whole.range", new Percent(total.wholeGpuLow()), new Percent(total.wholeGpuHigh())));
        }
        if (figures.gpus().size() > 1) {
            passages.add(gpus());
        }
        return passages;
    }

    /** Each GPU by itself. */
    private Passage gpus() {
        List<String> head =
                Stream.of("explain.gpu", "explain.allocated").map(words::say).toList();
        List<String> titles = Stream.concat(
                        head.stream(), Stream.of(Figure.values()).map(figure -> words.say(figure.title())))
                .toList();
        Naming naming = Naming.of(figures);
        List<@Nullable Figure> columns = new ArrayList<>(Arrays.asList(null, null));
        columns.addAll(List.of(Figure.values()));
        List<List<String>> rows = figures.gpus().stream()
                .limit(MOST_GPUS)
                .map(gpu -> Stream.concat(
                                Stream.of(
                                        naming.gpu(gpu.gpu()),
                                        percent(gpu.averages().allocatedShare())),
                                Stream.of(Figure.values()).map(figure -> percent(figure.of(gpu.averages()))))
                        .toList())
                .toList();
        return new Passage.Grid(titles, columns, rows);
    }

    private List<Passage> questions() {
        return Question.of(figures).stream()
                .<Passage>map(question ->
                        entry(question.question(), List.of(question.value()), question.answer(), question.reason()))
                .toList();
    }

    private List<Passage> practice() {
        List<Passage> passages = new ArrayList<>();
        for (Practice.Hint hint : Practice.guide(figures, thresholds)) {
            passages.add(entry(hint.practice().title(), hint.values(), hint.advice(), null));
        }
        passages.add(prose(Text.of("explain.cases"), Tone.HEADING));
        for (UseCase useCase : UseCase.values()) {
            passages.add(new Passage.Case(
                    words.say(useCase.title()),
                    useCase.points().stream().map(words::say).toList(),
                    useCase.sample()));
        }
        return passages;
    }

    private List<Passage> cautions() {
        return Arrays.stream(Caution.values())
                .<Passage>map(caution -> entry(caution.title(), List.of(), caution.advice(), null))
                .toList();
    }

    private List<Passage> errata() {
        List<Passage> passages = new ArrayList<>();
        passages.add(prose(Text.of("explain.errata.how"), Tone.MUTED));
        for (Erratum erratum : Erratum.values()) {
            passages.add(entry(erratum.printed(), List.of(), erratum.right(), null));
        }
        return passages;
    }

    private Prose prose(Text text, Tone tone) {
        return new Prose(words.say(text), tone);
    }

    private Prose prose(String key, Object... args) {
        return prose(Text.of(key, args), Tone.BODY);
    }

    private Entry entry(Text title, List<FigureValue> values, Text sentence, @Nullable Text note) {
        return new Entry(words.say(title), tags(values), words.say(sentence), note == null ? "" : words.say(note));
    }

    private List<Tag> tags(List<FigureValue> values) {
        return values.stream().map(this::tag).toList();
    }

    private Tag tag(FigureValue value) {
        return new Tag(value.figure(), words.say(value.figure().title()), percent(value.value()));
    }

    private String percent(double ratio) {
        return Numbers.percent(ratio, words.language());
    }
}
