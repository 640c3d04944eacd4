package io.slicewise.mig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final Catalogue CATALOGUE = Catalogue.builtIn();
    private static final GpuModel A100 = CATALOGUE.byId("a100-80gb").orElseThrow();

    private static Layout layout(GpuModel model, Object... profilesAndStarts) {
        Layout layout = Layout.empty(model);
        for (int i = 0; i < profilesAndStarts.length; i += 2) {
            Profile profile = model.profile((String) profilesAndStarts[i]).orElseThrow();
            layout = layout.plus(new Placement(profile, (int) profilesAndStarts[i + 1]));
        }
        return layout;
    }

    private static Profile profile(String name) {
        return A100.profile(name).orElseThrow();
    }

    @Test
    void anA100Has298ReachableStatesAnd19MaximalLayoutsOf14Multisets() {
        List<Profile> base = A100.baseProfiles();
        assertEquals(
                List.of("1g.10gb", "2g.20gb", "3g.40gb", "4g.40gb", "7g.80gb"),
                base.stream().map(Profile::name).toList());
        assertEquals(298, Layouts.reachable(A100, base).size());
        List<Layout> maximal = Layouts.maximal(A100, base);
        assertEquals(19, maximal.size());
        assertEquals(14, Layouts.distinct(maximal).size());
    }

    @Test
    void a3gGoesToStart4First() {
        Fit.Fits fits = assertInstanceOf(Fit.Fits.class, Layout.empty(A100).fit(profile("3g.40gb")));
        assertEquals(List.of(4, 0), fits.starts());
    }

    @Test
    void threeAndThreeStrandsASliceThatNothingCanUse() {
        Layout layout = layout(A100, "3g.40gb", 0, "3g.40gb", 4);
        assertEquals(6, layout.allocatedSlices());
        assertEquals(1, layout.strandedSlices());
        assertEquals(6.0 / 7, layout.ceiling());
        assertEquals(6.0 / 7, layout.reachableCeiling());
    }

    @Test
    void a3gStrandsASliceAtStart0AndNoneAtStart4() {
        assertEquals(1, layout(A100, "3g.40gb", 0).strandedSlices());
        assertEquals(0, layout(A100, "3g.40gb", 4).strandedSlices());
        boolean[] stranded = layout(A100, "3g.40gb", 0).strandedUnits();
        for (int unit = 0; unit < 8; unit++) {
            assertFalse(stranded[unit], "unit " + unit);
        }
    }

    @Test
    void sevenSmallOnesLeaveAnEighthOfTheMemory() {
        Layout layout = Layout.empty(A100);
        for (int unit = 0; unit < 7; unit++) {
            layout = layout.plus(new Placement(profile("1g.10gb"), unit));
        }
        assertEquals(List.of(), layout.conflicts());
        assertEquals(1.0, layout.ceiling());
        assertTrue(layout.strandedUnits()[7]);
    }

    @Test
    void saysWhyAProfileDoesNotFit() {
        Layout layout = layout(A100, "2g.20gb", 0, "2g.20gb", 4);
        Fit.DoesNotFit memory = assertInstanceOf(Fit.DoesNotFit.class, layout.fit(profile("3g.40gb")));
        assertEquals(
                "needs 4 neighbouring memory slices from 0, 4; taken by 2g.20gb at 0, 2g.20gb at 4",
                Messages.in(Language.ENGLISH).say(memory.reason()));
        Fit.DoesNotFit slices = assertInstanceOf(Fit.DoesNotFit.class, layout.fit(profile("4g.40gb")));
        assertEquals(
                "needs 4 compute slices; 3 of 7 are free",
                Messages.in(Language.ENGLISH).say(slices.reason()));
        Fit.DoesNotFit media = assertInstanceOf(
                Fit.DoesNotFit.class, layout(A100, "1g.10gb+me", 0).fit(profile("1g.10gb+me")));
        assertEquals(
                "미디어 확장(+me)은 인스턴스 하나만 가질 수 있으며 이미 하나가 있습니다",
                Messages.in(Language.KOREAN).say(media.reason()));
    }

    @Test
    void namesConflictsOfAnIllegalLayout() {
        assertEquals(1, layout(A100, "3g.40gb", 0, "2g.20gb", 2).conflicts().size());
        assertEquals(1, layout(A100, "3g.40gb", 1).conflicts().size());
        assertEquals(2, layout(A100, "7g.80gb", 0, "1g.10gb", 0).conflicts().size());
        assertEquals(List.of(), layout(A100, "4g.40gb", 0, "3g.40gb", 4).conflicts());
    }

    @Test
    void placesAMultisetThatGreedyPlacementAloneWouldMiss() {
        List<Profile> profiles =
                List.of(profile("1g.10gb"), profile("1g.10gb"), profile("2g.20gb"), profile("3g.40gb"));
        List<Integer> starts = Layouts.place(A100, profiles).orElseThrow();
        Layout placed = Layout.empty(A100);
        for (int i = 0; i < starts.size(); i++) {
            placed = placed.plus(new Placement(profiles.get(i), starts.get(i)));
        }
        assertEquals(List.of(), placed.conflicts());
        assertTrue(Layouts.place(A100, List.of(profile("4g.40gb"), profile("4g.40gb")))
                .isEmpty());
    }

    @Test
    void everyMultisetOfTheCataloguesReachableLayoutsCanBePlacedAgain() {
        for (GpuModel model : CATALOGUE.models()) {
            for (Layout layout : Layouts.distinct(Layouts.maximal(model, model.baseProfiles()))) {
                List<Profile> profiles =
                        layout.placements().stream().map(Placement::profile).toList();
                assertTrue(Layouts.place(model, profiles).isPresent(), model.id() + Layouts.counts(layout));
            }
        }
    }

    @Test
    void anRtxPro6000IsPlacedInTwelfths() {
        GpuModel rtx = CATALOGUE.byId("rtx-pro-6000-96gb").orElseThrow();
        Layout layout = layout(rtx, "2g.48gb", 6, "1g.24gb", 3);
        assertEquals(0, layout.strandedSlices());
        assertEquals(0.75, layout.ceiling());
        assertEquals(2, rtx.computeSliceAt(6));
    }

    @Test
    void withoutKnownPlacementsOnlySlicesAreChecked() {
        GpuModel rtx = CATALOGUE.byId("rtx-pro-5000-48gb").orElseThrow();
        assertFalse(rtx.hasPlacements());
        Profile one = rtx.profile("1g.24gb").orElseThrow();
        assertEquals(new Fit.Fits(List.of(Placement.UNKNOWN)), Layout.empty(rtx).fit(one));
        Layout full = layout(rtx, "1g.24gb", Placement.UNKNOWN, "1g.24gb", Placement.UNKNOWN);
        assertInstanceOf(Fit.DoesNotFit.class, full.fit(one));
        assertEquals(List.of(), full.conflicts());
    }

    @Property(tries = 300)
    void whateverIsPlacedWhereItFitsIsLegal(@ForAll @Size(max = 12) List<@IntRange(max = 1_000) Integer> choices) {
        for (GpuModel model : List.of(A100, CATALOGUE.byId("rtx-pro-6000-96gb").orElseThrow())) {
            Layout layout = Layout.empty(model);
            for (int choice : choices) {
                Profile profile = model.profiles().get(choice % model.profiles().size());
                if (layout.fit(profile) instanceof Fit.Fits fits) {
                    layout = layout.plus(new Placement(
                            profile, fits.starts().get(choice % fits.starts().size())));
                }
            }
            assertEquals(List.of(), layout.conflicts());
            assertTrue(layout.strandedSlices() >= 0 && layout.strandedSlices() <= layout.freeSlices());
        }
    }

    @Test
    void enumerationMeetsEveryStateOnce() {
        Set<Set<String>> seen = new HashSet<>();
        for (Layout layout : Layouts.reachable(A100, A100.profiles())) {
            List<String> names = new ArrayList<>();
            layout.placements().forEach(p -> names.add(p.profile().name() + "@" + p.start()));
            assertTrue(seen.add(new HashSet<>(names)), names.toString());
            assertEquals(List.of(), layout.conflicts());
        }
        assertTrue(seen.size() > 298);
    }
}
