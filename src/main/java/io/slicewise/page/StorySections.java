package io.slicewise.page;

import io.slicewise.chart.StripsChart;
import io.slicewise.exhibit.Exhibits;
import io.slicewise.exhibit.StripExhibits;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Notice;
import io.slicewise.page.Block.Notices;
import io.slicewise.page.Block.Point;
import io.slicewise.page.Block.Points;
import io.slicewise.story.Analogy;
import io.slicewise.story.Audience;
import io.slicewise.story.AudienceSummary;
import io.slicewise.story.Finding;
import io.slicewise.story.Findings;
import io.slicewise.story.Prospect;
import io.slicewise.story.Why;
import io.slicewise.story.WhyWhole;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sections that tell what a fleet's figures are, why they differ, and what to do. */
final class StorySections {
    private static final int TOP_FINDINGS = 3;
    private static final double BRIDGE = 0.42;
    private static final double LOW_BRIDGE = 0.36;
    private static final double USE = 0.17;
    private static final double WEIGHTS = 0.42;
    private static final double ONE_HOUSE = 0.34;
    private static final double HOUSES = 0.72;

    private final OverRange range;
    private final Subject subject;
    private final Addressee addressee;
    private final Phrases phrases;
    private final Averages total;
    private final AudienceSummary telling;

    StorySections(OverRange range, Addressee addressee) {
        this.range = range;
        this.subject = range.instances();
        this.addressee = addressee;
        this.phrases = Phrases.of(addressee);
        this.total = subject.figures().total();
        // why the averages differ is seen in the instances, how much was in use over the whole of a range
        Figures told = isManager() ? range.means().figures() : subject.figures();
        this.telling = AudienceSummary.of(told, addressee.audience(), addressee.thresholds());
    }

    /** What is said aloud to the summary: all that the audience is told. */
    private String speech() {
        return telling.paragraphs().stream().map(phrases::say).collect(Collectors.joining("\n"));
    }

    /** What the figures say: for managers the verdict with the one bar that shows it, for others the three figures. */
    private List<Block> head() {
        List<Block> blocks = new ArrayList<>();
        Text moment = subject.moment();
        if (moment != null) {
            blocks.add(Phrases.note(phrases.say(moment)));
        }
        if (!isManager()) {
            blocks.add(Phrases.verdict(phrases.say(telling.summary())));
            return blocks;
        }
        blocks.add(
                Phrases.verdict(phrases.say(telling.paragraphs().isEmpty() ? telling.summary() : telling.headline())));
        if (!telling.paragraphs().isEmpty()) {
            blocks.add(Phrases.lead(phrases.say(telling.summary())));
        }
        Text missing = subject.figures().missing();
        if (missing != null && !Double.isNaN(total.wholeGpu())) {
            blocks.add(Phrases.body(phrases.say(missing)));
        }
        blocks.addAll(use());
        return blocks;
    }

    /** What was bought, and what it is used for, with the next step. */
    private List<Block> use() {
        StripsChart use = new StripExhibits(phrases.words()).use(range.means().figures());
        return use.isEmpty()
                ? List.of()
                : List.of(
                        new Chart(use, USE),
                        Phrases.heading(phrases.say(telling.paragraphs().getLast())));
    }

