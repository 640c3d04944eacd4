package io.slicewise.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.GpuFigures;
import io.slicewise.usage.Figures.Share;
import io.slicewise.usage.InstanceGroup;
import io.slicewise.usage.WeightBasis.Hardware;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the fleet: a rule speaks where the data supports it, and only there. */
class FindingsProperties {
    private static final double EXACT = 1e-9;
    private static final double[] TELLING = {0, 0.05, 0.1, 1.0 / 3, 0.5, 0.9, 0.95, 1};
    private static final Map<String, List<Layout>> LAYOUTS = Stream.of(
                    "a100-80gb", "h100-80gb-sxm", "a30-24gb", "rtx-pro-6000-96gb", "a800-80gb", "gh200-144gb")
            .collect(Collectors.toMap(id -> id, FindingsProperties::layouts));

    private static List<Layout> layouts(String id) {
        GpuModel model = Fleets.CATALOGUE.byId(id).orElseThrow();
        return Layouts.reachable(model, model.baseProfiles());
    }

    @Provide
    Arbitrary<Figures> figures() {
        return Arbitraries.longs().map(seed -> figures(new Random(seed)));
    }

    private static Figures figures(Random random) {
        List<String> models = random.nextBoolean()
                ? List.of(new ArrayList<>(LAYOUTS.keySet()).get(random.nextInt(LAYOUTS.size())))
                : List.copyOf(LAYOUTS.keySet());
        List<Gpu> gpus = new ArrayList<>();
        for (int g = random.nextInt(4); g >= 0; g--) {
            gpus.add(random.nextInt(12) == 0 ? unknown("GPU " + g, random) : gpu("GPU " + g, models, random));
        }
        Fleet fleet = random.nextInt(30) == 0 ? Fleet.EMPTY : new Fleet(gpus);
        Hardware basis = Hardware.values()[random.nextInt(Hardware.values().length)];
        return Figures.of(fleet, Weights.DEFAULT.withBasis(basis));
    }

    private static Gpu gpu(String name, List<String> models, Random random) {
        List<Layout> layouts = LAYOUTS.get(models.get(random.nextInt(models.size())));
        Layout layout = layouts.get(random.nextInt(layouts.size()));
        boolean placed = random.nextInt(4) > 0;
        List<Instance> instances = new ArrayList<>();
        for (Placement placement : layout.placements()) {
            int start = placed ? placement.start() : Placement.UNKNOWN;
            Instance instance = Instance.of("" + instances.size(), placement.profile(), start, load(random));
            instances.add(random.nextInt(5) == 0 ? instance.withName("job " + random.nextInt(3)) : instance);
        }
        return Gpu.of(name, name, layout.model(), instances);
    }

    private static Gpu unknown(String name, Random random) {
        List<Instance> instances = List.of(
                Instance.of("1", Profile.observed("1g.9gb", 1), Placement.UNKNOWN, load(random)),
                Instance.of("2", Profile.observed("3g.9gb", 3), Placement.UNKNOWN, load(random)));
        return new Gpu(name, name, "", null, "NVIDIA X", instances);
    }

