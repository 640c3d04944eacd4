package io.slicewise.desktop.story;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.story.Passage.Entry;
import io.slicewise.desktop.story.Passage.Grid;
import io.slicewise.desktop.story.Passage.Prose;
import io.slicewise.desktop.story.Passage.Trio;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.story.Audience;
import io.slicewise.story.Findings;
import io.slicewise.story.Thresholds;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands on the page, and what goes to the clipboard. */
class PageTest {
    private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
    /** A key that no words were found for shows as itself. */
    private static final Pattern KEY = Pattern.compile("\\b(explain|advice|story|figures|exhibit|usage)\\.[a-z]+");

    private static Page page(Fleet fleet, Audience audience, Messages words) {
        Figures figures = Figures.of(fleet, Weights.DEFAULT);
        return Writer.write("name", figures, Findings.of(figures), audience, Thresholds.DEFAULT, words);
    }

    private static Page page(Fleet fleet) {
        return page(fleet, Audience.MANAGER, ENGLISH);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static List<String> values(Page page) {
        return page.section(Part.SUMMARY).passages().stream()
                .filter(Trio.class::isInstance)
                .flatMap(trio -> ((Trio) trio).values().stream())
                .map(value -> plain(value.tag().value()))
                .toList();
    }

    @Test
    void theSectionsStandInTheirOrderUnderTheirTitles() {
        Page page = page(Fleets.main());
        assertEquals(
                List.of(Part.values()),
                page.sections().stream().map(Section::part).toList());
        assertEquals("In one minute", page.section(Part.SUMMARY).title());
    }

    @Test
    void theMainExampleIsSummedUpWithItsThreeFigures() {
        Page page = page(Fleets.main());
        assertEquals(List.of("75.0 %", "72.0 %", "51.4 %"), values(page));
        String summary = plain(page.section(Part.SUMMARY).text());
        assertTrue(summary.contains("51.4 % of the GPU capacity that is paid for is at work"), summary);
        assertTrue(summary.contains("Slice-weighted average 72.0 % = (1·90 + 1·80 + 1·70 + 2·60) / 5"), summary);
    }

    @Test
    void everyAudienceHearsTheSameFiguresInOtherWords() {
        Set<String> leads = new HashSet<>();
        for (Audience audience : Audience.values()) {
            Page page = page(Fleets.main(), audience, ENGLISH);
            assertEquals(List.of("75.0 %", "72.0 %", "51.4 %"), values(page));
            leads.add(((Prose) page.section(Part.SUMMARY).passages().getFirst()).words());
        }
        assertEquals(Audience.values().length, leads.size());
    }

    @Test
    void findingsStandInTheSectionThatSaysWhy() {
        Figures figures = Figures.of(Fleets.scenario1(), Weights.DEFAULT);
        List<Passage> passages = page(Fleets.scenario1()).section(Part.WHY).passages();
        List<String> titles = passages.stream()
                .filter(Entry.class::isInstance)
                .map(entry -> ((Entry) entry).title())
                .toList();
        assertEquals(
                Findings.of(figures).stream().map(f -> ENGLISH.say(f.message())).toList(), titles);
    }

    @Test
    void theArithmeticCanBeCopiedAndFollowed() {
        String text = page(Fleets.main()).section(Part.ARITHMETIC).text();
        assertTrue(text.startsWith("The arithmetic, step by step\n\n"), text);
        assertTrue(text.contains("2. Divide by their number: the instance average.\n   300 / 4 = 75\n"), text);
        assertTrue(text.contains("   360 / 7 ≈ 51.43\n"), text);
    }

    @Test
    void theWholeGpuIsReconciledWithTheWeightedAverage() {
        String text = plain(page(Fleets.main()).section(Part.WHOLE).text());
        assertTrue(
                text.contains("Slice-weighted average 72.0 % · Allocated 71.4 % = Whole-GPU utilization 51.4 %"), text);
        assertTrue(text.contains("−20.6 pp"), text);
    }

    @Test
    void severalGpusStandBelowEachOther() {
        Grid grid = (Grid) page(Fleets.host()).section(Part.WHOLE).passages().getLast();
        assertEquals(8, grid.rows().size());
        assertEquals("GPU 0", grid.rows().getFirst().getFirst());
        assertEquals(grid.head().size(), grid.rows().getFirst().size());
        assertTrue(grid.text().startsWith("GPU\tAllocated\tInstance average\t"), grid.text());
    }

    @Test
    void missingReadingsAreCountedAndTheRangeIsGiven() {
        Page page = page(of(gpu("GPU 0", "a100-80gb", "1g.10gb 90", "2g.20gb -", "3g.40gb 30")));
        assertTrue(page.section(Part.SUMMARY).text().contains("2 of 3 instances reported"));
        assertTrue(plain(page.section(Part.WHOLE).text()).contains("is between"));
    }

    @Test
    void withoutAnyReadingThePageSaysSoAndInventsNothing() {
        Page page = page(of(gpu("GPU 0", "a100-80gb", "1g.10gb -", "2g.20gb -")));
        assertEquals(List.of("–", "–", "–"), values(page));
        assertTrue(page.section(Part.SUMMARY).text().contains("None of the 2 instances has a reading"));
        assertFalse(page.section(Part.ARITHMETIC).passages().stream().anyMatch(Passage.Sum.class::isInstance));
        for (Part part : List.of(Part.SUMMARY, Part.WHY, Part.PURPOSE, Part.ANALOGY, Part.QUESTIONS)) {
            String text = plain(page.section(part).text());
            assertFalse(text.contains(" 0.0 %"), text);
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
        String whole = page.section(Part.WHOLE).text();
        assertTrue(whole.contains("NVIDIA X9"), whole);
        assertEquals(1, page.section(Part.WHOLE).passages().size());
    }

    @Test
    void aDocumentWithoutInstancesHasAnEmptyPage() {
        Page page = page(of(gpu("GPU 0", "a100-80gb")));
        assertTrue(page.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
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
        Arrays.stream(Part.values())
                .forEach(part ->
                        assertTrue(page.text().contains(page.section(part).text()), part::name));
    }
}
