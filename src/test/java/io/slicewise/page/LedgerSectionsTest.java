package io.slicewise.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.page.Block.Table;
import io.slicewise.planning.alternative.Alternative;
import io.slicewise.planning.assumption.Assumed;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.money.CostRule;
import io.slicewise.report.Subjects;
import io.slicewise.story.Audience;
import io.slicewise.story.Thresholds;
import io.slicewise.story.deck.DeckPlan;
import io.slicewise.story.deck.SlideTopic;
import io.slicewise.text.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money, watts and alternatives on a page: what is nobody's to know is missing, and parts add up as they are shown. */
class LedgerSectionsTest {
    private static final String A100 = "a100-80gb";

    private static Subject host(Assumptions assumptions, Alternative... alternatives) {
        Subject subject = Subjects.of(Subjects.HOST, Language.ENGLISH);
        return subject.withLedger(
                new Ledger(subject.ledger().hardware(), subject.ledger().labels(), assumptions, List.of(alternatives)));
    }

    private static Section section(Subject subject, SectionKind kind) {
        Addressee addressee = Addressee.of(Language.ENGLISH, Audience.MANAGER, Thresholds.DEFAULT);
        return new Composer(List.of(subject), addressee).section(kind).orElseThrow();
    }

    private static List<Table> tables(Section section) {
        return section.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    private static BigDecimal amount(String shown) {
        return shown.equals("–")
                ? BigDecimal.ZERO
                : new BigDecimal(shown.replace(",", "").replace("%", ""));
    }

    /** All rows but the last add up to the last. */
    private static void addsUp(Table table, int column) {
        BigDecimal sum = table.rows().stream()
                .limit(table.rows().size() - 1L)
                .map(row -> amount(row.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(amount(table.rows().getLast().get(column)));
    }

    @ParameterizedTest
    @CsvSource({"2.5, SLICES, false", "3.333, DOMINANT, false", "0.07, SLICES, true", "1234.567, MEMORY, true"})
    void partsAddUpAsTheyAreShown(String rate, CostRule rule, boolean spread) {
        Assumptions assumptions =
                Assumptions.NONE.withRule(rule).withSpread(spread).with(A100, Assumed.HOURLY, new BigDecimal(rate));
        List<Table> tables = tables(section(host(assumptions), SectionKind.MONEY));
        addsUp(tables.getFirst(), 1);
        addsUp(tables.getFirst(), 2);
        addsUp(tables.getFirst(), 3);
        addsUp(tables.getLast(), 1);
        addsUp(tables.getLast(), 2);
        addsUp(tables.getLast(), 3);
    }

    @Test
    void wattsAddUpAsTheyAreShown() {
        List<Table> tables = tables(section(host(Assumptions.NONE), SectionKind.POWER));
        addsUp(tables.getFirst(), 1);
    }

    @Test
    void withoutARateThereIsNoMoney() {
        Addressee addressee = Addressee.of(Language.ENGLISH, Audience.MANAGER, Thresholds.DEFAULT);
        Composer composer = new Composer(List.of(host(Assumptions.NONE)), addressee);
        assertThat(composer.section(SectionKind.MONEY)).isEmpty();
        assertThat(composer.section(SectionKind.ALTERNATIVES)).isEmpty();
    }

    @Test
    void alternativesHaveAColumnEachWithDifferencesToTheFirst() {
        Assumptions assumptions = Assumptions.NONE.with(A100, Assumed.HOURLY, new BigDecimal("2.5"));
        Section section = section(
                host(assumptions, Alternative.of("Cheaper").withRate(A100, new BigDecimal("2"))),
                SectionKind.ALTERNATIVES);
        Table table = tables(section).getFirst();
        assertThat(table.columns()).hasSize(3);
        assertThat(table.rows())
                .anySatisfy(
                        row -> assertThat(row).containsExactly("Cost in a month", "14,600.00", "11,680.00 (−2,920.00)"))
                .anySatisfy(row -> assertThat(row).containsExactly("Restarts to get there", "–", "0"));
    }

    /** The same numbers before managers as on the page and on the screen: the tables are the same values. */
    @Test
    void aSlideSaysWhatThePageSays() {
        Assumptions assumptions = Assumptions.NONE.with(A100, Assumed.HOURLY, new BigDecimal("3.333"));
        Subject subject = host(assumptions, Alternative.of("Cheaper").withRate(A100, new BigDecimal("2")));
        Addressee addressee = Addressee.of(Language.ENGLISH, Audience.MANAGER, Thresholds.DEFAULT);
        Map<SlideTopic, SectionKind> topics = Map.of(
                SlideTopic.MONEY, SectionKind.MONEY,
                SlideTopic.POWER, SectionKind.POWER,
                SlideTopic.ALTERNATIVES, SectionKind.ALTERNATIVES);
        assertThat(PlannerSlides.topics(subject)).isEqualTo(topics.keySet());
        PlannerSlides slides = PlannerSlides.of(subject, OverRange.of(subject), addressee, topics.keySet());
        topics.forEach((topic, kind) -> {
            String page = section(subject, kind).text();
            Table slide = (Table) slides.blocks().get(topic).get(1);
            assertThat(slide.rows())
                    .allSatisfy(row -> assertThat(
                                    tables(section(subject, kind)).getFirst().rows())
                            .contains(row));
            assertThat(page).contains(PlainText.of(slides.blocks().get(topic).getFirst()));
        });
        List<Section> alternatives = Slides.of(subject, addressee, DeckPlan.ALL).stream()
                .filter(one -> one.text().contains("Restarts to get there"))
                .toList();
        assertThat(alternatives).hasSize(1);
    }

    @Test
    void nobodyWhoTypedNothingGetsSlidesForPlanners() {
        assertThat(PlannerSlides.topics(host(Assumptions.NONE))).isEmpty();
    }
}