    /** The figures large, and how far they hold. */
    private List<Block> large() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(phrases.tiles(subject.figures(), addressee.audience()));
        blocks.add(Phrases.note(phrases.extent(total, subject.figures().gpus().size())));
        if (!total.isComplete() && !Double.isNaN(total.wholeGpu())) {
            blocks.add(Phrases.note(phrases.say(
                    "report.whole.range", new Percent(total.wholeGpuLow()), new Percent(total.wholeGpuHigh()))));
        }
        allGpus().ifPresent(blocks::add);
        reading().ifPresent(blocks::add);
        return blocks;
    }

    /** What the GPUs without instances make of the figures; nothing where there are none. */
    private Optional<Block> allGpus() {
        return Optional.ofNullable(subject.allGpus()).map(all -> Phrases.body(phrases.say(all)));
    }

    private boolean isManager() {
        return addressee.audience() == Audience.MANAGER;
    }

    /** What the terms mean, for those who meet them first. */
    private Optional<Block> terms() {
        return subject.figures().shares().stream()
                .findFirst()
                .map(share -> share.instance().profile())
                .map(profile -> Phrases.note(phrases.say("advice.terms", profile.name(), profile.computeSlices())));
    }

    /** The summary with all that the audience is told. */
    Section summary() {
        List<Block> blocks = ofRange(false);
        if (blocks.isEmpty()) {
            blocks.addAll(head());
            blocks.addAll(large());
        }
        if (isManager()) {
            blocks.addAll(reference());
        } else {
            telling.paragraphs().forEach(text -> blocks.add(Phrases.body(phrases.say(text))));
            blocks.add(Phrases.note(phrases.say(AudienceSummary.coreMessage())));
        }
        return phrases.section(SectionKind.SUMMARY, blocks, speech());
    }

    /** The other two figures with what they are for, and the terms. */
    private List<Block> reference() {
        List<Block> blocks = new ArrayList<>();
        if (!telling.paragraphs().isEmpty()) {
            blocks.add(Phrases.body(phrases.say(telling.paragraphs().getFirst())));
        }
        terms().ifPresent(blocks::add);
        return blocks;
    }

    /** The summary on one page: with the bridge for those who look at how figures are made. */
    Section onePage() {
        List<Block> blocks = ofRange(true);
        if (!blocks.isEmpty()) {
            return phrases.section(SectionKind.ONE_PAGE, blocks, speech());
        }
        blocks.addAll(head());
        blocks.addAll(large());
        if (isManager()) {
            blocks.addAll(reference());
        } else {
            blocks.add(Phrases.body(phrases.say(telling.headline())));
            blocks.add(new Chart(phrases.exhibits().bridge(subject.figures()), LOW_BRIDGE));
        }
        return phrases.section(SectionKind.ONE_PAGE, blocks, speech());
    }

    /**
     * A range: its period and mean, its figures large, and what they say; nothing of one moment.
     *
     * @param course whether with the curves, where nothing else on the page has them
     */
    private List<Block> ofRange(boolean course) {
        List<Block> blocks = new ArrayList<>(new TimeSections(addressee).headline(range, course));
        if (blocks.isEmpty()) {
            return blocks;
        }
        blocks.add(Phrases.lead(phrases.say(telling.summary())));
        if (isManager()) {
            blocks.addAll(use());
        }
        allGpus().ifPresent(blocks::add);
        reading().ifPresent(blocks::add);
        return blocks;
    }

    /** Which reading the figures are of, where one was chosen. */
    private Optional<Block> reading() {
        ReadingKind reading = subject.figures().weights().reading();
        return reading == ReadingKind.ENGINE
                ? Optional.empty()
                : Optional.of(Phrases.note(phrases.say(
                        "report.reading",
                        Text.of("usage.reading." + reading.id()),
                        Text.of("usage.reading.about." + reading.id()))));
    }

    /** The gravest findings. */
    Section topFindings() {
        List<Finding> all = all();
        return phrases.section(SectionKind.TOP_FINDINGS, found(all.subList(0, Math.min(TOP_FINDINGS, all.size()))), "");
    }

    /** All findings. */
    Section findings() {
        return phrases.section(SectionKind.FINDINGS, found(all()), "");
    }

    private List<Finding> all() {
        Prospect prospect = Prospect.of(range.outlook(), subject.ledger().assumptions(), subject.plan());
        return Findings.of(subject.figures(), addressee.thresholds(), subject.measured(), prospect);
    }

    private List<Block> found(List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of(Phrases.body(phrases.say("report.findings.none")));
        }
        List<Notice> notices = findings.stream().map(phrases::notice).toList();
        return List.of(new Notices(notices));
    }

    /** Why S, W and G differ, with the charts that show it. */
    Section why() {
        Text why = Why.of(subject.figures());
        Text whole = WhyWhole.of(subject.figures());
        boolean many = Exhibits.isMany(subject.figures());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Phrases.lead(phrases.say(why)));
        blocks.add(new Chart(phrases.exhibits().bridge(subject.figures()), BRIDGE));
        if (!whole.equals(why)) {
            blocks.add(Phrases.body(phrases.say(whole)));
        }
        blocks.add(new Chart(phrases.exhibits().weights(subject.figures(), many), WEIGHTS));
        return phrases.section(SectionKind.WHY, blocks, phrases.say(why) + "\n" + phrases.say(whole));
    }

    /** The block of flats. */
    Section analogy() {
        Analogy analogy = Analogy.of(subject.figures());
        boolean one = analogy.blocks().size() <= 1;
        List<Point> sayings = analogy.sayings().stream()
                .map(saying ->
                        new Point("", phrases.values(List.of(saying.value())), phrases.say(saying.saying()), "", ""))
                .toList();
        List<Block> blocks = List.of(
                Phrases.lead(phrases.say(analogy.scene())),
                new Chart(phrases.exhibits().analogy(subject.figures()), one ? ONE_HOUSE : HOUSES),
                Points.of(sayings));
        String speech = sayings.stream().map(Point::text).collect(Collectors.joining("\n"));
        return phrases.section(SectionKind.ANALOGY, blocks, phrases.say(analogy.scene()) + "\n" + speech);
    }

    /** What the document's writer says about it. */
    Section notes() {
        List<Block> blocks = subject.notes()
                .lines()
                .filter(line -> !line.isBlank())
                .<Block>map(Phrases::body)
                .toList();
        return phrases.section(SectionKind.NOTES, blocks, "");
    }

    /** What the monitoring told beside the figures: what is in none of them, when it was and how it was read. */
    Optional<Section> told() {
        List<Block> blocks = subject.facts().stream()
                .<Block>map(fact -> Phrases.body(phrases.say(fact)))
                .toList();
        return blocks.isEmpty() ? Optional.empty() : Optional.of(phrases.section(SectionKind.TOLD, blocks, ""));
    }
}
