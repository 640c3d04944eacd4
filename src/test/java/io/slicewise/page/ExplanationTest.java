package io.slicewise.page;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.story.Audience;
import io.slicewise.story.Finding;
import io.slicewise.story.Findings;
import io.slicewise.story.Thresholds;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands on the page, and what goes to the clipboard. */
class ExplanationTest {
    private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
    /** A key that no words were found for shows as itself. */
    private static final Pattern KEY =
            Pattern.compile("\\b(report|page|explain|advice|story|figures|exhibit|usage)\\.[a-z]+");

    private static Page page(Fleet fleet, Audience audience, Messages words) {
        Subject subject = Subject.of("name", "", fleet, Weights.DEFAULT, false);
        return Explanation.of(OverRange.of(subject), Addressee.of(words.language(), audience, Thresholds.DEFAULT));
    }

    private static Page page(Fleet fleet) {
        return page(fleet, Audience.ENGINEER, ENGLISH);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static List<String> values(Page page) {
        return page.section(SectionKind.SUMMARY).blocks().stream()
                .filter(Block.Tiles.class::isInstance)
                .flatMap(tiles -> ((Block.Tiles) tiles).tiles().stream())
                .map(tile -> plain(tile.value()))
                .toList();
    }

    @Test
    void managersHaveSevenPartsAtMostAndFoldTheRest() {
        Page page = page(Fleets.main(), Audience.MANAGER, ENGLISH);
        List<SectionKind> open = page.sections().stream()
                .filter(section -> !page.isFolded(section))
                .map(Section::kind)
                .toList();
        assertEquals(Explanation.MOST_FOR_MANAGERS, open.size());
        assertEquals(SectionKind.SUMMARY, open.getFirst());
        assertEquals(SectionKind.FINDINGS, open.get(1));
        assertTrue(page.isFolded(page.section(SectionKind.ARITHMETIC)));
        assertTrue(page.isFolded(page.section(SectionKind.CAUTIONS)));
    }

    @Test
    void theMainExampleIsSummedUpWithItsThreeFigures() {
        Page page = page(Fleets.main());
        assertEquals(List.of("75.0%", "72.0%", "51.4%"), values(page));
        String summary = plain(page.section(SectionKind.SUMMARY).text());
        assertTrue(summary.contains("Slice-weighted average 72.0% = (1·90 + 1·80 + 1·70 + 2·60) / 5"), summary);
    }

    @Test
    void managersSeeTheHardwareFirst() {
        assertEquals(List.of("51.4%", "72.0%", "75.0%"), values(page(Fleets.main(), Audience.MANAGER, ENGLISH)));
    }

    @Test
    void everyAudienceHearsTheSameFiguresInOtherWords() {
        Set<String> leads = new HashSet<>();
        for (Audience audience : Audience.values()) {
            Page page = page(Fleets.main(), audience, ENGLISH);
            assertEquals(Set.of("75.0%", "72.0%", "51.4%"), Set.copyOf(values(page)));
            leads.add(((Block.Paragraph)
                            page.section(SectionKind.SUMMARY).blocks().getFirst())
                    .text());
        }
        assertEquals(Audience.values().length, leads.size());
    }

    @Test
    void findingsStandInTheirOrderWithTheirRules() {
        Figures figures = Figures.of(Fleets.scenario1(), Weights.DEFAULT);
        Block.Notices notices = (Block.Notices)
                page(Fleets.scenario1()).section(SectionKind.FINDINGS).blocks().getFirst();
        assertEquals(
                Findings.of(figures).stream().map(f -> ENGLISH.say(f.message())).toList(),
                notices.notices().stream().map(Block.Notice::message).toList());
        assertEquals(
                Findings.of(figures).stream().map(Finding::rule).toList(),
                notices.notices().stream().map(Block.Notice::rule).toList());
    }

    @Test
    void theArithmeticCanBeCopiedAndFollowed() {
        String text = page(Fleets.main()).section(SectionKind.ARITHMETIC).text();
        assertTrue(text.startsWith("The arithmetic, step by step\n\n"), text);
        assertTrue(text.contains("2. Divide by their number: the instance average.\n   300 / 4 = 75\n"), text);
        assertTrue(text.contains("   360 / 7 ≈ 51.43\n"), text);
    }

    @Test
    void theWholeGpuIsReconciledWithTheWeightedAverage() {
        String text = plain(page(Fleets.main()).section(SectionKind.WHOLE).text());
        assertTrue(text.contains("Slice-weighted average 72.0% · Allocated 71.4% = Whole-GPU utilization 51.4%"), text);
        assertTrue(text.contains("−20.6 pp"), text);
    }

    @Test
    void severalGpusStandBelowEachOther() {
        Block.Table table = (Block.Table)
                page(Fleets.host()).section(SectionKind.WHOLE).blocks().getLast();
        assertEquals(8, table.rows().size());
        assertEquals("GPU 0", table.rows().getFirst().getFirst());
        String text = page(Fleets.host()).section(SectionKind.WHOLE).text();
        assertTrue(text.contains("\nGPU\tAllocated\tInstance average\t"), text);
    }

    @Test
    void missingReadingsAreCountedAndTheRangeIsGiven() {
        Page page = page(of(gpu("GPU 0", "a100-80gb", "1g.10gb 90", "2g.20gb -", "3g.40gb 30")));
        assertTrue(page.section(SectionKind.SUMMARY).text().contains("3 instances, 2 of them reported"));
        assertTrue(plain(page.section(SectionKind.WHOLE).text()).contains("is between"));
    }

    @Test
    void withoutAnyReadingThePageSaysSoAndInventsNothing() {
        Page page = page(of(gpu("GPU 0", "a100-80gb", "1g.10gb -", "2g.20gb -")));
        assertEquals(List.of("–", "–", "–"), values(page));
        assertTrue(page.section(SectionKind.SUMMARY).text().contains("None of the 2 instances has a reading"));
        assertFalse(
                page.section(SectionKind.ARITHMETIC).blocks().stream().anyMatch(Block.Calculation.class::isInstance));
        for (SectionKind part : List.of(
                SectionKind.SUMMARY,
                SectionKind.WHY,
                SectionKind.PURPOSES,
                SectionKind.ANALOGY,
                SectionKind.QUESTIONS)) {
            String text = plain(page.section(part).text());
            assertFalse(text.contains(" 0.0%"), text);
        }
    }

    @Test
    void ofAnUnknownModelThereIsNoWholeAndThePageSaysWhy() {
        Profile profile = Fleets.CATALOGUE
                .byId("a100-80gb")
                .orElseThrow()
                .profile("1g.10gb")
                .orElseThrow();
        Gpu unknown = new Gpu(
                "GPU 0", "GPU 0", "", null, "NVIDIA X9", List.of(Instance.of("1", profile, Placement.UNKNOWN, 0.5)));
        Page page = page(of(unknown));
        assertEquals("–", values(page).getLast());
        String whole = page.section(SectionKind.WHOLE).text();
        assertTrue(whole.contains("NVIDIA X9"), whole);
        assertEquals(1, page.section(SectionKind.WHOLE).blocks().size());
    }

    @Test
    void aDocumentWithoutInstancesHasAnEmptyPage() {
        Page page = page(of(gpu("GPU 0", "a100-80gb")));
        assertTrue(page.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("io.slicewise.text.Language#all")
    void everyWordIsThereInBothLanguages(Language language) {
        for (Audience audience : Audience.values()) {
            String text =
                    page(Fleets.scenario1(), audience, Messages.in(language)).text();
            assertFalse(KEY.matcher(text).find(), text);
            assertFalse(text.contains("{"), text);
            assertTrue(text.startsWith("name\n\n"), text);
        }
    }

    @Test
    void thePageAsTextHasEverySection() {
        Page page = page(Fleets.main());
        page.sections().forEach(section -> assertTrue(page.text().contains(section.text()), section::title));
    }
}