    private static double load(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Instance.NO_READING;
            case 1, 2 -> TELLING[random.nextInt(TELLING.length)];
            default -> random.nextDouble();
        };
    }

    private static Optional<Finding> find(String rule, Figures figures) {
        return Told.finding(rule, figures);
    }

    private static Set<InstanceRef> refs(Figures figures, Predicate<Share> condition) {
        return figures.shares().stream().filter(condition).map(Share::ref).collect(Collectors.toSet());
    }

    /** The rule is about exactly these instances, and silent where there are none. */
    private static void assertAbout(Set<InstanceRef> expected, Optional<Finding> finding) {
        assertEquals(
                expected,
                finding.map(f -> (Set<InstanceRef>) new HashSet<>(f.instances()))
                        .orElse(Set.of()));
        finding.ifPresent(f -> assertFalse(f.instances().isEmpty()));
    }

    @Property
    void everyTextHasWordsInBothLanguages(@ForAll("figures") Figures figures) {
        List<Text> texts = new ArrayList<>(List.of(Why.of(figures), WhyWhole.of(figures)));
        for (Finding finding : Findings.of(figures, Thresholds.DEFAULT, true)) {
            texts.add(finding.message());
            texts.add(finding.advice());
        }
        for (Text text : texts) {
            for (String said : List.of(Told.english(text), Told.korean(text))) {
                assertFalse(said.contains("story.") || said.contains("{") || said.contains("–"), said);
            }
        }
    }

    @Property
    void findingsAreRankedAndNameWhatIsThere(@ForAll("figures") Figures figures) {
        List<Finding> findings = Findings.of(figures, Thresholds.DEFAULT, true);
        Set<InstanceRef> all = refs(figures, share -> true);
        Set<String> gpus = figures.gpus().stream().map(gpu -> gpu.gpu().id()).collect(Collectors.toSet());
        Set<String> rules = new HashSet<>();
        for (int i = 0; i < findings.size(); i++) {
            assertTrue(rules.add(findings.get(i).rule()));
            assertTrue(all.containsAll(findings.get(i).instances()));
            assertTrue(gpus.containsAll(findings.get(i).gpus()));
            assertTrue(i == 0 || Finding.RANK.compare(findings.get(i - 1), findings.get(i)) <= 0);
        }
    }

    @Property
    void whyFollowsTheSignOfTheGap(@ForAll("figures") Figures figures) {
        Text why = Why.of(figures);
        String key = why.key().equals("story.why.against") ? ((Text) why.args().getFirst()).key() : why.key();
        double gap = figures.total().gap();
        if (key.startsWith("story.why.largeIdle") || key.startsWith("story.why.smallBusy")) {
            assertTrue(gap < 0, key);
        } else if (key.startsWith("story.why.largeBusy") || key.startsWith("story.why.smallIdle")) {
            assertTrue(gap > 0, key);
        } else if (key.startsWith("usage.missing") && key.endsWith(".others")) {
            assertTrue(Double.isFinite(gap), key);
        } else if (key.startsWith("story.why.no") || key.startsWith("usage.missing")) {
            assertTrue(Double.isNaN(gap), key);
        } else {
            assertEquals(0, gap, 0.0005001, key);
        }
    }

    @Property
    void partsSumUpToTheGapAndAreProducts(@ForAll("figures") Figures figures) {
        Averages total = figures.total();
        if (Double.isNaN(total.gap())) {
            return;
        }
        double sum = 0;
        for (InstanceGroup part : InstanceGroup.byProfile(figures)) {
            sum += part.contribution();
            assertEquals(
                    (part.shareOfWeight() - part.shareOfCount()) * (part.utilization() - total.instanceAverage()),
                    part.contribution(),
                    EXACT);
        }
        assertEquals(total.gap(), sum, EXACT);
    }

    @Property
    void gapAndSimilarShareTheFleetsBetweenThem(@ForAll("figures") Figures figures) {
        Averages total = figures.total();
        Optional<Finding> gap = find("gap", figures);
        assertEquals(Math.abs(total.gap()) >= 0.01 - 1e-12, gap.isPresent());
        assertEquals(
                total.reported() >= 2 && Math.abs(total.gap()) < 0.01 - 1e-12,
                find("similar", figures).isPresent());
        gap.ifPresent(finding -> {
            Set<InstanceRef> named = Set.copyOf(finding.instances());
            double part = figures.shares().stream()
                    .filter(share -> named.contains(share.ref()))
                    .mapToDouble(Share::contribution)
                    .sum();
            assertTrue(part * total.gap() > 0, "who is named pulls in the direction of the gap");
        });
    }

    @Property
    void idleLargeNamesAllIdleLargeOnes(@ForAll("figures") Figures figures) {
        assertAbout(
                refs(figures, s -> s.instance().utilization() < 0.1 && slices(s) >= 2.0 / 7 - EXACT),
                find("idle-large", figures));
    }

    @Property
    void busySmallNamesAllThatTheAverageHides(@ForAll("figures") Figures figures) {
        double weighted = figures.total().weightedAverage();
        assertAbout(
                refs(
                        figures,
                        s -> s.instance().utilization() >= 0.9
                                && s.instance().utilization() - weighted >= 0.25 - 1e-12
                                && slices(s) < 2.0 / 7 - EXACT),
                find("busy-small", figures));
    }

    private static double slices(Share share) {
        GpuModel model = share.gpu().model();
        return model == null ? Double.NaN : (double) share.instance().profile().computeSlices() / model.computeSlices();
    }

    @Property
    void coverageNamesTheSilentOnes(@ForAll("figures") Figures figures) {
        assertAbout(refs(figures, s -> !s.instance().isReported()), find("coverage", figures));
    }

    @Property
    void trustIsAboutMeasuredReadingsOnly(@ForAll("figures") Figures figures) {
        assertTrue(find("trust", figures).isEmpty());
        Optional<Finding> trust = Told.finding("trust", Findings.of(figures, Thresholds.DEFAULT, true));
        if (trust.isPresent()) {
            assertAbout(
                    refs(figures, s -> {
                        int slices = s.instance().profile().computeSlices();
                        return slices > 1 && slices < 4 && Math.abs(s.instance().utilization() - 1.0 / slices) <= 0.005;
                    }),
                    trust);
        }
    }

    /** Loads of any fleet stand near 1/2, near 1/3 and together now and then: that is no fault of any metric. */
    @Property(tries = 60)
    void aSoundFleetIsNotSuspected(@ForAll Random random, @ForAll @IntRange(min = 1, max = 200) int gpus) {
        List<Gpu> all = new ArrayList<>();
        for (int i = 0; i < gpus; i++) {
            all.add(Fleets.gpu(
                    "gpu-" + i,
                    "a100-80gb",
                    "3g.40gb " + random.nextInt(10_001) / 100.0,
                    "2g.20gb " + random.nextInt(10_001) / 100.0,
                    "2g.20gb " + random.nextInt(10_001) / 100.0));
        }
        List<Finding> findings = Findings.of(Figures.of(new Fleet(all), Weights.DEFAULT), Thresholds.DEFAULT, true);
        assertEquals(Optional.empty(), Told.finding("trust", findings));
        assertEquals(Optional.empty(), Told.finding("pinned", findings));
    }

    @Property
    void fullTimeAndPinnedAreAboutMeasuredReadingsOnly(@ForAll("figures") Figures figures) {
        assertTrue(find("full-time", figures).isEmpty());
        assertTrue(find("pinned", figures).isEmpty());
        List<Finding> measured = Findings.of(figures, Thresholds.DEFAULT, true);
        assertAbout(refs(figures, s -> s.instance().utilization() >= 0.9995), Told.finding("full-time", measured));
        Told.finding("pinned", measured).ifPresent(finding -> {
            Set<Double> values = figures.shares().stream()
                    .filter(share -> finding.instances().contains(share.ref()))
                    .map(share -> share.instance().utilization())
                    .collect(Collectors.toSet());
            assertEquals(1, values.size());
            assertTrue(finding.instances().size() >= 3);
        });
    }

    @Property
    void everyFindingIsShownSomewhere(@ForAll("figures") Figures figures) {
        Findings.of(figures, Thresholds.DEFAULT, true).forEach(finding -> assertTrue(finding.view() != null));
    }

    @Property
    void unverifiedNamesWhatIsUsedAndNotVerified(@ForAll("figures") Figures figures) {
        assertAbout(
                refs(
                        figures,
                        s -> s.gpu().model() != null
                                && !Double.isNaN(s.weight())
                                && !figures.weights()
                                        .basis()
                                        .isVerified(
                                                s.gpu().model(), s.instance().profile())),
                find("unverified", figures));
    }

    @Property
    void missingIsWhatTheFiguresMiss(@ForAll("figures") Figures figures) {
        assertEquals(
                Optional.ofNullable(figures.missing()), find("missing", figures).map(Finding::message));
    }

    @Property
    void alertFollowsTheWeightedAverages(@ForAll("figures") Figures figures) {
        boolean gpuOver = figures.gpus().stream().anyMatch(gpu -> gpu.averages().weightedAverage() >= 0.9 - 1e-12);
        assertEquals(
                gpuOver || figures.total().weightedAverage() >= 0.85 - 1e-12,
                find("alert", figures).isPresent());
    }

    @Property
    void strandedNamesTheGpusWhoseLayoutStrands(@ForAll("figures") Figures figures) {
        List<String> expected = new ArrayList<>();
        for (GpuFigures figure : figures.gpus()) {
            Gpu gpu = figure.gpu();
            boolean placed =
                    gpu.instances().stream().allMatch(i -> i.placement().isPlaced());
            if (placed && gpu.layout().map(Layout::strandedSlices).orElse(0) > 0) {
                expected.add(gpu.id());
            }
        }
        assertEquals(expected, find("stranded", figures).map(Finding::gpus).orElse(List.of()));
    }

    @Property
    void unallocatedSaysWhatCanBeFilled(@ForAll("figures") Figures figures) {
        Space space = Space.of(figures);
        assertEquals(
                figures.total().allocatedShare() < 1 && space.freeSlices() > space.strandedSlices(),
                find("unallocated", figures).isPresent());
    }

    @Property
    void basisComparesBothFiguresOfOneModel(@ForAll("figures") Figures figures) {
        Fleet fleet = new Fleet(figures.gpus().stream().map(GpuFigures::gpu).toList());
        boolean looked = figures.weights().basis() == Hardware.SLICES
                || figures.weights().basis() == Hardware.SMS;
        Averages slices = Told.figures(fleet, Hardware.SLICES).total();
        Averages sms = Told.figures(fleet, Hardware.SMS).total();
        double most = Math.max(
                Math.abs(slices.weightedAverage() - sms.weightedAverage()),
                Math.abs(slices.wholeGpu() - sms.wholeGpu()));
        assertEquals(
                looked && fleet.isUniform() && most >= 0.01 - 1e-12,
                find("basis", figures).isPresent());
    }

    /** At whatever level the alert is set: it is reached, near, or reached by single GPUs, and else not spoken of. */
    @Property
    void alertFollowsWhateverLevelIsSet(
            @ForAll("figures") Figures figures, @ForAll @IntRange(min = 1, max = 100) int at) {
        Thresholds limits = Thresholds.DEFAULT.withAlert(at / 100.0);
        double weighted = figures.total().weightedAverage();
        boolean over = weighted >= limits.alert() - EXACT;
        boolean single =
                figures.gpus().stream().anyMatch(gpu -> gpu.averages().weightedAverage() >= limits.alert() - EXACT);
        boolean near = weighted >= limits.alert() - limits.near() - EXACT;
        Optional<Finding> alert = Told.finding("alert", Findings.of(figures, limits, false));
        assertEquals(over || single || near, alert.isPresent());
        alert.ifPresent(found -> {
            String said = Told.english(found.message());
            assertEquals(over || single, said.contains("reached"), said);
            assertTrue(said.replace('\u00a0', ' ').contains(at + ".0%"), said);
        });
    }
}
