package io.slicewise.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.DocumentSubject;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.exhibit.PlanningExhibits;
import io.slicewise.mig.GpuModel;
import io.slicewise.page.Addressee;
import io.slicewise.page.AlternativeBlocks;
import io.slicewise.page.Block;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Table;
import io.slicewise.page.MoneyBlocks;
import io.slicewise.page.OverRange;
import io.slicewise.page.PlannerSlides;
import io.slicewise.page.PowerBlocks;
import io.slicewise.page.Subject;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.RecordedDays;
import io.slicewise.planning.alternative.Alternative;
import io.slicewise.planning.alternative.Compared;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.size.SizeAnswer.Verdict;
import io.slicewise.planning.size.SizeSentences;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.planning.trend.TargetForecast;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.Snapshots;
import io.slicewise.story.Audience;
import io.slicewise.story.Thresholds;
import io.slicewise.story.deck.SlideTopic;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a slide for planners says is what the tab of the Plan screen says. */
class SlidesAsOnScreenTest {
    private static final GpuModel A100 = Fleets.model("a100-80gb");

    private final Timeline timeline = new RecordedDays(42)
            .gpu("a")
            .with("1", "4g.40gb", 0.1, day -> 0.10 + day / 500)
            .with("2", "3g.40gb", 0.1, day -> 0.20 + day / 200)
            .gpu("b")
            .with("1", "2g.20gb", Double.NaN, _ -> 0.2)
            .with("2", "3g.40gb", 0.2, day -> 0.3 + day / 100)
            .done();
    private final Document document = Document.unchanged(DocumentContent.measured(
            Scenario.empty("six weeks")
                    .withFleet(timeline.at(timeline.end() - 1))
                    .withAssumptions(Assumptions.NONE
                            .with(A100.id(), Assumed.HOURLY, new BigDecimal("2.5"))
                            .with(A100.id(), Assumed.IDLE, new BigDecimal("50"))
                            .with(A100.id(), Assumed.MAX, new BigDecimal("400")))
                    .withAlternatives(List.of(
                            Alternative.of("dearer").withRate(A100.id(), new BigDecimal("3")),
                            Alternative.of("cheaper").withRate(A100.id(), new BigDecimal("2")))),
            Snapshots.of(timeline.at(timeline.end() - 1)).withTimeline(timeline)));
    private final PlanDesk desk = new PlanDesk(document, new Window(), () -> {});

    static Stream<Language> languages() {
        return Language.all().stream();
    }

    private List<Block> slide(SlideTopic topic, Language language) {
        Subject subject = DocumentSubject.of(document, language);
        PlannerSlides slides = PlannerSlides.of(
                subject,
                OverRange.of(subject),
                Addressee.of(language, Audience.MANAGER, Thresholds.DEFAULT),
                Set.of(topic));
        return Objects.requireNonNull(slides.blocks().get(topic));
    }

    /** Whether everything on a slide stands on the screen, whose tables may have more rows. */
    private static void standsIn(List<Block> slide, List<Block> screen) {
        assertThat(slide).isNotEmpty();
        List<List<String>> rows = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Block block : screen) {
            if (block instanceof Table table) {
                rows.add(table.columns().stream().map(Block.Column::title).toList());
                rows.addAll(table.rows());
            } else if (block instanceof Paragraph paragraph) {
                sentences.add(paragraph.text());
            }
        }
        for (Block block : slide) {
            if (block instanceof Table table) {
                assertThat(rows).containsAll(table.rows());
                assertThat(rows)
                        .contains(table.columns().stream()
                                .map(Block.Column::title)
                                .toList());
            } else if (block instanceof Paragraph paragraph) {
                assertThat(sentences).contains(paragraph.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void sizes(Language language) {
        Messages words = Messages.in(language);
        SizesModel.Made made = Objects.requireNonNull(
                Objects.requireNonNull(desk.sizes()).madeProperty().get());
        List<Block> slide = slide(SlideTopic.SIZES, language);
        assertThat(made.sizes()).extracting(one -> one.answer().verdict()).contains(Verdict.TOO_LARGE);
        assertThat(slide)
                .filteredOn(Paragraph.class::isInstance)
                .extracting(block -> ((Paragraph) block).text())
                .containsExactly(words.say(SizeSentences.counts(made.sizes())));
        Table figures = (Table)
                slide.stream().filter(Table.class::isInstance).findFirst().orElseThrow();
        int gpus = timeline.gpus().size();
        int freed = made.replay().freed().size();
        assertThat(figures.rows().getFirst().subList(1, 3))
                .containsExactly(words.say("plan.value", gpus), words.say("plan.value", gpus - freed + made.added()));
        Chart chart = (Chart)
                slide.stream().filter(Chart.class::isInstance).findFirst().orElseThrow();
        assertThat(chart.spec())
                .isEqualTo(new PlanningExhibits(words)
                        .replay(
                                timeline,
                                made.before(),
                                made.after(),
                                Measure.WHOLE_GPU,
                                Addressee.of(language, Audience.MANAGER, Thresholds.DEFAULT)
                                        .zone(),
                                240));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void when(Language language) {
        Messages words = Messages.in(language);
        TargetForecast ahead = Objects.requireNonNull(
                Objects.requireNonNull(desk.when()).aheadProperty().get());
        PlanningExhibits exhibits = new PlanningExhibits(words);
        List<Block> slide = slide(SlideTopic.WHEN, language);
        assertThat(((Paragraph) slide.getFirst()).text())
                .isEqualTo(exhibits.sentence(ahead.series(), (Seen) ahead.forecast(), ahead.capacity()));
        assertThat(((Chart) slide.getLast()).spec())
                .isEqualTo(exhibits.forecast(ahead.series(), ahead.forecast(), ahead.capacity()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void money(Language language) {
        LedgerModel.Made made =
                Objects.requireNonNull(desk.ledger().madeProperty().get());
        standsIn(
                slide(SlideTopic.MONEY, language),
                new MoneyBlocks(
                                made.statement(),
                                made.assumptions(),
                                LedgerModel.name(made.by()),
                                Messages.in(language))
                        .all(200));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void power(Language language) {
        LedgerModel.Made made =
                Objects.requireNonNull(desk.ledger().madeProperty().get());
        standsIn(
                slide(SlideTopic.POWER, language),
                new PowerBlocks(made.power(), made.assumptions(), Messages.in(language)).all(200));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void alternatives(Language language) {
        AlternativesModel.Made made =
                Objects.requireNonNull(desk.alternatives().madeProperty().get());
        List<Compared> all = new ArrayList<>(made.all());
        Compared first = all.getFirst();
        all.set(0, new Compared(document.scenario().name().in(language), first.basis(), first.outcome()));
        standsIn(
                slide(SlideTopic.ALTERNATIVES, language),
                new AlternativeBlocks(
                                all,
                                made.first(),
                                document.scenario().assumptions().currency(),
                                Messages.in(language))
                        .blocks());
    }
}
